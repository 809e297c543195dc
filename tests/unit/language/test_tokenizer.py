"""Words of a text, one row per rule."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from onrecord.errors import InputError
from onrecord.language.tokenizer import Tokenizer, split_chunk

TOKENIZER = Tokenizer(Vocab())

ROWS = [
    ("He didn't go.", "He did n't go .", "contracted not"),
    ("He didn’t go.", "He did n’t go .", "the same with a curly quote"),
    ("They can't and won't.", "They ca n't and wo n't .", "the stem left over is no word"),
    ("They cannot.", "They can not .", "fused words"),
    ("Syria's army, workers' rights", "Syria 's army , workers ' rights", "possessives"),
    ("We'll see they've gone", "We 'll see they 've gone", "contracted verbs"),
    ("O'Neill and the Shi'ite d'état", "O'Neill and the Shi'ite d'état", "an apostrophe inside a name"),
    ("Al-Nusra is well-known", "Al - Nusra is well - known", "hyphens are words"),
    ("anti-American Pro-Beijing ex-minister", "anti-American Pro-Beijing ex-minister", "prefixes keep theirs"),
    ("the ex-minister's aide", "the ex-minister 's aide", "a possessive after a prefix"),
    ("the U.S. backed the U.N.", "the U.S. backed the U.N.", "initials keep their full stops"),
    ("Gen. Smith of Mobile, Ala., left.", "Gen. Smith of Mobile , Ala. , left .", "abbreviations"),
    ("Posts on X. Later she left.", "Posts on X . Later she left .", "a platform at the end of a sentence"),
    ("Songs by X. Ferrer faded.", "Songs by X. Ferrer faded .", "an initial"),
    ("J. R. Smith chose plan B.", "J. R. Smith chose plan B .", "initials of a name, not a last letter"),
    ("the U. N. mission left", "the U. N. mission left", "an abbreviation written with a blank"),
    ("work of the U. N. They left", "work of the U. N. They left", "... before a capital, as any initial"),
    ("the U.S government", "the U.S government", "one that lacks its last full stop"),
    ("Resolution No. 242. He said no.", "Resolution No. 242 . He said no .", "No. before a number only"),
    ("at 10:30 a.m. on 9/11", "at 10:30 a.m. on 9/11", "times and dates"),
    ("at 5pm", "at 5 pm", "a number and its unit"),
    ("$5 million, US$10, 7.5%", "$ 5 million , US$ 10 , 7.5 %", "money and per cent"),
    ("1,200 of 3.5 in the 1990s, 21st", "1,200 of 3.5 in the 1990s , 21st", "numbers"),
    ("1969-1970", "1969 - 1970", "a range"),
    ("call 555-123-4567", "call 555-123-4567", "a telephone number"),
    ("see https://example.org/a?b=1, or bbc.co.uk.", "see https://example.org/a?b=1 , or bbc.co.uk .", "addresses"),
    ("mail a.b@example.org!", "mail a.b@example.org !", "mail addresses"),
    ("Well... he said—no -- yes…", "Well ... he said — no -- yes …", "dots and dashes"),
    ('"Go," he said. “Go”', '" Go , " he said . “ Go ”', "quotes"),
    ("(Reuters) - [sic]", "( Reuters ) - [ sic ]", "brackets"),
    ("AT&T and and/or", "AT&T and and / or", "signs inside"),
    ("killed.He", "killed . He", "a space is missing"),
    (
        "Price: $$$, b/c sales@ACME asked rec.pets.birds",
        "Price : $$$ , b/c sales@ACME asked rec.pets.birds",
        "what stands in mail and newsgroups",
    ),
]


def words_of(text: str) -> list[str]:
    return [word for word in TOKENIZER.words(text)[0] if not word.isspace()]


@pytest.mark.parametrize(("text", "expected", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_words(text: str, expected: str, reason: str) -> None:
    """Words are those of the English treebanks."""
    assert words_of(text) == expected.split(), reason


def test_white_space_is_kept_in_tokens() -> None:
    """One space belongs to the word before; anything else is a token."""
    doc = TOKENIZER("a  b\u00a0c\n\nd ")
    assert [token.text for token in doc] == ["a", " ", "b", "\u00a0", "c", "\n\n", "d"]
    assert doc.text == "a  b\u00a0c\n\nd "


@given(st.text())
def test_text_is_never_changed(text: str) -> None:
    """Whatever comes in comes out, at the right offsets."""
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(st.text(alphabet=st.sampled_from("aA1.'’-$%/:@&\u00a0\u200b\n \u0301é中"), max_size=60))
def test_text_is_never_changed_dense(text: str) -> None:
    """The same, dense in the characters that rules look at."""
    assert TOKENIZER(text).text == text


@given(st.text(min_size=1).filter(lambda text: not any(c.isspace() for c in text)))
def test_lengths_sum_up(chunk: str) -> None:
    """A chunk is cut into parts that make it up."""
    lengths = split_chunk(chunk)
    assert sum(lengths) == len(chunk)
    assert min(lengths) > 0


LONG = [("a.", "dots"), ("a-", "hyphens"), ("a", "letters"), ("1,", "digits"), ("@", "signs"), ("中", "no spaces")]


@pytest.mark.parametrize(("part", "reason"), LONG, ids=[row[1] for row in LONG])
def test_a_long_chunk_takes_no_longer_than_its_length(part: str, reason: str) -> None:
    """A tenth of a megabyte without a space."""
    text = part * (100_000 // len(part))
    began = time.process_time()
    assert "".join(TOKENIZER.words(text)[0]) == text
    assert time.process_time() - began < 20, reason


def test_half_a_surrogate_pair_is_refused() -> None:
    """A string that no file can hold is an input error with a cure."""
    with pytest.raises(InputError, match=r"Cannot read the text: character 2 .* Decode"):
        TOKENIZER("ab\ud800")
