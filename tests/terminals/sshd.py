"""A real sshd on 127.0.0.1 with a throw-away key, and the real client on a pty."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.terminals.session import Session

_CONFIG = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
PermitUserEnvironment no
AcceptEnv *
LogLevel ERROR
{more}
"""


def missing() -> str:
    """What is not installed, or not possible here, to run a server; "" where it can be run."""
    for program in ("ssh", "ssh-keygen"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if _sshd() is None:
        return "sshd is not installed"
    return "" if os.geteuid() == 0 else "sshd gives a terminal only when it runs as root"


def _sshd() -> str | None:
    return shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


class Server:
    """A running sshd; `port` is the one to connect to."""

    def __init__(self, folder: Path, port: int, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.port = port
        self._process = process

    def command(self, remote: str, *, terminal: bool = True, port: int | None = None) -> list[str | Path]:
        """The client's command line to run something there."""
        options = {
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null",
            "IdentitiesOnly": "yes",
            "LogLevel": "ERROR",
            "SendEnv": "LANG LC_ALL COLORTERM XDG_STATE_HOME LATERAL_LIBRARY NO_COLOR PATH PYTHONPATH",
        }
        given = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
        way = ["-p", str(port or self.port), "-i", str(self.folder / "client"), "-tt" if terminal else "-T"]
        return ["ssh", "-F", "none", *given, *way, f"{getpass.getuser()}@127.0.0.1", remote]

    def session(
        self,
        remote: str,
        width: int = 80,
        height: int = 24,
        env: Mapping[str, str | None] | None = None,
        port: int | None = None,
    ) -> Session:
        """The client on a pty, running something there with a terminal."""
        return Session(self.command(remote, port=port), width, height, env=env)

    def connections(self) -> list[int]:
        """The processes that serve connections."""
        children = subprocess.run(["pgrep", "-P", str(self._process.pid)], capture_output=True, text=True, check=False)
        return [int(pid) for pid in children.stdout.split()]


@contextmanager
def server(folder: Path, more: str = "") -> Iterator[Server]:
    """Run an sshd with keys made for it; `more` goes into its configuration."""
    for name in ("host", "client"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    port = free_port()
    (folder / "config").write_text(_CONFIG.format(port=port, folder=folder, more=more))
    Path("/run/sshd").mkdir(exist_ok=True)
    process = subprocess.Popen([_sshd() or "", "-D", "-e", "-f", str(folder / "config")], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield Server(folder, port, process)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("sshd does not listen")
