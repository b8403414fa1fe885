"""Bytes to text: what the bytes show beyond doubt, then the declared encoding, then UTF-8, then the best guess."""

from __future__ import annotations

import codecs

# As browsers read them (WHATWG Encoding Standard): what is labelled so is the larger set in practice.
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Which of four bytes are zero.
_PATTERNS = {
    (True, True, True, False): "utf-32-be",
    (False, True, True, True): "utf-32-le",
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
}
# What servers declare without looking. Nearly any bytes fit it, while text in it hardly ever fits UTF-8 by chance.
_DEFAULTS = ("cp1252", "")
# Detection needs no more, and its time grows with the sample.
_SAMPLE = 1 << 16
# In less than this, statistics find nothing but chance; the commonest of the old encodings is the better guess.
_LEAST = 32
# Without zeros in the text it is none of these, though it may look like Chinese in them.
_NEVER = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
# A text with fewer undecodable bytes than this is damaged UTF-8; with more it is something else.
_DAMAGED = 0.01


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`, never failing: what cannot be decoded becomes U+FFFD.

    >>> decode(b"caf\\xe9", "iso-8859-1")
    'café'
    """
    return data.decode(detect(data, declared), "replace").removeprefix("\ufeff")


def detect(data: bytes, declared: str = "") -> str:
    """The name of the codec for `data`, which may be the beginning of something longer."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    stated = codec(declared)
    tried = (_wide(data), "utf-8", stated) if stated in _DEFAULTS else (_wide(data), stated, "utf-8")
    return next((name for name in tried if name and _fits(data, name)), None) or _guess(data)


def codec(label: str) -> str:
    """The name of the Python codec for a declared label, or "" if it is none that decodes text."""
    label = label.strip(" \t\r\n\"'").lower().replace("\0", "")
    try:
        # The private attribute is the only way to tell text encodings from transformations such as "hex".
        info = codecs.lookup(_LABELS.get(label, label))
    except (LookupError, ValueError):
        return ""
    return info.name if getattr(info, "_is_text_encoding", True) and info.name.replace("-", "_") not in _REFUSED else ""


# Not what articles come in, and decoders with surprises of their own.
_REFUSED = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}


def _fits(data: bytes, name: str) -> bool:
    """Whether all of `data` can be decoded, but for a character that is cut off at its end."""
    try:
        codecs.getincrementaldecoder(name)().decode(data)
    except (UnicodeError, ValueError, LookupError):
        return False
    return True


def _wide(data: bytes) -> str:
    """UTF-16 and UTF-32 without a mark show by zeros at the same place of each two or four bytes of Latin text.

    This goes before the declaration, which is written in that encoding itself and often states another one.
    """
    sample = data[: 1024 - 1024 % 4]
    if b"\0" not in sample:
        return ""
    first, second, third, fourth = (sample[place::4].count(0) * 4 > len(sample) * 0.7 for place in range(4))
    return _PATTERNS.get((first, second, third, fourth), "")


def _guess(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") < _DAMAGED * len(text):
        return "utf-8"
    if len(data) < _LEAST:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_exclusion=_NEVER).best()
    return best.encoding if best else "cp1252"
