"""Stands taken in words: "backs", "is opposed to", "voiced support for", "voted against"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.basis import basis_of, is_only_to_come
from onrecord.stages.positions.objects import is_named, is_object
from onrecord.stages.positions.takers import holders_of
from onrecord.stages.positions.turned import stand_of
from onrecord.stages.positions.urged import is_sued_for, urged_by
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.position import Position
    from onrecord.stages.positions.room import Room


_MAY_STAND = frozenset({"VERB", "AUX", "ADJ", "NOUN", "ADP"})
_OF_GERUND = frozenset({"xcomp", "advcl", "acl", "ccomp"})
_ON = frozenset({"on", "in"})  # before a day they say when
_CLAUSES = frozenset({"clause", "infinitive"})
_UNDER = frozenset({"obj", "obl"})
_ASKING = frozenset({"WRB", "WP"})
_RELATIVES = ("advcl:relcl", "acl:relcl")  # "would not say | how he had voted", as parsers have it
_BESIDE_VERB = frozenset({"obj", "nsubj:pass", "obl"})


def entries_at(token: Token, lexicon: Lexicon) -> tuple[Mapping[str, Any], ...]:
    """The stance entries that the token may be; a participle may be an adjective of the lexicon."""
    index = lexicon.by_pos("stance")
    if token.pos_ == "ADP":  # "is against the bill": the noun is the predicate, the preposition says how one stands
        return index.get((token.lower_, "ADP"), ()) if leads_predicate(token) else ()
    if token.pos_ in {"VERB", "ADJ", "AUX"}:
        as_adjective = index.get((token.lower_, "ADJ"), ()) if token.tag_ != "VBD" else ()
        as_verb = index.get((lemma_of(token, lexicon), "VERB"), ())
        acted_on = any(child.dep_ == "obl:agent" for child in token.children)
        return as_verb if acted_on else (*as_adjective, *as_verb)  # "is opposed to the plan", "opposed the plan"
    return index.get((lemma_of(token, lexicon), "NOUN"), ()) if token.pos_ == "NOUN" else ()


def leads_predicate(case: Token) -> bool:
    """Whether a preposition says how or where somebody is: "is | against | the bill", "was not | at | the talks"."""
    return case.dep_ == "case" and any(child.dep_ == "cop" for child in case.head.lefts)


def stances(room: Room, silent_on: Sequence[Token] = ()) -> Iterator[Position]:
    """Positions out of stance words; `silent_on`: on what others would not say where they stand, in order."""
    last: Token | None = None
    others = iter((*silent_on, None))
    other = next(others)
    for token in room.doc:
        while other is not None and other.i < token.i:
            last, other = other, next(others)
        for entry in entries_at(token, room.lexicon) if token.pos_ in _MAY_STAND else ():
            toward = _what_about(token, entry, room, last)
            taken = _taken(token, entry, room, toward) if toward is not None else None
            if taken is not None:
                yield from taken
                last = toward
                break


def _what_about(token: Token, entry: Mapping[str, Any], room: Room, last: Token | None) -> Token | None:
    """What the stand is about, if the entry may count here."""
    if entry.get("only_inner") or room.is_unsaid(token):
        return None
    if entry.get("only_becomes") and urged_by(token, room.lexicon) is None and not is_sued_for(token, room.lexicon):
        return None
    again = _stood_on_again(token, entry, room, last)
    return again or toward_of(token, entry, room) or _voted_on(token, entry, room, last)


def _taken(token: Token, entry: Mapping[str, Any], room: Room, toward: Token) -> list[Position] | None:
    """The positions of those who take the stand; None where nobody does."""
    stand = stand_of(token, entry, room.lexicon)
    done = _what_becomes(toward, token) if entry.get("becomes") else None
    if done is None and entry.get("becomes") == "only":
        return None
    if done is not None and stand is not None:
        stand = next((e["stance"] for e in entries_at(done, room.lexicon) if e["pos"] == "VERB"), None)
    holders = holders_of(token, entry, room) if stand is not None else []
    if stand is None or not holders:
        return None
    beside = token.head if entry.get("under") else done or noun_beside(token, entry)
    found: list[Position] = []
    for holder in holders:
        basis = basis_of(holder, entry, token, room)
        done_now = entry.get("decides") and not is_only_to_come(token, room.lexicon)
        if done_now and room.is_ruling(holder, toward) and urged_by(token, room.lexicon) is None:
            basis = "acted"
        things = (thing for thing in _and_others(toward, entry, room) if not room.is_same(holder, thing))
        found += [room.position(holder, (stand, basis), thing, token, beside) for thing in things]
    return found


def _and_others(toward: Token, entry: Mapping[str, Any], room: Room) -> list[Token]:
    """The thing with those joined to it that are things of their own ("opposes the law and the tax")."""
    joined = [thing for thing in grammar.conjuncts_below(toward)[1:] if grammar.stands_alone(thing)]
    return [toward, *(thing for thing in joined if is_object(thing, room) and _may_be(thing, entry, room))]


def _may_be(thing: Token, entry: Mapping[str, Any], room: Room) -> bool:
    """Whether the entry allows this kind of thing."""
    if entry.get("bars_people") and room.is_people(thing):
        return False
    needs, bars = entry.get("needs"), entry.get("bars")
    if needs == "plan" and any(child.dep_ == "acl" and grammar.has_to(child) for child in thing.rights):
        return True  # "warned against a rush to recognise the junta"
    return not (needs and not room.is_listed(thing, str(needs))) and not (bars and room.is_listed(thing, str(bars)))


def _stood_on_again(token: Token, entry: Mapping[str, Any], room: Room, last: Token | None) -> Token | None:
    """What an "it" stands for that somebody is for or against: the thing last stood on, if no party is meant.

    "Hezbollah opposes the plan, while the party supports it": of the two that "it" might be, only one is a plan.
    """
    if last is None or last.pos_ != "NOUN" or room.is_party(last):
        return None
    if entry.get("needs") and not room.is_listed(last, str(entry["needs"])):
        return None
    again = any(
        head.lower_ == "it" for way in entry.get("toward", ()) for head in _heads(token, str(way), None, room.lexicon)
    )
    return last if again and room.is_near(last, token, sentences=2) else None


def toward_of(token: Token, entry: Mapping[str, Any], room: Room) -> Token | None:
    """The head of what the stand is about; None where the entry's frame is not there."""
    particle = entry.get("particle")
    other = not particle and entry["pos"] == "VERB" and bool(grammar.children(token, "compound:prt"))
    if other or (particle and not grammar.has_particle(token, str(particle))):
        return None  # "backed | off | his proposals" is not to back them
    if entry.get("case") and grammar.preposition(token) != entry["case"]:
        return None
    if entry["pos"] == "NOUN" and entry.get("under") and not _stands_under(token, entry, room.lexicon):
        return None
    if entry.get("object") and noun_beside(token, entry) is None:
        return None
    for way in entry.get("toward", ()):
        heads = (
            _heads(token, str(way), particle, room.lexicon)
            or _on_noun(token, str(way), entry)
            or _on_venue(token, str(way), room)
            or _of_wish(token, entry)
        )
        if not heads and token.pos_ == "NOUN" and token.dep_ in _UNDER:
            heads = _beside_noun(token, str(way), room)
        # One may be missing from what nobody takes a stand on: "did not take part in the drill".
        is_what = is_named if entry.get("only_inner") or "basis" in entry else is_object
        heads = [_whole(head, room) for head in heads if way not in _ON or not room.is_day(head)]
        heads = [head for head in heads if way in _CLAUSES or is_what(head, room)]
        heads = [head for head in heads if _may_be(head, entry, room)] or _to_be_done(token, str(way), entry)
        if heads:
            return heads[0]
    return None


