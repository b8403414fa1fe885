"""Which news agency an article credits: a second sign, beside its words, that it is wire copy."""

from __future__ import annotations

import re

from index.model import Article

EDGE = 300  # characters at either end of the text in which credits stand

_AGENCIES = {
    "AP": r"\(?AP\)|Associated Press",
    "Reuters": r"Reuters",
    "AFP": r"AFP|Agence France-Presse",
    "dpa": r"dpa|Deutsche Presse-Agentur",
    "UPI": r"UPI|United Press International",
    "PA": r"\(PA\)|Press Association|PA Media",
    "Xinhua": r"Xinhua",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap",
    "TASS": r"I?TAR-TASS|TASS",
    "ANSA": r"ANSA",
    "EFE": r"EFE",
    "PTI": r"PTI|Press Trust of India",
    "ANI": r"\(?ANI\)",
    "IANS": r"IANS",
    "AAP": r"AAP|Australian Associated Press",
    "Canadian Press": r"(?:The )?Canadian Press",
    "Bloomberg": r"Bloomberg(?: News)?",
}
_NAMES = "|".join(f"(?P<_{n}>{pattern})" for n, pattern in enumerate(_AGENCIES.values()))
# A dateline ("BUSAN, Oct 30 (Reuters) -"), or a credit on its own or in a phrase at either end.
_DATELINE = re.compile(rf"[^\n]{{0,60}}?\(?(?:{_NAMES})\)?\s*[-–—]+\s")
_CREDIT = re.compile(rf"(?:^|\n)\W*(?:By |Source: |With |Via |From )?(?:[Tt]he )?(?:{_NAMES})\W*(?:$|\n)")


def agency(article: Article) -> str:
    """The agency credited as author or source, in the dateline or on a line of its own; "" if none is."""
    for text in (*article.authors, article.source):
        found = re.fullmatch(rf"(?:By |The )?(?:{_NAMES})", text.strip())
        if found:
            return _name(found)
    start, end = article.text[:EDGE], article.text[-EDGE:]
    found = _DATELINE.match(start) or _CREDIT.search(start) or _CREDIT.search(end)
    return _name(found) if found else ""


def _name(match: re.Match[str]) -> str:
    names = list(_AGENCIES)
    return next((names[int(key[1:])] for key, value in match.groupdict().items() if value), "")
