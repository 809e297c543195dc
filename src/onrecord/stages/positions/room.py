"""What the search for positions looks at: a report with its events, voices and parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.conditions import find_conditions, up_to
from onrecord.language.mentions import who_in
from onrecord.language.party_words import is_share, with_how_many, with_which
from onrecord.language.text import having, sentence_numbers, text_of
from onrecord.language.voices import Voices
from onrecord.reading.position import Basis, Position, Stance
from onrecord.reading.span import Argument, Span
from onrecord.stages.positions.things import target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event

_ASSERTED = frozenset({"happened", "ongoing", "planned"})
_PARTIES = frozenset({"person", "organization", "group"})
_BACK = 3
_IN_PHRASE = frozenset({"nmod", "obl", "obj", "advcl", "acl", "xcomp"})
_NAMING = frozenset({"compound", "amod", "nmod:desc"})


class Room:
    """One report and everybody in it."""

    def __init__(
        self,
        doc: Doc,
        events: Sequence[Event],
        attributions: Sequence[Attribution],
        entities: Sequence[Entity],
        lexicon: Lexicon,
    ) -> None:
        self.doc = doc
        self.events = tuple(events)
        self.lexicon = lexicon
        self.who = who_in(doc, entities)
        self.voices = Voices(attributions)
        self._sentence_of = sentence_numbers(doc)
        self._own_voice: list[Entity] | None = None
        self._cues = frozenset(said.cue.start for said in attributions if said.cue is not None)
        self.event_at = {event.trigger.start: event.id for event in reversed(self.events)}
        self._unreal = {event.trigger.start for event in self.events if event.factuality.status not in _ASSERTED}

    def is_unsaid(self, participle: Token) -> bool:
        """Whether it says what a text would have said that was never passed ("blocked a statement condemning it")."""
        return participle.dep_ == "acl" and participle.idx in self._unreal

    def holders(self, heads: Iterable[Token], *, silent: bool = False) -> list[Argument]:
        """The parties at the tokens; several behind their noun each by name ("the parties Vox and Accord")."""
        named = {name.i: name for head in heads for name in self._named_behind(head) or [head]}
        found = (self.holder(named[i], silent=silent) for i in sorted(named))
        return list(dict.fromkeys(filter(None, found)))  # "Trinidad and Tobago" are one

    def _named_behind(self, head: Token) -> list[Token]:
        if head.tag_ != "NNS":
            return []
        behind = (n for n in grammar.children(head, "appos") if n.left_edge.i == head.i + 1 or n.ent_type_ == "PERSON")
        listed = next((grammar.conjuncts_below(name) for name in behind), [])
        return listed if len(listed) > 1 and all(self.holder(name) for name in listed) else []

    def holder(self, token: Token, *, silent: bool = False) -> Argument | None:
        """The party at `token`; None where it is no party that could take a stand.

        An office or a campaign is who it is of ("his office could not be reached"). Who is `silent` is no state.
        """
        owners = [child for child in token.lefts if child.dep_ == "nmod:poss"]
        if any("Person=2" in owner.morph for owner in owners):
            return None  # "your parents": nobody in particular
        if owners and owners[0].pos_ == "PRON" and token.lemma_.lower() in self.lexicon.list("proxy_noun"):
            return self.holder(owners[0], silent=silent)
        entity = self.who.at(token.i)
        if entity is None:
            named = [c for c in grammar.children(token, "appos") if c.i == token.i + 1 and self.who.at(c.i) is not None]
            return self.holder(named[0], silent=silent) if named else self._counted_out(token)  # "the railway | CN"
        told = entity.named or entity.count is not None or bool(entity.sectors)  # "more than 40 countries", "churches"
        stands = entity.type in _PARTIES or (entity.type == "place" and told and not silent)
        return with_how_many(token, self.who.argument(self.doc, token.i)) if stands else None

    def _counted_out(self, number: Token) -> Argument | None:
        """A number out of a party, which is no entity of its own ("Twelve of the members", "half of the voters")."""
        if not is_share(number, self.lexicon) or not any(
            self.holder(head) is not None for head in grammar.prep_objects(number, frozenset({"of"}))
        ):
            return None
        start, end = grammar.full_phrase(number)
        return Argument(start=start, end=end, text=text_of(self.doc)[start:end])

    def is_part_counted(self, head: Token) -> bool:
        """Whether only a number out of the party did it: of "40 percent of voters" the voters are not who did."""
        return head.dep_ == "nmod" and self.who.at(head.head.i) is None and self._counted_out(head.head) is not None

    def last_named(self, before: int, kind: str) -> Token | None:
        """The last noun of a list of the lexicon ("votable"), in the sentence of token `before` or the three before."""
        sentence = self.doc[before].sent
        for _ in range(_BACK):
            if sentence.start == 0:
                break
            sentence = self.doc[sentence.start - 1].sent
        words = self.lexicon.list(kind)
        named = (token for token in reversed(self.doc[sentence.start : before]) if token.pos_ == "NOUN")
        other = self.lexicon.list("other_thing_word")  # "an earlier draft"
        nobody = self.lexicon.list("names_nobody") | other  # "any law in our history"; nor is it "our proposals"
        known = (
            t for t in named if t.lemma_.lower() in words and not grammar.children(t, "nummod")
            and not any(c.lower_ in nobody or (c.dep_ == "nmod:poss" and c.pos_ == "PRON") for c in t.lefts)
        )  # fmt: skip
        return next(known, None)

    def is_same(self, holder: Argument, target: Token | None) -> bool:
        """Whether the holder would stand for or against himself: a pronoun resolved wrongly."""
        entity = self.who.at(target.i) if target is not None else None
        return entity is not None and entity.id == holder.entity

    def is_people(self, token: Token) -> bool:
        """Whether a person or a crowd stands at `token`."""
        entity = self.who.at(token.i)
        return entity is not None and entity.type in {"person", "group"}

    def is_denied(self, char: int) -> bool:
        """Whether what stands at `char` is what somebody denies or doubts ("denied that it backed the coup")."""
        voice = self.voices.at(char)
        cue = self.head_of(voice.cue) if voice is not None and voice.cue is not None else None
        return cue is not None and cue.lemma_.lower() in self.lexicon.list("denying_cue")

    def word_for(self, head: Token) -> str:
        """The noun for somebody, of a pronoun that which it takes up."""
        before = self.who.antecedent(head.i)
        noun = self.head_of(before) if before is not None else None
        return (noun or head).lemma_.lower()

    def head_of(self, words: Span) -> Token | None:
        """The token that a stretch of words hangs by."""
        span = self.doc.char_span(words.start, words.end, alignment_mode="contract")
        return span.root if span is not None else None

    def name_before(self, noun: Token) -> Argument | None:
        """Whose a noun of stance is, where only a modifier says so: "Palestinian Arab backing"."""
        words = [child for child in noun.lefts if child.dep_ in _NAMING and child.text[:1].isupper()]
        if not words:
            return None
        start, end = words[0].left_edge.idx, words[-1].idx + len(words[-1])
        entity = self.who.at(words[-1].i)
        return Argument(start=start, end=end, text=text_of(self.doc)[start:end], entity=entity.id if entity else None)

    def position(
        self,
        holder: Argument,
        stand: tuple[Stance, Basis],
        toward: Token | None,
        trigger: Token,
        beside: Token | None = None,
    ) -> Position:
        """The position with its evidence (the predicate's words), its conditions and the voice it stands in.

        Args:
            holder: who takes the stand.
            stand: which, and why we say so.
            toward: the head of what it is about.
            trigger: the word that says so.
            beside: the word without which it would not say so ("threw his | weight | behind", "wants it | repealed").
        """
        voice = self.voice_of(trigger)
        head = self.head_of(holder)
        behind = beside is not None and toward is not None and beside.i > toward.i
        said_by = beside if beside is not None and behind else trigger
        terms = find_conditions(trigger, self.lexicon) if stand[0] != "unknown" else ()
        conditions = up_to(terms, list(self.said_at(trigger)), text_of(self.doc))
        return Position(
            id="",
            holder=with_which(head, holder, trigger, self.lexicon) if head is not None else holder,
            stance=stand[0],
            basis=stand[1],
            toward=target_of(toward, self, said_by, conditions) if toward is not None else None,
            conditions=conditions,
            attribution=voice.id if voice else None,
            evidence=(self.evidence(trigger, beside),),
        )

    def voice_of(self, trigger: Token) -> Attribution | None:
        """On whose word it is: "he refused to back the pact" is told by who says that he refused.

        Nor has who "endorsed a truce | proposed by Cairo" told who proposed it.
        """
        voice = self.voices.at(trigger.idx)
        cue = self.head_of(voice.cue) if voice is not None and voice.cue is not None else None
        if voice is not None and cue is not None and grammar.negation(cue) is not None:
            voice = self.voices.around(voice)  # "did not say why they denied it"
        done_by = grammar.tells_who_did(trigger)
        if voice is None or voice.cue is None or not (done_by or trigger.dep_ in {"xcomp", "advcl"}):
            return voice
        above = trigger.head.head if done_by else trigger.head
        while done_by and above.dep_ in _IN_PHRASE and not voice.cue.start <= above.idx < voice.cue.end:
            above = above.head  # "called for | a cut in a compromise rebuffed by Cairo"
        return self.voices.around(voice) if voice.cue.start <= above.idx < voice.cue.end else voice

    def is_cue(self, word: Token) -> bool:
        """Whether somebody says something by it."""
        return word.idx in self._cues

    def said_at(self, trigger: Token) -> Iterator[int]:
        """Where the words begin that tell who says it, which are no part of what it is about."""
        if (voice := self.voices.at(trigger.idx)) is not None:
            yield from (part.start for part in (voice.source, voice.cue) if part is not None)

    def is_near(self, before: Token, token: Token, *, sentences: int = 1) -> bool:
        """Whether the first stands in the sentence of the second, in one of so many before it, or behind it."""
        return self._sentence_of[token.i] - self._sentence_of[before.i] <= sentences

    def things_stood_on(self, positions: Iterable[Position]) -> list[Token]:
        """The nouns of proposals and acts that positions are about, in the order of the text."""
        heads = {
            head.i: head for p in positions if p.toward is not None and (head := self.head_of(p.toward)) is not None
        }
        return [heads[i] for i in sorted(heads) if heads[i].pos_ == "NOUN" and not self.is_party(heads[i])]

    def is_party(self, token: Token) -> bool:
        """Whether somebody who can act stands at the word."""
        entity = self.who.at(token.i)
        return entity is not None and entity.type in _PARTIES

    def evidence(self, trigger: Token, beside: Token | None = None) -> Span:
        """The predicate with its auxiliaries, its negation, and the verb that it hangs on ("refused to back")."""
        verbs = [trigger, trigger.head] if trigger.dep_ == "xcomp" and grammar.has_to(trigger) else [trigger]
        helping = {"aux", "aux:pass", "cop", "compound:prt"}
        parts = [part for verb in verbs for part in (verb, *(c for c in verb.children if c.dep_ in helping))]
        parts += filter(None, (*map(grammar.negation, verbs), beside))
        near = [part for part in parts if abs(part.i - trigger.i) < 8]
        first, last = min(near, key=lambda t: t.i), max(near, key=lambda t: t.i)
        return Span.of(text_of(self.doc), first.idx, last.idx + len(last))

    def speaker(self, token: Token) -> Argument | None:
        """Who says the words at `token`, as far as it is a party; None where the reporter does."""
        voice = self.voices.at(token.idx)
        head = self.head_of(voice.source) if voice is not None and voice.source is not None else None
        return self.holder(head) if head is not None else None

    def is_listed(self, thing: Token, kind: str) -> bool:
        """Whether a list of the lexicon has it.

        A "plan" is a proposal, or an act by the lexicon of events; a "cause" a plan, or somebody or a country.
        """
        lemma = thing.lemma_.lower()
        if kind == "cause":
            entity = self.who.at(thing.i)
            return self.is_listed(thing, "plan") or self.is_party(thing) or (entity is not None and entity.named)
        if kind == "plan":
            return lemma in self.lexicon.list("proposal") or lemma in self.lexicon.act_nouns
        return lemma in self.lexicon.list(kind)

    def is_day(self, noun: Token) -> bool:
        """Whether it only says when ("on Monday", "on 3 May")."""
        days = self.lexicon.together("time_weekday", "time_month", "time_unit", "time_units")
        return any(part.lower_ in days or part.lemma_.lower() in days for part in (noun, *noun.children))

    def is_told_act(self, thing: Token) -> bool:
        """Whether the report tells of an act in this word."""
        return thing.idx in self.event_at

    def is_ruling(self, holder: Argument, thing: Token) -> bool:
        """Whether it is a deed: a court ruled on a plea, a house voted, those whom an offer was made cast their votes.

        "The senate rejected the bill", "the governor's request"; "nurses rejected the contract".
        """
        body, head = self.entity(holder), self.head_of(holder)
        if body is not None and "JUD" in body.sectors and self.is_listed(thing, "plea"):
            return True
        if body is not None and "LEG" in body.sectors:
            return self.is_listed(thing, "votable") or (
                body.type == "organization" and self.is_listed(thing, "proposal")
            )
        voters = self.lexicon.list("balloting_people")
        return head is not None and head.lemma_.lower() in voters and self.is_listed(thing, "ballot_matter")

    def issuers(self) -> list[Entity]:
        """Who says "we" in the text's own voice: what such a statement tells of them is their own word."""
        if self._own_voice is None:
            places = having(self.doc, "LOWER", self.lexicon.list("first_person"))
            own = (
                i for i in places if self.doc[i].pos_ == "PRON" and self.voices.at(self.doc[i].idx) is None
            )  # not "US"
            told = map(self.who.at, own)
            self._own_voice = list({entity.id: entity for entity in told if entity is not None}.values())
        return self._own_voice

    def entity(self, words: Argument) -> Entity | None:
        """Who stands behind the words."""
        return self.who.entity(words.entity) if words.entity is not None else None