def _whole(head: Token, room: Room) -> Token:
    """Of how much of a thing it is, the thing: "accepted most | of a plan", "a new summit, | an idea | they back"."""
    if head.dep_ == "appos" and head.lemma_.lower() in room.lexicon.list("empty_noun"):
        return head.head
    if head.lemma_.lower() not in room.lexicon.together("share_noun", "quantity_noun"):
        return head
    things = grammar.prep_objects(head, frozenset({"of"}))
    return next((thing for thing in things if room.is_listed(thing, "proposal")), head)


def _of_wish(verb: Token, entry: Mapping[str, Any]) -> list[Token]:
    """Of what one wants something to become, which parsers call its subject: "wants | the law | rescinded"."""
    wishes = grammar.children(verb, "xcomp", "ccomp") if entry.get("becomes") else []
    return [thing for wish in wishes if wish.tag_ == "VBN" for thing in grammar.children(wish, "nsubj:pass", "nsubj")]


def _beside_noun(noun: Token, way: str, room: Room) -> list[Token]:
    """What the parser hangs on the verb: "gave its backing to it", "voiced support on Monday for it".

    Beside any verb, if nothing stands between ("left in protest | at a law").
    """
    given = room.lexicon.list("stance_giving_verb" if way == "to" else "stance_voicing_verb")
    heads = _heads(noun.head, way, None, room.lexicon)
    if noun.dep_ == "obj" and lemma_of(noun.head, room.lexicon) in given:
        return heads
    return [head for head in heads if head.left_edge.i == noun.i + 1]


