"""One report laid out for the search for mentions: its tokens as plain lists."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.nouns import former_office, noun_form
from onrecord.language.text import sentence_numbers, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.knowledge.actors import Actors
    from onrecord.language.plain_words import Doc, Token
    from onrecord.reading.reading import Furniture
    from onrecord.reading.time import TimeExpression
    from onrecord.stages.entities.words import Words

HYPHENS = frozenset("-–‐‑")
_MAX_BRACKET = 4
_NAMING = frozenset({"PROPN", "ADJ", "NOUN"})


class Page:
    """The tokens of a report, and what has been found out about them.

    Attributes:
        solid: indexes of tokens that are no white space, in order.
        place_in_solid: for each token its position in `solid` (of white space: of the next solid token).
        quiet: tokens of furniture but for headings; only names are looked for there.
        signed: tokens of datelines, in whose brackets stands the agency that tells the report.
        timed: tokens inside time expressions.
        date: the day of publication, or else the latest calendar date that the report names; None if there is none.
        support: how often the report speaks of each country, by name, nationality, region or capital.
    """

    def __init__(self, doc: Doc, furniture: Sequence[Furniture], times: Sequence[TimeExpression],
                 words: Words, actors: Actors, published: str | None = None) -> None:  # fmt: skip
        self.doc = doc
        self.string = text_of(doc)  # making it takes time, so once
        self.words = words
        self.actors = actors
        self.tokens: list[Token] = list(doc)
        self.text = [token.text for token in self.tokens]
        self.lower = [word.lower() for word in self.text]
        self.pos = [token.pos_ for token in self.tokens]
        self.dep = [token.dep_ for token in self.tokens]
        self.head = [token.head.i for token in self.tokens]
        self.ent = [token.ent_type_ for token in self.tokens]
        self.start = [token.idx for token in self.tokens]
        self.solid = [i for i, pos in enumerate(self.pos) if pos != "SPACE"]
        self.place_in_solid = _positions(self.solid, len(self.tokens))
        self.quiet = self._cover([piece for piece in furniture if not piece.tells])
        self.signed = self._cover([piece for piece in furniture if piece.kind == "dateline"])
        self.timed = self._cover(times)
        dates = [time.value[:10] for time in times if time.type == "DATE" and _is_date(time.value)]
        self.date = published[:10] if published and _is_date(published) else max(dates, default=None)
        self.sentence = sentence_numbers(doc)
        self._before, self._after = self._neighbours(-1), self._neighbours(1)
        self._capital = [word[0].isupper() for word in self.text]
        self._nouns: dict[int, str] = {}
        self.support = self._countries()

    def __len__(self) -> int:
        return len(self.tokens)

    def is_home(self, i: int) -> bool:
        """Whether a noun that a chamber goes by tells of a home: "the mayor's house", "searched the house"."""
        beside = self.words.home_too.get(self.noun(i))
        if beside is None or self._capital[i]:
            return False
        children = list(self.tokens[i].children)
        if any(child.lower_ in beside for child in children):
            return False
        whose = any(child.dep_ == "nmod:poss" for child in children)
        of = any(child.dep_ == "nmod" and self.lower[child.left_edge.i] == "of" for child in children)
        return whose or of or self.dep[i] != "nsubj"

    def sectors_at(self, i: int) -> tuple[str, ...]:
        """PLOVER sectors that the noun at `i` says, with the word before it where both make one ("border guard")."""
        if self.is_home(i):
            return ()
        before = self.before(i)
        both = f"{self.lower[before]} {self.noun(i)}" if before is not None else ""
        return self.words.sectors_of(both if self.words.is_noun(both) else self.noun(i))

    def end(self, i: int) -> int:
        """Offset just after token `i`."""
        return self.start[i] + len(self.text[i])

    def before(self, i: int) -> int | None:
        """The solid token before token `i`, within its sentence."""
        return self._before[i]

    def after(self, i: int) -> int | None:
        """The solid token after token `i`, within its sentence."""
        return self._after[i]

    def before_bracket(self, i: int) -> int | None:
        """The token before a closing bracket's short bracket ("Front (PFK) rebels": from ")" to "Front"), or None."""
        at: int | None = i
        for _ in range(_MAX_BRACKET):
            at = self.before(at) if at is not None else None
            if at is None:
                return None
            if self.text[at] == "(":
                return self.before(at)
        return None

    def _neighbours(self, step: int) -> list[int | None]:
        """For each token the solid one so many solid ones away, None where that is beyond its sentence."""
        solid = [None] * abs(step) + self.solid + [None] * (1 + abs(step))
        near = [solid[at + abs(step) + step] for at in self.place_in_solid]
        number = self.sentence
        return [
            other if other is not None and number[other] == own else None
            for other, own in zip(near, number, strict=True)
        ]

    def noun(self, i: int) -> str:
        """The form under which the lexicon may know the noun at `i`: lemma, the word itself or its singular."""
        if i not in self._nouns:
            noun = noun_form(self.tokens[i], self.words.nouns.__contains__)
            known = noun in self.words.nouns
            office = former_office(noun, self.words.former_prefix, self.words.person.__contains__)
            self._nouns[i] = office if office is not None and not known else noun
        return self._nouns[i]

    def capital(self, i: int) -> bool:
        """Whether the word begins with a capital (or a digit inside a name)."""
        return self._capital[i]

    def nationality(self, i: int) -> str | None:
        """Code of the nationality word at `i`, "" for one without a state, None if it is none.

        With the word before or behind it, it may say more: "South Sudanese" is not Sudanese.
        """
        capital, text = self._capital, self.text
        if not capital[i]:
            return None
        look_up = self.actors.countries.nationality
        before, after = self._before[i], self._after[i]
        if before is not None and capital[before] and (code := look_up(f"{text[before]} {text[i]}")) is not None:
            return code
        if after is not None and capital[after] and (code := look_up(f"{text[i]} {text[after]}")) is not None:
            return code
        return look_up(text[i])

    def _cover(self, spans: Sequence[Furniture] | Sequence[TimeExpression]) -> list[bool]:
        marks = [False] * len(self.tokens)
        for span in spans:
            part = self.doc.char_span(span.start, span.end, alignment_mode="expand")
            if part is not None:
                marks[part.start : part.end] = [True] * len(part)
        return marks

    def _countries(self) -> Mapping[str, int]:
        countries = self.actors.countries
        capitals = [i for i in self.solid if self.pos[i] in _NAMING and self.capital(i)]
        words = Counter(self.text[i] for i in capitals)
        words.update(f"{self.text[i]} {self.text[j]}" for i, j in pairwise(capitals) if j == i + 1)  # "Hong Kong"
        look_ups = (countries.nationality, countries.by_name, countries.by_region, countries.by_capital)
        found: Counter[str] = Counter()
        for word, times in words.items():
            for code in {code for look_up in look_ups if (code := look_up(word))}:
                found[code] += times
        return found


def _positions(solid: list[int], size: int) -> list[int]:
    table = [len(solid)] * size
    for at, i in enumerate(solid):
        table[i] = at
    for i in range(size - 2, -1, -1):
        if table[i] == len(solid):
            table[i] = table[i + 1]
    return table


def _is_date(value: str) -> bool:
    return len(value) >= 10 and value[:4].isdigit() and value[5:7].isdigit() and value[8:10].isdigit()
