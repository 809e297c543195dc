"""Quotation spans over bare text."""

from __future__ import annotations

import time

import pytest

from onrecord.language.quotes import quotes_in

CASES = [
    ('She said "we will stay" and left.', ['"we will stay"'], "straight marks toggle"),
    ("She said “we will stay” and left.", ["“we will stay”"], "curly marks"),
    ("Elle a dit « nous restons » hier.", ["« nous restons »"], "guillemets with inner spaces"),
    ("„Wir bleiben”, he said.", ["„Wir bleiben”"], "low-high marks"),
    ("''It is over,'' the mayor said.", ["''It is over,''"], "two single marks are one double mark"),
    ("``It is over,'' the mayor said.", ["``It is over,''"], "the wire services' back-quotes"),
    ("“He called it ‘a farce’ twice,” she said.", ["“He called it ‘a farce’ twice,”", "‘a farce’"], "nested"),
    (
        "\"He called it 'a farce' twice,\" she said.",
        ["\"He called it 'a farce' twice,\"", "'a farce'"],
        "nested straight",
    ),
    ("The rebels' camp and the army's base don't matter.", [], "apostrophes quote nothing"),
    ("The rebels’ camp and the army’s base don’t matter.", [], "curly apostrophes quote nothing"),
    ("A so-called 'safe zone' was shelled.", ["'safe zone'"], "scare quotes in single marks"),
    ("“One.\n\n“Two.” End.", ["“One.", "“Two.”"], "a paragraph left open, taken up by the next"),
    ('A 12" pipe and a 6\'2" guard.', [], "inches and feet"),
    ('He said "no" - "never".', ['"no"', '"never"'], "two quotations in a row"),
    ('The "freeze"—"a pause"—held.', ['"freeze"', '"a pause"'], "dashes round a quotation"),
    ("said ”like this” yesterday", ["”like this”"], "an opening mark typed the wrong way round"),
    ("“Stay calm“ he wrote.", ["“Stay calm“"], "a closing mark typed the wrong way round"),
    (
        "“We go, “Ruiz said. “Now.”",
        ["“We go, “", "“Now.”"],
        "likewise behind a comma, where none closes before the next",
    ),
    ('“Go," he said. "Stay.”', ['“Go,"', '"Stay.”'], "one mark curly, the other straight"),
    ("He is “6'2\" tall”.", ["“6'2\" tall”"], "inches close no quotation"),
    ("“He said “no” to us.”", ["“He said “no” to us.”", "“no”"], "the same marks within each other"),
    ('"Stop."\n"Go."', ['"Stop."', '"Go."'], "a line is a paragraph"),
    ("", [], "an empty text"),
    ('"', [], "a lone mark"),
]


@pytest.mark.parametrize(("text", "want", "reason"), CASES)
def test_quotations_are_found_with_their_marks(text: str, want: list[str], reason: str) -> None:
    """Each kind of mark opens and closes where a reader sees it."""
    assert [text[q.start : q.end] for q in quotes_in(text, [len(text)])] == want, reason


def test_depth_and_closed() -> None:
    """A quotation in a quotation has depth 1; one left open says so and runs to its paragraph's end."""
    outer, inner = quotes_in("“He said ‘no’ to us,” she said.", [31])
    assert (outer.depth, inner.depth, outer.closed) == (0, 1, True)
    first, second = quotes_in("“One. And more.\n\n“Two.”", [5, 15, 23])
    assert (first.end, first.closed, second.closed) == (15, False, True)


def test_an_unclosed_mark_stops_at_its_sentence() -> None:
    """Where the next paragraph does not take the quotation up, a forgotten mark must not swallow the paragraph."""
    text = 'He said "we will stay. The army left.\n\nRain fell.'
    (quote,) = quotes_in(text, [22, 37, 49])
    assert text[quote.start : quote.end] == '"we will stay.'


@pytest.mark.parametrize(
    ("text", "ends", "why"),
    [
        ("“We stay, he said. They left. “Go,” she said.", [18, 29, 45], "a mark that nobody closed is over by then"),
        ("In the ‘80s it was calm. “Go,” she said.", [24, 40], "an apostrophe typed as an opening mark opens nothing"),
        ("““Stop,” he said. It rained. “Go,” she said.", [17, 28, 44], "one mark too many, which holds its sentence"),
    ],
)
def test_a_mark_without_its_other_is_around_nothing_later(text: str, ends: list[int], why: str) -> None:
    """What is said behind the sentence of a forgotten mark stands in no other quotation."""
    (go,) = (quote for quote in quotes_in(text, ends) if text[quote.start : quote.end] == "“Go,”")
    assert go.depth == 0, why


@pytest.mark.parametrize(
    ("text", "want", "why"),
    [
        ("‘We stay,’ he said. ‘It’s ours.’", ["‘We stay,’", "‘It’s ours.’"], "British print"),
        ("'We stay,' he said. 'They didn't go.'", ["'We stay,'", "'They didn't go.'"], "typed with straight marks"),
        ("‘The guards’ hut burned,’ he said.", ["‘The guards’ hut burned,’"], "whose hut it was"),
        ("‘We stay.\n‘We fight,’ he said. ‘Go.’", ["‘We stay.", "‘We fight,’", "‘Go.’"], "speech over two paragraphs"),
        ("‘He said “no” to us,’ she said.", ["‘He said “no” to us,’"], "what is said within stands in double marks"),
        ("He called it ‘a farce’ and left.", [], "a few words in single marks are not yet speech"),
        ("“We stay,” he said of the ‘end.’", ["“We stay,”"], "where speech has double marks"),
    ],
)
def test_speech_in_single_marks(text: str, want: list[str], why: str) -> None:
    """Single marks are those of speech where no other is set in double ones."""
    outer = [quote for quote in quotes_in(text, [len(text)]) if quote.depth == 0 and not quote.single]
    assert [text[quote.start : quote.end] for quote in outer] == want, why


def test_time_is_linear() -> None:
    """Ten thousand unclosed marks take no more than moments."""
    text = "“‘\"«'" * 40_000
    begin = time.process_time()
    quotes_in(text, [len(text)])
    assert time.process_time() - begin < 5