def _stands_under(noun: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether the noun stands beside a verb of the entry: "demanded | an end to the raids"."""
    return noun.dep_ in _UNDER and lemma_of(noun.head, lexicon) in entry["under"]


def _to_be_done(token: Token, way: str, entry: Mapping[str, Any]) -> list[Token]:
    """What a gerund says that one is for or against: "opposes | delaying the vote", "is against | lifting the ban"."""
    if entry.get("needs", "plan") != "plan" or entry.get("only_inner") or entry.get("no_deeds") or "basis" in entry:
        return []
    clauses = (c for c in token.rights if c.tag_ == "VBG" and c.dep_ in ({"xcomp"} if way == "obj" else _OF_GERUND))
    opened = (c for c in clauses if way == "obj" or any(w.lower_ == way for w in grammar.children(c, "mark", "case")))
    return [c for c in opened if not any(child.dep_.startswith(("nsubj", "aux")) for child in c.lefts)]


def noun_beside(token: Token, entry: Mapping[str, Any]) -> Token | None:
    """The noun that the entry wants beside the verb ("threw his weight behind"); None if it is not there."""
    wanted = entry.get("object")
    objects = wanted if isinstance(wanted, list) else [wanted]
    found = next((child for child in token.rights if child.dep_ == "obj" and child.lemma_.lower() in objects), None)
    told = entry.get("object_with")  # "cast | the dissenting | vote"
    return None if found is None or (told and not any(word.lower_ in told for word in found.lefts)) else found


def _on_noun(token: Token, way: str, entry: Mapping[str, Any]) -> list[Token]:
    """What the parser hangs on the noun beside the verb ("took issue | with the law")."""
    noun = noun_beside(token, entry)
    return grammar.prep_objects(noun, frozenset({way})) if noun is not None else []


def _on_venue(verb: Token, way: str, room: Room) -> list[Token]:
    """What the parser hangs on where people gathered ("marched outside the town hall | against the plan")."""
    if lemma_of(verb, room.lexicon) not in room.lexicon.list("rallying_verb"):
        return []
    venues = (child for child in verb.rights if child.dep_ == "obl" and grammar.preposition(child) != way)
    return [thing for venue in venues for thing in grammar.prep_objects(venue, frozenset({way}))]


def _voted_on(token: Token, entry: Mapping[str, Any], room: Room, last: Token | None) -> Token | None:
    """What a vote is about whose sentence does not say it: the last proposal before ("voted in favour").

    That may be what others voted to do: "the board voted | to close the school. Two members voted no".
    """
    if entry.get("case"):
        stands = any(child.dep_ == "cop" for child in token.lefts)  # "Bonn and Paris are in favour"
        voted = stands or lemma_of(token.head, room.lexicon) in room.lexicon.list("stance_favour_verb")
        bare = all(child.is_punct for child in token.rights)
    elif entry.get("bare"):
        voted, bare = token.dep_ not in {"amod", "acl"}, all(child.is_punct for child in token.rights)
    elif entry.get("object"):
        voted, bare = bool(entry.get("votes")), noun_beside(token, entry) is not None  # "voted | No"
    else:
        voted = bool(entry.get("votes"))
        ways = frozenset(str(way) for way in entry["toward"])
        left_out = any(child.lower_ in ways and not child.n_rights for child in token.rights)
        bare = left_out or any("Gender=Neut" in head.morph for head in grammar.prep_objects(token, ways))
    if not voted or not bare:
        return None
    named = room.last_named(token.i, "votable")
    done = (
        last is not None
        and last.pos_ == "VERB"
        and lemma_of(last.head, room.lexicon) in room.lexicon.list("voting_verb")
    )
    if last is None or not done or (named is not None and named.i > last.i):
        return named
    return last if room.is_near(last, token, sentences=2) else named


def _heads(token: Token, way: str, particle: str | None, lexicon: Lexicon) -> list[Token]:
    """What stands in one way beside the word of stance."""
    if way == "head":
        return [token.head]
    if way == "obj":
        heads = grammar.logical_objects(token)
        # What is opposed in a passive stands before; behind stands another sentence.
        return [head for head in heads if head.i < token.i] if grammar.is_passive(token) else heads
    if way == "infinitive":  # "voted | to close the school"; what says where one stands has its own entry
        acts = [c for c in token.rights if c.dep_ in {"xcomp", "advcl"} and grammar.has_to(c)]
        return [act for act in acts if grammar.negation(act) is None and not _says_stand(act, lexicon)]
    if way == "clause":
        asking = (child for child in token.rights if child.tag_ in _ASKING and grammar.children(child, *_RELATIVES))
        told = [child for verb in grammar.conjuncts_below(token) for child in verb.children if child.dep_ == "ccomp"]
        return told or list(asking)
    parts = [token, *(child for child in token.rights if child.lower_ == particle)]
    if token.pos_ == "NOUN" and token.lemma_.lower() in lexicon.list("stance_filed_text"):
        signed = lexicon.list("signature_noun")  # "a petition | with 812 signatures | against it"
        near = (*grammar.children(token, "nmod"), *grammar.children(token.head, "obl"))
        parts += [noun for noun in near if noun.lemma_.lower() in signed]
    return [head for part in parts for head in grammar.prep_objects(part, frozenset({way}))]


def _says_stand(act: Token, lexicon: Lexicon) -> bool:
    return any(entry["pos"] == "VERB" for entry in entries_at(act, lexicon))


def _what_becomes(thing: Token, verb: Token) -> Token | None:
    """The participle that says what is to become of a thing: who "wants the law | struck down" is against the law."""
    behind = (c for c in (*thing.rights, *verb.rights) if c.dep_ in _OF_GERUND and c.i > thing.i)
    return next((c for c in behind if c.tag_ == "VBN" or (c.tag_ == "VBD" and c.dep_ == "xcomp")), None)
