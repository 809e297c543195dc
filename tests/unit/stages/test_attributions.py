"""Attributions out of hand-built Docs: who says, with which words, what."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.draft import AttributionDraft, MentionDraft
from onrecord.stages.attributions import edges, find_attributions
from onrecord.stages.attributions.page import Page

SAID_BEFORE = """
The the DET 2 det DT
mayor mayor NOUN 4 nsubj NN
also also ADV 4 advmod RB
said say VERB 0 root VBD
that that SCONJ 7 mark IN
talks talk NOUN 7 nsubj NNS
failed fail VERB 4 ccomp VBD
. . PUNCT 4 punct .
"""
SAID_AFTER = """
Talks talk NOUN 2 nsubj NNS
failed fail VERB 6 ccomp VBD
, , PUNCT 2 punct ,
the the DET 5 det DT
mayor mayor NOUN 6 nsubj NN
said say VERB 0 root VBD
. . PUNCT 6 punct .
"""
SAID_INSIDE = """
The the DET 2 det DT
plan plan NOUN 8 nsubj NN
, , PUNCT 5 punct ,
the the DET 5 det DT
mayor mayor NOUN 6 nsubj NN
says say VERB 8 parataxis VBZ
, , PUNCT 6 punct ,
failed fail VERB 0 root VBD
badly badly ADV 8 advmod RB
. . PUNCT 8 punct .
"""
QUOTED = """
“ “ PUNCT 3 punct ``
We we PRON 3 nsubj PRP
stay stay VERB 6 ccomp VBP
, , PUNCT 3 punct ,
” ” PUNCT 3 punct ''
said say VERB 0 root VBD
Ana Ana PROPN 6 nsubj NNP
Ruiz Ruiz PROPN 7 flat NNP
. . PUNCT 6 punct .

