"""One report laid out for the search: which tokens stand in which quotation, and how a stretch is trimmed to a span."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.language.quotes import Quote, find_quotes
from onrecord.language.text import bounds_of, text_of
from onrecord.reading.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Manner
    from onrecord.reading.reading import Furniture

Stretch = tuple[int, int]
_SHORT_QUOTE = 200
_OUTER_LEFT = frozenset(",.;:)]—–―-•·▪*")
_OUTER_RIGHT = frozenset(",;:([—–―-.")


class Page:
    """A Doc with its outermost quotations, and the stretches that are furniture.

    Attributes:
        venues: words for where something is said ("interview", "rally").
        able: modals that say what one can do.
        charging: prepositions before what somebody is blamed or thanked for.
        headings: the stretches that are headings, in order.
        no_speakers: what opens a line and is no speaker ("CORRECTION").
        callers: verbs with which one is called on to do something.
        implicatives: verbs that bring somebody to what he then did ("force").
        answers: what stands before an answer in an interview ("A").
        offices: what may stand before a turn of a transcript for who speaks there ("Spokesperson", "Question").
        interviews: verbs by which a report says who is interviewed.
        answered: words for what was said, which another takes up ("a demand echoed by").
        claims: words for what somebody says is so ("charge").
        recordings: words for what shows somebody speaking ("video").
        days: names of days and months.
        passing_on: verbs by which one cites another ("citing").
        concessions: conjunctions with which a reporter sets something against what was said ("although").
        manners: what a speaker does as he speaks ("…, pointing at a map").
        disputing: what others do with what he says ("…, which the army denies").
        left_out: what a speaker did not do as he spoke ("without elaborating").
        frames: words with which a reporter ranks what was said ("in the latest").
        receiving: verbs whose object comes from others ("draw").
        orders: what sets one time before or behind another ("after").
        units: names of units of time ("days").
        circumstances: conjunctions that say amid what something was said or done ("as").
        occasions: conjunctions that behind a quotation say when it was said ("before").
    """

    def __init__(self, doc: Doc, furniture: Sequence[Furniture], lexicon: Lexicon) -> None:
        self.doc = doc
        self.venues = lexicon.list("speech_venue")
        self.able = lexicon.list("cue_able_modal")
        self.charging = lexicon.list("charge_preposition")
        self.callers = lexicon.list("calling_verb")
        self.implicatives = lexicon.list("implicative_verb")
        self.answers = lexicon.list("answer_mark")
        self.offices = lexicon.together("turn_label", "person_noun")
        self.interviews = lexicon.list("interview_verb")
        self.answered = lexicon.list("answered_noun")
        self.claims = lexicon.together("stance_claim", "remarked_noun")
        self.recordings = lexicon.list("recording")
        self.left_out = lexicon.list("left_out_verb")
        self.manners = lexicon.list("speaking_manner")
        self.disputing = lexicon.list("disputing_verb")
        self.frames = [frame.split() for frame in sorted(lexicon.list("reporters_frame"))]
        self.concessions = lexicon.list("concession")
        self.passing_on = lexicon.list("passing_on")
        self.circumstances = lexicon.list("circumstance")
        self.occasions = lexicon.list("occasion")
        self.receiving = lexicon.list("cue_receiving_verb")
        self.orders = lexicon.list("order_in_time")
        self.units = lexicon.together("time_unit", "time_units")
        self.days = lexicon.together("time_weekday", "time_month")
        self.text = text_of(doc)
        self.quotes: tuple[Quote, ...] = tuple(q for q in find_quotes(doc) if q.depth == 0 and not q.single)
        self._starts = [quote.start for quote in self.quotes]
        self._furniture = sorted((f.start, f.end) for f in furniture if not f.tells)
        self.headings = dict.fromkeys((f.start, f.end) for f in furniture if f.kind == "heading")
        self.no_speakers = lexicon.list("line_label")
        self._own_voice: bool | None = None
        self._token_starts, _ = bounds_of(doc)
        self._points = {token.idx for token in doc if len(token.text) == 1 and not token.text.isalnum()}

    def token_at(self, char: int) -> Token:
        """The token that `char` stands in, or the blank before it."""
        return self.doc[max(0, bisect_right(self._token_starts, char) - 1)]

    def quote_at(self, char: int) -> Quote | None:
        """The outermost quotation that `char` stands in, marks included."""
        place = bisect_right(self._starts, char) - 1
        return self.quotes[place] if place >= 0 and char < self.quotes[place].end else None

    def quote_after(self, char: int) -> Quote | None:
        """The first quotation that opens at `char` or later."""
        place = bisect_right(self._starts, char - 1)
        return self.quotes[place] if place < len(self.quotes) else None

    def quote_before(self, char: int) -> Quote | None:
        """The last quotation that has ended by `char`."""
        place = bisect_right(self._starts, char) - 1
        while place >= 0 and self.quotes[place].end > char:
            place -= 1
        return self.quotes[place] if place >= 0 else None

    def is_furniture(self, char: int) -> bool:
        """Whether `char` stands in a caption, credit or byline."""
        place = bisect_right(self._furniture, (char, len(self.text) + 1)) - 1
        return place >= 0 and char < self._furniture[place][1]

    def has_own_voice(self) -> bool:
        """Whether the text itself says "we", outside quotation marks: all in it is the word of who put it out."""
        if self._own_voice is None:
            ours = (t.idx for t in self.doc if {"Person=1", "Number=Plur"} <= set(t.morph))
            self._own_voice = any(self.quote_at(at) is None and not self.is_furniture(at) for at in ours)
        return self._own_voice

    def behind_furniture(self, char: int) -> int:
        """Where the caption, credit or dateline ends that `char` stands in; elsewhere `char`."""
        place = bisect_right(self._furniture, (char, len(self.text) + 1)) - 1
        return self._furniture[place][1] if self.is_furniture(char) else char

    def span(self, stretch: Stretch) -> Span:
        """The stretch as a span of the text."""
        return Span.of(self.text, *stretch)

    def trim(self, start: int, end: int) -> Stretch | None:
        """Take off outer blanks and punctuation, keeping quotation marks whole; None where nothing is left."""
        while start < end and self._loose(start, end, start, _OUTER_LEFT):
            start += 1
        while start < end:
            quote = self.quote_at(end - 1)
            if quote and quote.start >= start and quote.end <= end + 3 and quote.inner_end <= end:
                end = quote.end
                break
            if not self._loose(start, end, end - 1, _OUTER_RIGHT):
                break
            end -= 1
        return (start, end) if any(map(str.isalnum, self.text[start:end])) else None

    def _loose(self, start: int, end: int, at: int, outer: frozenset[str]) -> bool:
        """Whether the character at the edge does not belong: a blank, outer punctuation, half a pair of marks."""
        char = self.text[at]
        if char.isspace() or (char in outer and at in self._points):
            return True
        quote = self.quote_at(at)
        if quote is None:
            return char in '"”“' and at in self._points
        on_mark = at < quote.inner_start or at >= quote.inner_end
        return on_mark and (quote.start < start or quote.end > end + 3)

    def into_quote(self, stretch: Stretch) -> Stretch:
        """Take in a quotation that follows with no mark between, where parsers often cut ("called it “a farce”")."""
        start, end = stretch
        quote = self.quote_after(end)
        if quote and self.text[end : quote.start] == " " and self.text[end - 1].isalnum():
            inner = self.text[quote.inner_start : quote.inner_end].rstrip()
            if self.text[start:end].strip() and len(inner) < _SHORT_QUOTE:
                return start, quote.end
        return stretch

    def whole_quotes(self, stretch: Stretch, outside: Stretch) -> Stretch:
        """Stretch out to the ends of quotations that it stands partly in, unless `outside` stands in them too."""
        start, end = stretch
        for at in (start, end - 1):
            quote = self.quote_at(at)
            if quote and not (quote.start <= outside[0] < quote.end):
                start, end = min(start, quote.start), max(end, quote.end)
        return start, end

    def manner(self, pieces: Sequence[Stretch]) -> Manner:
        """Direct where all words are quoted, mixed where some are, else indirect."""
        quoted = bare = 0
        for start, end in pieces:
            at = start
            while at < end:
                quote = self.quote_at(at)
                after = quote or self.quote_after(at)
                stop = min(end, after.end if quote and after else after.start if after else end)
                words = sum(map(str.isalnum, self.text[at:stop]))
                quoted, bare = (quoted + words, bare) if quote else (quoted, bare + words)
                at = max(stop, at + 1)
        if not quoted:
            return "indirect"
        return "mixed" if bare else "direct"


def extent(token: Token) -> Stretch:
    """From the first to the last character of a token's subtree."""
    last = token.right_edge
    return token.left_edge.idx, last.idx + len(last)


def paragraph_of(text: str, char: int) -> Stretch:
    """The line that `char` stands on."""
    start = text.rfind("\n", 0, char) + 1
    end = text.find("\n", char)
    return start, end if end >= 0 else len(text)
