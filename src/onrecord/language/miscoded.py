"""Characters that went through a wrong encoding: "donâ€™t" was "don’t", and "FranÃ§ois" "François".

Bytes of UTF-8 were read as Windows-1252, or those of Windows-1252 as Latin-1; now and then some of them got lost on the
way. Only what comes out as a letter or mark of English news is read so: "CAFÉ’S" is no letter of some other script.
"""

from __future__ import annotations

from typing import Final

# What Windows-1252 shows for the bytes that go on a character of UTF-8.
_GOES_ON: Final = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_OF_NEWS: Final = (("\xa0", "\u017f"), ("\u2010", "\u2044"), ("€", "€"), ("™", "™"))
# A closing mark whose last byte many programs throw away; dashes and an apostrophe whose second byte became a blank,
# and the third byte of the apostrophe is gone ("stateâ s").
_BYTES_LOST: Final = {"â€": "”", "â “": "–", "â ”": "—", "â ": "’"}
MISCODED: Final = (
    rf"[\x80-\x9f]|[\xc2-\xdf]{_GOES_ON}|[\xe0-\xef]{_GOES_ON}{{2}}|[\xf0-\xf4]{_GOES_ON}{{3}}"
    r"|â€|â [“”]|(?<=\w)â (?=(?:s|t|re|ve|ll|d|m)\b)"
)


def as_meant(words: str) -> str:
    """What was written where these characters, which `MISCODED` matches, stand; themselves where that is unknown."""
    if words in _BYTES_LOST:
        return _BYTES_LOST[words]
    alone = len(words) == 1
    written = b"".join([letter.encode("cp1252" if ord(letter) > 0xFF else "latin-1") for letter in words])
    try:
        letter = written.decode("cp1252" if alone else "utf-8")
    except UnicodeDecodeError:
        return "" if alone else words
    if not (alone or any(first <= letter <= last for first, last in _OF_NEWS)):
        return words
    return " " if letter.isspace() else letter