“ “ PUNCT 4 punct ``
Nobody nobody PRON 4 nsubj NN
will will AUX 4 aux MD
leave leave VERB 0 root VB
. . PUNCT 4 punct .
” ” PUNCT 4 punct ''
"""
CALLED_FOR = """
The the DET 2 det DT
pope pope NOUN 4 nsubj NN
has have AUX 4 aux VBZ
called call VERB 0 root VBN
for for ADP 7 case IN
a a DET 7 det DT
truce truce NOUN 4 obl NN
on on ADP 9 case IN
Monday Monday PROPN 4 obl NNP
. . PUNCT 4 punct .
"""
PLANS = """
Oslo Oslo PROPN 2 nsubj NNP
plans plan VERB 0 root VBZ
to to PART 4 mark TO
host host VERB 2 xcomp VB
talks talk NOUN 4 obj NNS
. . PUNCT 2 punct .
"""
CLAIM = """
Kabul Kabul PROPN 3 nmod:poss NNP
's 's PART 1 case POS
claim claim NOUN 8 nsubj NN
that that SCONJ 6 mark IN
rebels rebel NOUN 6 nsubj NNS
fled flee VERB 3 acl VBD
was be AUX 8 cop VBD
false false ADJ 0 root JJ
. . PUNCT 8 punct .
"""
ACCORDING = """
Two two NUM 2 nummod CD
men man NOUN 3 nsubj NNS
died die VERB 0 root VBD
, , PUNCT 8 punct ,
according accord VERB 8 case VBG
to to ADP 5 fixed IN
the the DET 8 det DT
police police NOUN 3 obl NNS
. . PUNCT 3 punct .
"""
MISLED = """
Two two NUM 2 nummod CD
men man NOUN 3 nsubj NNS
died die VERB 5 ccomp VBD
, , PUNCT 3 punct ,
said say VERB 0 root VBD
Ana Ana PROPN 5 nsubj NNP
Ruiz Ruiz PROPN 6 flat NNP
, , PUNCT 6 punct ,
according accord VERB 6 case VBG
to to ADP 9 fixed IN
AFP AFP PROPN 6 compound NNP
. . PUNCT 5 punct .
"""
REPORTED = """
It it PRON 3 expl PRP
was be AUX 3 aux:pass VBD
reported report VERB 0 root VBN
that that SCONJ 7 mark IN
the the DET 6 det DT
king king NOUN 7 nsubj NN
fled flee VERB 3 ccomp VBD
. . PUNCT 3 punct .
"""
CONFIDENT = """
The the DET 2 det DT
coach coach NOUN 4 nsubj NN
is be AUX 4 cop VBZ
confident confident ADJ 0 root JJ
they they PRON 6 nsubj PRP
won win VERB 4 ccomp VBD
. . PUNCT 4 punct .
"""
MIGHT_SAY = """
The the DET 2 det DT
mayor mayor NOUN 4 nsubj NN
might might AUX 4 aux MD
say say VERB 0 root VB
talks talk NOUN 6 nsubj NNS
failed fail VERB 4 ccomp VBD
. . PUNCT 4 punct .
"""
TURN = """
RUIZ Ruiz PROPN 0 root NNP
: : PUNCT 1 punct :
We we PRON 5 nsubj PRP
never never ADV 5 advmod RB
left leave VERB 1 parataxis VBD
. . PUNCT 1 punct .
"""
PARTED = """
“ “ PUNCT 3 punct ``
We we PRON 3 nsubj PRP
stay stay VERB 7 ccomp VBP
, , PUNCT 3 punct ,
” ” PUNCT 3 punct ''
Ruiz Ruiz PROPN 7 nsubj NNP
said say VERB 0 root VBD
, , PUNCT 9 punct ,
pointing point VERB 7 advcl VBG
south south ADV 9 advmod RB
, , PUNCT 9 punct ,
“ “ PUNCT 15 punct ``
and and CCONJ 15 cc CC
nobody nobody PRON 15 nsubj NN
leaves leave VERB 3 conj VBZ
. . PUNCT 7 punct .
” ” PUNCT 7 punct ''
"""
HALF_QUOTED = """
Ruiz Ruiz PROPN 2 nsubj NNP
said say VERB 0 root VBD
it it PRON 6 nsubj PRP
was be AUX 6 cop VBD
“ “ PUNCT 6 punct ``
wrong wrong ADJ 2 ccomp JJ
” ” PUNCT 6 punct ''
for for SCONJ 11 mark IN
him he PRON 11 nsubj PRP
to to PART 11 mark TO
speak speak VERB 6 advcl VB
. . PUNCT 2 punct .
"""
SAYING = """
Ruiz Ruiz PROPN 2 nsubj NNP
told tell VERB 0 root VBD
us we PRON 2 iobj PRP
we we PRON 6 nsubj PRP Person=1
must must AUX 6 aux MD
act act VERB 2 ccomp VB
, , PUNCT 8 punct ,
saying say VERB 6 advcl VBG
time time NOUN 10 nsubj NN
flies fly VERB 8 ccomp VBZ
. . PUNCT 2 punct .
"""
SHOWS = """
It it PRON 2 nsubj PRP PronType=Prs
ended end VERB 0 root VBD
, , PUNCT 5 punct ,
which which PRON 5 nsubj WDT PronType=Rel
shows show VERB 2 advcl VBZ
that that SCONJ 8 mark IN
both both DET 8 nsubj DT
agree agree VERB 5 ccomp VBP
. . PUNCT 2 punct .
"""
PIECES = ("The plan", "failed badly")
CASES = [
    (SAID_BEFORE, "The mayor", "also said", ("that talks failed",), "indirect", "'that' is content, the adverb is cue"),
    (SAID_AFTER, "the mayor", "said", ("Talks failed",), "indirect", "content before source and cue"),
    (SAID_INSIDE, "the mayor", "says", PIECES, "indirect", "content around source and cue, in two pieces"),
    (
        CALLED_FOR,
        "The pope",
        "has called for",
        ("a truce",),
        "indirect",
        "auxiliary and preposition are cue, day is not",
    ),
    (PLANS, "Oslo", "plans", ("to host talks",), "indirect", "a plan, with its 'to'"),
    (CLAIM, "Kabul's", "claim", ("that rebels fled",), "indirect", "a noun cue and its possessor"),
    (ACCORDING, "the police", "according to", ("Two men died",), "indirect", "a preposition for a cue"),
    (REPORTED, None, "was reported", ("that the king fled",), "indirect", "a passive that names nobody"),
    (CONFIDENT, "The coach", "is confident", ("they won",), "indirect", "an adjective with its copula"),
    (TURN, "RUIZ", ":", ("We never left",), "indirect", "a turn of a transcript"),
]


def test_a_source_ends_where_a_further_one_begins() -> None:
    """A parser that hangs "according to" on the speaker does not make the agency a part of him."""
    sources = {draft.source.text for draft in drafts_of(MISLED) if draft.source}
    assert sources == {"Ana Ruiz"}


def drafts_of(conllu: str, mentions: tuple[MentionDraft, ...] = ()) -> tuple[AttributionDraft, ...]:
    return find_attributions(doc_of(conllu), mentions, (), shipped_lexicon())


@pytest.mark.parametrize(("conllu", "source", "cue", "content", "manner", "reason"), CASES)
def test_one_attribution(
    conllu: str, source: str | None, cue: str, content: tuple[str, ...], manner: str, reason: str
) -> None:
    """Source, cue and content have the extents of PolNeAR's guidelines."""
    (draft,) = drafts_of(conllu)
    assert (draft.source.text if draft.source else None) == source, reason
    assert draft.cue is not None
    assert draft.cue.text == cue, reason
    assert tuple(span.text for span in draft.content) == content, reason
    assert draft.manner == manner, reason


