"""Addresses in one form, so that the same page is recognised however it was reached."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from index.text.sanitise import safe_url

# Parameters that say how the reader came to the page, not which page it is. The list follows the common ones of
# the ClearURLs and Brave rule sets; anything else is kept, because it may select the article.
_TRACKING = re.compile(
    r"(?:utm_.*|at_(?:medium|campaign|link.*|custom.*|ptr_.*|format|bbc_team)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|"
    r"twclid|ttclid|igshid|igsh|mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|"
    r"vero_(?:id|conv)|wickedid|rb_clickid|s_cid|cmpid|cmp|ncid|ocid|icid|ito|ftag|smid|smtyp|sref|srnd|guccounter|"
    r"guce_referr.*|__twitter_impression|ref_?src|ref_url|ref|partner|output=amp|taid|xtor|xor|wt_mc|wt\.mc_id|pk_.*|mtm_.*|"
    r"spm|share|shareadraft|traffic_source|campaign_id|source=rss|feedtype|feedname)",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """`url` without default port, fragment and tracking parameters, host in lower case; "" if it is no web address.

    Scheme, "www." and the order of parameters stay: a site may answer to just one of them, and the address must
    still open. `key` is the form in which addresses are compared.

    >>> canonical("HTTPS://Example.org:443/a/../b?utm_source=x&id=7#top")
    'https://example.org/b?id=7'
    """
    safe = safe_url(url)
    if not safe:
        return ""
    parts = urlsplit(safe)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    if parts.port not in (None, _PORTS[parts.scheme]):
        host = f"{host}:{parts.port}"
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _is_tracking(pair))
    return urlunsplit((parts.scheme, host, _without_dots(parts.path) or "/", query, ""))


def key(url: str) -> str:
    """The part of a canonical address that tells pages apart, or "" for a site's front page.

    Scheme, "www." and a closing slash differ between links to one page. A front page is no identity: a careless
    canonical link names it on every article of the site.

    >>> key("https://www.example.org/a/") == key("http://example.org/a")
    True
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return ""
    return f"{parts.netloc.removeprefix('www.')}{path}?{parts.query}".rstrip("?")


def host(url: str) -> str:
    """The host of a canonical address without "www.", or ""."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0]
    return _TRACKING.fullmatch(name) is not None or _TRACKING.fullmatch(pair) is not None


def _without_dots(path: str) -> str:
    """`path` with "." and ".." resolved (RFC 3986, 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            kept = kept[:-1] or [""]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)
