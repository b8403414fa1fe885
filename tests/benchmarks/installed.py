"""lateral as an installed package starts: without the import hooks that an editable installation adds."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SCRIPT = "#!{python}\nimport sys\nfrom tui.cli import main\nsys.exit(main())\n"


def install(folder: Path) -> Path:
    """Make an environment in `folder` that sees this checkout and its dependencies; returns the command's path."""
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin" / "python"
    where = [str(_ROOT), sysconfig.get_path("purelib")]
    packages = sysconfig.get_path("purelib", vars={"base": str(environment), "platbase": str(environment)})
    (Path(packages) / "lateral.pth").write_text("\n".join(where) + "\n")
    main = environment / "bin" / "lateral-main"
    main.write_text(_SCRIPT.format(python=python))
    main.chmod(0o755)
    return Path(shutil.copy(_ROOT / "tui" / "cli" / "lateral.sh", main.with_name("lateral")))