def test_speech_that_goes_on_in_the_paragraph_is_one_attribution() -> None:
    """The quotation after the cue's sentence is another piece of the same content, and all of it is direct."""
    (draft,) = drafts_of(QUOTED)
    assert draft.source is not None
    assert draft.source.text == "Ana Ruiz"
    assert len(draft.content) == 2
    assert draft.content[1].text.startswith("“ Nobody")
    assert draft.manner == "direct"


def test_an_aside_between_two_quotations_parts_one_speech() -> None:
    """What is done while speaking stands between, and what is said goes on behind it."""
    (draft,) = drafts_of(PARTED)
    assert [span.text.strip("“”., ") for span in draft.content] == ["We stay", "and nobody leaves"]


def test_a_clause_around_a_quoted_word_is_said_whole() -> None:
    """A verb that may be one of saying ends the content only behind what closes a part of the sentence."""
    draft = next(draft for draft in drafts_of(HALF_QUOTED) if draft.cue and draft.cue.text == "said")
    assert draft.content[0].text.endswith("for him to speak")


def test_we_in_somebodys_words_do_not_add_to_them() -> None:
    """The participle is the speaker's, though the parser hangs it on what he said."""
    draft = next(draft for draft in drafts_of(SAYING) if draft.cue and draft.cue.text == "saying")
    assert draft.source is not None
    assert draft.source.text == "Ruiz"


def test_what_a_fact_shows_is_nobodys_word() -> None:
    """A relative "which" is neither a person nor a document."""
    assert not [draft for draft in drafts_of(SHOWS) if draft.cue and draft.cue.text == "shows"]


ATTACK = """
The the DET 2 det DT
attack attack NOUN 3 nsubj NN
shows show VERB 0 root VBZ
that that SCONJ 6 mark IN
nobody nobody PRON 6 nsubj NN
sleeps sleep VERB 3 ccomp VBZ
. . PUNCT 3 punct .
"""


def test_a_report_shows_and_an_attack_does_not() -> None:
    """Who or what tells something can be asked about it; an act of force cannot."""
    assert drafts_of(ATTACK) == ()
    (draft,) = drafts_of(ATTACK.replace("attack attack", "report report"))
    assert draft.source is not None
    assert draft.source.text == "The report"


