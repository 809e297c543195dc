"""Who takes a stand: the subject of a verb, whose a noun is, who signs the text that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.singled_out import one_of
from onrecord.stages.positions.urged import urged_by
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.span import Argument
    from onrecord.stages.positions.room import Room

_OWNERS = frozenset({"from", "by", "among"})
_NAMED_BEFORE = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "ccomp"})
_ON_VERB = frozenset({"obj", "obl"})
_UNDER_VERB = frozenset({"obj", "nsubj:pass"})


def holders_of(token: Token, entry: Mapping[str, Any], room: Room) -> list[Argument]:
    """The parties that take the stand."""
    if token.pos_ == "NOUN" and not entry.get("case"):
        return _of_noun(token, entry, room)
    text = _text_of(token, room.lexicon) if token.pos_ != "ADP" else None
    if text is not None:
        return _who_gives(text, room)
    found = room.holders(filter(names_party, _doers(token, entry, room)))
    return [who for who in found if not (_is_of_which(token) and _is_somebody(who, room))]


def _is_of_which(verb: Token) -> bool:
    """Whether a "which" does it, which is no person: "a man of a faith | which advocates peace"."""
    return verb.dep_ == "acl:relcl" and any(child.lower_ == "which" and child.dep_ == "nsubj" for child in verb.lefts)


def _is_somebody(who: Argument, room: Room) -> bool:
    """Whether the words name one person."""
    entity = room.entity(who)
    return entity is not None and entity.type == "person"


def _doers(token: Token, entry: Mapping[str, Any], room: Room) -> Sequence[Token]:
    """Who stands as the doer: the subject, who urges others to it, whose vote it was, who is one of those that did."""
    if token.pos_ == "ADP":
        return grammar.surface_subjects(token.head)
    is_verb = entry["pos"] == "VERB"
    urging = urged_by(token, room.lexicon) if is_verb else None
    if urging is not None:
        return grammar.surface_subjects(urging)
    if entry.get("case") and _is_of_others(token):
        return ()
    singled = one_of(token, room.lexicon) if is_verb else []
    if singled:
        return singled
    subjects = grammar.surface_subjects if entry["pos"] == "ADJ" else grammar.logical_subjects
    heads = subjects(_verb_beside(token, entry, room.lexicon))
    return [one for head in heads for one in _voters(head, room)]


def _voters(head: Token, room: Room) -> list[Token]:
    """Whose vote it was, of what was done by one: "rejected by a vote | of the commissioners"."""
    voted = head.lemma_.lower() in room.lexicon.list("vote_count")
    return (grammar.prep_objects(head, frozenset({"of"})) if voted else []) or [head]


def _is_of_others(token: Token) -> bool:
    """Whether a number right before says who does it, whom the parser hangs elsewhere: "… and | 22 | in favour"."""
    before = token.left_edge.i - 1
    number = token.doc[before]
    return before > token.head.i and number.pos_ == "NUM" and number.dep_ == "conj"  # not "voted 12 to 4 | in favour"


def _verb_beside(token: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> Token:
    """The verb whose subject takes the stand that stands with it: "came out | in favour of", "left | in protest at"."""
    verb = token.head
    if entry.get("any_verb"):
        return verb.head if token.dep_ == "nmod" and verb.dep_ in _ON_VERB else verb  # "left | their posts in protest"
    sent = text_beside(token, lexicon) if entry.get("case") else None
    if sent is not None:
        return sent.head
    favours = token.dep_ == "obl" and lemma_of(verb, lexicon) in lexicon.list("stance_favour_verb")
    return verb if favours else token


def text_beside(token: Token, lexicon: Lexicon) -> Token | None:
    """The text that is for or against it, and that somebody signs or sends: "sent | a letter | in favour of it"."""
    on_verb = grammar.children(token.head, "obj") if token.dep_ in {"obl", "advcl"} else []
    given = [token.head] if token.dep_ in {"nmod", "acl"} else on_verb
    texts, giving = lexicon.together("stance_filed_text", "speech_venue"), lexicon.list("text_giving_verb")
    kept = (text for text in given if text.dep_ in _UNDER_VERB and text.lemma_.lower() in texts)
    return next((text for text in kept if text.i < token.i and lemma_of(text.head, lexicon) in giving), None)


def is_filed(text: Token, lexicon: Lexicon) -> bool:
    """Whether a text is one that is signed or filed, which is a deed: "a petition", not "a letter"."""
    return text.lemma_.lower() in lexicon.list("stance_filed_text")


def _of_noun(noun: Token, entry: Mapping[str, Any], room: Room) -> list[Argument]:
    """Whose a noun of stance is: its owner, who voices or has it, from whom it came, who stands before it."""
    if entry.get("under"):
        return room.holders(filter(names_party, grammar.logical_subjects(noun.head)))
    light = room.lexicon.list("stance_light_verb")
    if entry["stance"] == "opposes":
        light = light | room.lexicon.list("objecting_verb")
    if is_filed(noun, room.lexicon):
        light = light | room.lexicon.list("text_giving_verb")
    voiced = noun.dep_ in _UNDER_VERB and lemma_of(noun.head, room.lexicon) in light
    owners = [*grammar.children(noun, "nmod:poss"), *grammar.prep_objects(noun, _OWNERS)]
    if voiced and all(owner.pos_ == "PRON" for owner in owners):  # "Chad gave | its | backing": Chad
        found = room.holders(filter(names_party, grammar.logical_subjects(noun.head)))
        if found or not owners:
            return found
    if not owners and noun.dep_ == "nsubj" and lemma_of(noun.head, room.lexicon) in room.lexicon.list("arising_verb"):
        owners = grammar.prep_objects(noun.head, _OWNERS)  # "support for the truce came | from Chad"
    if owners:
        return room.holders(owners)
    before = room.name_before(noun) if noun.dep_ in _NAMED_BEFORE and not voiced else None
    return [before] if before is not None else []


def names_party(head: Token) -> bool:
    """Whether a subject may name who takes the stand: not asked for ("what party backs …"), and not nobody."""
    return not any(child.tag_ in {"WDT", "WP", "WP$"} for child in head.lefts) and not grammar.names_nobody(head)


def _text_of(participle: Token, lexicon: Lexicon) -> Token | None:
    """The text that says where somebody stands: "signed | a petition | opposing the plan".

    So too where another noun stands between: "sent | a letter | to the governors opposing the plan".
    """
    noun = participle.head
    if participle.dep_ != "acl" or grammar.children(participle, "nsubj", "nsubj:pass"):
        return None  # "passed a motion, | with the Greens voting against": not the motion's word
    texts = lexicon.together("stance_filed_text", "speech_venue")
    beside: Sequence[Token] = [] if noun.dep_ == "obj" else grammar.children(noun.head, "obj")
    own = [noun] if participle.tag_ == "VBG" else []  # "a motion | proposed by Chad" is his who proposed it
    return next((text for text in (*own, *beside) if text.lemma_.lower() in texts), None)


def _who_gives(text: Token, room: Room) -> list[Argument]:
    """Who signs, files or sends a text; nobody of one that is only debated or blocked."""
    given = text.dep_ in _UNDER_VERB and lemma_of(text.head, room.lexicon) in room.lexicon.list("text_giving_verb")
    return room.holders(filter(names_party, grammar.logical_subjects(text.head))) if given else []
