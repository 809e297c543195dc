"""How a place name becomes the key that it is looked up by; the builder and the reader share it."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h",
        "ŧ": "t", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o", "-": " ", "–": " ",
        "—": " ", "/": " ", ".": "", "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "`": "",
        "´": "", "ʹ": "", "ʺ": "", ",": " ", "&": " and ", "\u00ad": "",
    }
)  # fmt: skip
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_INITIALS = re.compile(r"\b(\w)\. (?=\w\.)")


def fold(name: str) -> str:
    """The key of a name: no case, accents, apostrophes or full stops; "St. Louis" and "Saint Louis" are one key."""
    plain = _INITIALS.sub(r"\1.", name).casefold() if "." in name else name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = plain.translate(_LETTERS).split()
    return " ".join(_SHORT.get(word, word) if i + 1 < len(words) else word for i, word in enumerate(words))


def is_latin(name: str) -> bool:
    """True where English news could print the name: Latin letters, begun with a capital or an article's apostrophe."""
    letters = [c for c in name if c.isalpha()]
    if not letters or any(ord(c) >= 0x250 and not 0x1E00 <= ord(c) < 0x1F00 and c not in "ʼʻʿʾ" for c in letters):
        return False
    first = name.lstrip("'’‘ʼʻ`")[:1]
    return first.isupper() or name[:2] in {"al", "el", "ad", "as", "an", "ar", "at", "az", "s-", "s'", "d'", "l'"}