QUOTED_AS = """
Television television NOUN 2 nsubj NN
quoted quote VERB 0 root VBD
Ruiz Ruiz PROPN 2 iobj NNP
as as SCONJ 5 mark IN
saying say VERB 2 advcl VBG
that that SCONJ 8 mark IN
talks talk NOUN 8 nsubj NNS
failed fail VERB 5 ccomp VBD
. . PUNCT 2 punct .
"""
CHARGE = """
Lima Lima PROPN 2 nsubj NNP
accused accuse VERB 0 root VBD
Quito Quito PROPN 2 obj NNP
of of SCONJ 5 mark IN
spying spy VERB 2 advcl VBG
, , PUNCT 8 punct ,
a a DET 8 det DT
charge charge NOUN 3 appos NN
Quito Quito PROPN 10 nsubj NNP
denies deny VERB 8 acl:relcl VBZ
. . PUNCT 2 punct .
"""


def test_who_is_quoted_speaks_and_who_quotes_passes_it_on() -> None:
    """Whatever object the parser takes the quoted one for."""
    draft = next(draft for draft in drafts_of(QUOTED_AS) if draft.cue and draft.cue.text == "saying")
    assert draft.source is not None
    assert (draft.source.text, draft.via_heads) == ("Ruiz", (0,))


def test_a_denied_charge_does_not_deny_that_it_was_made() -> None:
    """What stands before "a charge Quito denies" is not what Quito denies."""
    assert not [draft for draft in drafts_of(CHARGE) if draft.cue and draft.cue.text == "denies"]


COMMITTED = """
Oslo Oslo PROPN 2 nsubj NNP
committed commit VERB 0 root VBD
to to ADP 4 case IN
reforms reform NOUN 2 obl NNS
. . PUNCT 2 punct .
"""


def test_to_whom_something_is_given_is_not_what_is_said() -> None:
    """A phrase with "to" is content only where no object stands between."""
    (draft,) = drafts_of(COMMITTED)
    assert [span.text for span in draft.content] == ["reforms"]
    given = COMMITTED.replace("to to ADP 4", "troops troop NOUN 2 obj NNS\nto to ADP 5").replace(
        ". . PUNCT", ". . PUNCT"
    )
    assert drafts_of(given) == ()


def test_what_might_be_said_is_not_said() -> None:
    """A mere possibility is no attribution."""
    assert drafts_of(MIGHT_SAY) == ()


def test_who_was_told_is_whom_it_came_through() -> None:
    """Words told to an agency came through it."""
    told = SAID_BEFORE.replace("also also ADV 4 advmod RB\nsaid say", "told tell").replace(
        "that that SCONJ 7", "AFP AFP PROPN 3 iobj NNP\nthat that SCONJ 7"
    )
    told = (
        told.replace("NOUN 4 nsubj", "NOUN 3 nsubj")
        .replace("VERB 4 ccomp", "VERB 3 ccomp")
        .replace(". . PUNCT 4", ". . PUNCT 3")
    )
    doc = doc_of(told)
    head = next(token for token in doc if token.text == "AFP")
    agency = MentionDraft(
        start=head.idx, end=head.idx + 3, text="AFP", head=head.i, kind="name", type="organization", sectors=("JRN",)
    )
    (draft,) = find_attributions(doc, (agency,), (), shipped_lexicon())
    assert draft.via_heads == (head.i,)


def test_speech_at_the_very_start_of_a_report_has_nothing_before_it() -> None:
    doc = doc_of(
        """
        They they PRON 2 nsubj PRP
        say say VERB 6 parataxis VBP
        little little ADV 2 advmod RB
        , , PUNCT 6 punct ,
        he he PRON 6 nsubj PRP
        said say VERB 0 root VBD
        . . PUNCT 6 punct .
        """
    )
    page = Page(doc, (), shipped_lexicon())
    whole = (0, len("They say little"))
    assert edges.without_next_speech(whole, doc[5], page, lambda token: token.lemma_ == "say") == whole
