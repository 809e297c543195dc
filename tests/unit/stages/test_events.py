"""Who did what to whom: constructions on hand-built trees, with a small lexicon of their own."""
# ruff: noqa: ISC004 - a tree is one string over several lines

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build import doc_of
from onrecord.lexicon.load import Lexicon, load_lexicon
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.reading import Furniture
from onrecord.stages.events import find_events

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.reading.event import Event

PLACES = frozenset({"Damascus"})
PARTIES = (
    "Damascus",
    "Israel",
    "Gaza",
    "Chad",
    "Mali",
    "Niger",
    "rebels",
    "police",
    "troops",
    "students",
    "Israeli",
    "its",
    "who",
    "Rebels",
    "people",
    "Twitter",
)
COUNTRIES = frozenset({"Israel", "Chad", "Mali", "Niger"})
FRAMES = """
[[event]]
id = "zap.v.1"
lemma = "zap"
pos = "VERB"
type = "ASSAULT"
inner = ["of"]

[[event]]
id = "zap_ties.v.1"
lemma = "zap"
pos = "VERB"
type = "SANCTION"
recipient = ["obj/with", "with"]
needs = { obj = ["tie"] }

[[event]]
id = "zap_up.v.1"
lemma = "zap"
pos = "VERB"
type = "COERCE"
particle = "up"

[[event]]
id = "zapping.n.1"
lemma = "zapfest"
pos = "NOUN"
type = "ASSAULT"
actor = ["poss", "by", "mod", "subj"]

[[event]]
id = "parley.v.1"
lemma = "parley"
pos = "VERB"
type = "CONSULT"
recipient = ["with"]
reciprocal = true

[[event]]
id = "grumble_on.v.1"
lemma = "grumble_on"
pos = "VERB"
type = "REJECT"
recipient = ["obj"]

[[event]]
id = "grumble_to.v.1"
lemma = "grumble_to"
pos = "VERB"
type = "SUPPORT"
recipient = ["obj"]

[[event]]
id = "muse_on.v.1"
lemma = "muse_on"
pos = "VERB"
type = "AGREE"
recipient = ["obj"]

[[event]]
id = "zip.v.1"
lemma = "zip"
pos = "VERB"
type = "SUPPORT"
bars = { prt = ["out"] }

[[event]]
id = "plead.v.1"
lemma = "plead"
pos = "VERB"
type = "REQUEST"
recipient = ["with", "obj"]
inner = ["xcomp"]
inner_status = "planned"
inner_actor = "recipient"

[[event]]
id = "unzap.v.1"
lemma = "unzap"
pos = "VERB"
type = "RETREAT"
object = "party"

[[event]]
id = "zap_named.v.1"
lemma = "zap"
pos = "VERB"
type = "ACCUSE"
needs = { subj = ["#person"], obj = ["#person"] }

[[event]]
id = "zap_by_fire.n.1"
lemma = "zapfest"
pos = "NOUN"
type = "COERCE"
needs = { light = ["mount"] }

[[event]]
id = "grabbify.v.1"
lemma = "grabbify"
pos = "VERB"
type = "COERCE"
mode = "seize"

[[event]]
id = "claim_it.v.1"
lemma = "claim_it"
pos = "VERB"
type = "ASSAULT"
recipient = ["obj/on"]
needs = { obj = ["zapfest"] }

[[event]]
id = "parley.n.1"
lemma = "parleyfest"
pos = "NOUN"
type = "CONSULT"
recipient = ["with"]
reciprocal = true

[[event]]
id = "succumb.v.1"
lemma = "succumb_to"
pos = "VERB"
type = "ASSAULT"
actor = ["by"]
recipient = ["subj"]
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The shipped lexicon with frames for words that no other entry has."""
    folder: Path = tmp_path_factory.mktemp("frames")
    (folder / "frames.toml").write_text(FRAMES)
    return load_lexicon((folder,))


def _read(tree: str, lexicon: Lexicon, furniture: tuple[Furniture, ...] = ()) -> list[Event]:
    doc = doc_of(tree)
    entities = [
        Entity(id=f"T{token.i}", name=token.text, type="place" if token.text in PLACES else "group", named=True,
               mentions=(Mention(start=token.idx, end=token.idx + len(token), text=token.text, kind="name"),))
        for token in doc if token.text in PARTIES
    ]  # fmt: skip
    return list(find_events(doc, entities, (), furniture, lexicon, COUNTRIES.__contains__).told)


ROWS = [
    ("Israel Israel PROPN 2 nsubj NNP\nthanked thank VERB 0 root VBD\nChad Chad PROPN 2 obj NNP\n"
     "for for ADP 6 case IN\nthe the DET 6 det DT\narrest arrest NOUN 2 obl NN\nof of ADP 8 case IN\n"
     "rebels rebel NOUN 6 nmod NNS",
     [("thank.v.1", ["Israel"], ["Chad"]), ("arrest.n.1", ["Chad"], ["rebels"])], "who is thanked for it did it"),
    ("Israel Israel PROPN 2 nsubj NNP\nthanked thank VERB 0 root VBD\nChad Chad PROPN 2 obj NNP\n"
     "for for ADP 7 case IN\nMali Mali PROPN 7 nmod:poss NNP\n's 's PART 5 case POS\nattack attack NOUN 2 obl NN\n"
     "on on ADP 9 case IN\nrebels rebel NOUN 7 nmod NNS",
     [("thank.v.1", ["Israel"], ["Chad"]), ("attack.n.1", ["Mali"], ["rebels"])], "unless somebody else is named"),
    ("Israel Israel PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nGaza Gaza PROPN 2 obj NNP",
     [("zap.v.1", ["Israel"], ["Gaza"])], "active"),
    ("Gaza Gaza PROPN 3 nsubj:pass NNP\nwas be AUX 3 aux:pass VBD\nzapped zap VERB 0 root VBN\nby by ADP 5 case\n"
     "Israel Israel PROPN 3 obl:agent NNP", [("zap.v.1", ["Israel"], ["Gaza"])], "passive with an agent"),
    ("Gaza Gaza PROPN 3 nsubj:pass NNP\nwas be AUX 3 aux:pass VBD\nzapped zap VERB 0 root VBN",
     [("zap.v.1", [], ["Gaza"])], "passive without one: kept, nobody made up"),
    ("Chad Chad PROPN 4 nsubj NNP\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj NNP\nzapped zap VERB 0 root VBD\n"
     "Gaza Gaza PROPN 4 obj NNP", [("zap.v.1", ["Chad", "Mali"], ["Gaza"])], "a compound actor is one list"),
    ("Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nties tie NOUN 2 obj NNS\nwith with ADP 5 case\n"
     "Mali Mali PROPN 3 nmod NNP", [("zap_ties.v.1", ["Chad"], ["Mali"])], "the frame that asks for more wins"),
    ("Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nup up ADP 2 compound:prt RP\nMali Mali PROPN 2 obj NNP",
     [("zap_up.v.1", ["Chad"], ["Mali"])], "a particle makes another verb"),
    ("Chad Chad PROPN 2 nsubj NNP\nzipped zip VERB 0 root VBD\nMali Mali PROPN 2 obj NNP",
     [("zip.v.1", ["Chad"], ["Mali"])], "the bare verb of a frame that bars a particle"),
    ("Chad Chad PROPN 2 nsubj NNP\nzipped zip VERB 0 root VBD\nout out ADP 2 compound:prt RP\n"
     "Mali Mali PROPN 2 obj NNP", [], "a barred particle makes another verb"),
    ("Chad Chad PROPN 2 nsubj NNP\nparleyed parley VERB 0 root VBD\nwith with ADP 4 case\nMali Mali PROPN 2 obl NNP",
     [("parley.v.1", ["Chad", "Mali"], [])], "reciprocal: every party acts"),
    ("Chad Chad PROPN 2 nsubj NNP\nlaunched launch VERB 0 root VBD\na a DET 4 det\nzapfest zapfest NOUN 2 obj NN\n"
     "against against ADP 6 case\nMali Mali PROPN 4 nmod NNP",
     [("zapping.n.1", ["Chad"], ["Mali"])], "a light verb lends its subject"),
    ("Mali Mali PROPN 2 nsubj NNP\nsuffered suffer VERB 0 root VBD\na a DET 4 det\nzapfest zapfest NOUN 2 obj NN\n"
     "by by ADP 6 case\nrebels rebel NOUN 4 nmod NNS",
     [("zapping.n.1", ["rebels"], ["Mali"])], "a light verb whose subject suffers"),
    ("Israeli Israeli ADJ 2 amod JJ\nzapfests zapfest NOUN 5 nsubj NNS\non on ADP 4 case\nGaza Gaza PROPN 2 nmod NNP\n"
     "continued continue VERB 0 root VBD",
     [("zapping.n.1", ["Israeli"], ["Gaza"])], "a nationality word before the noun"),
    ("zapfests zapfest NOUN 7 nsubj NNS\non on ADP 3 case\nrebels rebel NOUN 1 nmod NNS\n"
     "Mali Mali PROPN 1 nmod NNP\nby by ADP 6 case\nChad Chad PROPN 4 nmod NNP\nended end VERB 0 root VBD",
     [("zapping.n.1", ["Chad"], ["rebels"])], "a doer that hangs on a name parted from its noun"),
    ("Chad Chad PROPN 3 nmod:poss NNP\n's 's PART 1 case POS\nzapping zapping NOUN 6 nsubj NN\nof of ADP 5 case\n"
     "Mali Mali PROPN 3 nmod NNP\nended end VERB 0 root VBD",
     [("zap.v.1", ["Chad"], ["Mali"])], "a gerund noun has its verb's frame"),
    ("Chad Chad PROPN 2 nsubj NNP\npleaded plead VERB 0 root VBD\nwith with ADP 4 case\nMali Mali PROPN 2 obl NNP\n"
     "to to PART 6 mark TO\nzap zap VERB 2 xcomp VB\nGaza Gaza PROPN 6 obj NNP",
     [("plead.v.1", ["Chad"], ["Mali"]), ("zap.v.1", ["Mali"], ["Gaza"])], "an inner act, done by who is asked"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nabout about ADP 4 case\n"
     "plans plan NOUN 2 obl NNS\n"
     "of of ADP 6 case\nMali Mali PROPN 4 nmod NNP", [("grumble_on.v.1", ["Chad"], ["Mali"])],
     "no path names a party: the nearest under the trigger"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nto to PART 4 mark TO\n"
     "help help_out VERB 2 advcl VB\n"
     "Niger Niger PROPN 4 obj NNP\nagainst against ADP 7 case\nMali Mali PROPN 2 obl NNP",
     [("grumble_on.v.1", ["Chad"], ["Mali"])], "a phrase of the trigger's own before one of a clause below it"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nuntil until SCONJ 5 mark IN\n"
     "Mali Mali PROPN 5 nsubj NNP\n"
     "pays pay VERB 2 advcl VBZ", [("grumble_on.v.1", ["Chad"], ["Mali"])], "who is to fulfil a condition"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nprovided provide VERB 2 advcl VBN\n"
     "that that SCONJ 5 mark IN\nleaves leave VERB 3 ccomp VBZ\nMali Mali PROPN 5 obj NNP",
     [("grumble_on.v.1", ["Chad"], [])], "but not in what is only provided for"),
    ("Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nhuts hut NOUN 2 obj NNS\nuntil until SCONJ 6 mark IN\n"
     "Mali Mali PROPN 6 nsubj NNP\npays pay VERB 2 advcl VBZ",
     [("zap.v.1", ["Chad"], ["huts"])], "but force strikes nobody in a condition"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nciting cite VERB 2 advcl VBG\n"
     "Mali Mali PROPN 3 obj NNP", [("grumble_on.v.1", ["Chad"], [])], "who is only cited"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nin in ADP 4 case\n"
     "statement statement NOUN 2 obl NN\n"
     "to to ADP 6 case\nMali Mali PROPN 4 nmod NNP", [("grumble_on.v.1", ["Chad"], [])], "a statement holds no party"),
    ("Chad Chad PROPN 4 nsubj NNP\nand and CCONJ 3 cc\nMali Mali PROPN 1 conj NNP\n"
     "mused muse_on VERB 0 root VBD\nplans plan NOUN 4 obj NNS\n"
     "for for ADP 7 case\nNiger Niger PROPN 5 nmod NNP", [("muse_on.v.1", ["Chad", "Mali"], [])],
     "what two agree on receives nothing"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nits its PRON 4 nmod:poss PRP$\n"
     "troops troop NOUN 2 obj NNS\nfor for ADP 6 case\nMali Mali PROPN 2 obl NNP",
     [("grumble_on.v.1", ["Chad"], ["troops"])], "its: of nobody known to be the doer, so they receive it"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_to VERB 0 root VBD\nto to PART 4 mark TO\nzap zap VERB 2 advcl VB\n"
     "Mali Mali PROPN 4 obj NNP", [("grumble_to.v.1", ["Chad"], []), ("zap.v.1", ["Chad"], ["Mali"])],
     "whom friends fight is no friend"),
    ("Chad Chad PROPN 2 nsubj NNP\nparleyed parley VERB 0 root VBD\nabout about ADP 4 case\nMali Mali PROPN 2 obl NNP",
     [], "what is talked about is no party, and nobody talks alone"),
    ("Chad Chad PROPN 2 nsubj NNP\nwatched watch VERB 0 root VBD\na a DET 4 det\nzapfest zapfest NOUN 2 obj NN\n"
     "against against ADP 6 case\nMali Mali PROPN 4 nmod NNP",
     [("zapping.n.1", [], ["Mali"])], "who watches it has not done it"),
    ("This this PRON 2 nsubj DT PronType=Dem|Number=Sing\nzapped zap VERB 0 root VBD\nGaza Gaza PROPN 2 obj NNP",
     [("zap.v.1", [], ["Gaza"])], "this is nobody"),
    ("Those those PRON 2 nsubj DT PronType=Dem|Number=Plur\nzapped zap VERB 0 root VBD\nGaza Gaza PROPN 2 obj NNP",
     [("zap.v.1", ["Those"], ["Gaza"])], "those are people"),
    ("Israeli Israeli ADJ 2 amod JJ\nzapfests zapfest NOUN 5 nsubj NNS\nnear near ADP 4 case\n"
     "Niger Niger PROPN 2 nmod NNP\n"
     "zapped zap VERB 0 root VBD\nGaza Gaza PROPN 5 obj NNP",
     [("zapping.n.1", ["Israeli"], ["Gaza"]), ("zap.v.1", ["Israeli"], ["Gaza"])],
     "a raid strikes those whom its verb says it struck"),
    ("Rockets rocket NOUN 2 nsubj NNS\nzapped zap VERB 0 root VBD\nGaza Gaza PROPN 2 obj NNP",
     [("zap.v.1", ["Rockets"], ["Gaza"])], "weapons of nobody named act by themselves"),
    ("Chad Chad PROPN 3 nsubj:pass NNP\nwas be AUX 3 aux:pass VBD\ninvolved involve VERB 0 root VBN\nin in ADP 6 case\n"
     "a a DET 6 det\nzapfest zapfest NOUN 3 obl NN\nagainst against ADP 8 case\nMali Mali PROPN 6 nmod NNP",
     [("zapping.n.1", ["Chad"], ["Mali"])], "who is involved in it does it"),
    ("Israeli Israeli ADJ 2 amod JJ\nrockets rocket NOUN 3 nsubj NNS\nzapped zap VERB 0 root VBD\n"
     "Gaza Gaza PROPN 3 obj NNP", [("zap.v.1", ["Israeli"], ["Gaza"])], "whose the weapons are"),
    ("Rockets rocket NOUN 5 nsubj NNS\nfired fire_away VERB 1 acl VBN\nfrom from ADP 4 case\n"
     "Mali Mali PROPN 2 obl NNP\nzapped zap VERB 0 root VBD\nhuts hut NOUN 5 obj NNS\nfrom from ADP 8 case\n"
     "Niger Niger PROPN 5 obl NNP", [("zap.v.1", ["Rockets fired from Mali"], ["huts"])],
     "from where it comes is not where it strikes"),
    ("Chad Chad PROPN 2 nsubj NNP\nunzapped unzap VERB 0 root VBD\nrebels rebel NOUN 2 obj NNS",
     [("unzap.v.1", ["Chad"], ["rebels"])], "an act done to somebody"),
    ("Chad Chad PROPN 2 nsubj NNP\nunzapped unzap VERB 0 root VBD\nfigures figure NOUN 2 obj NNS\n"
     "to to ADP 5 case\nMali Mali PROPN 2 obl NNP", [], "done to a thing it is none, whoever else is named"),
    ("Niger Niger PROPN 2 nsubj NNP ent=PERSON\nzapped zap VERB 0 root VBD\nMali Mali PROPN 2 obj NNP ent=PERSON",
     [("zap_named.v.1", ["Niger"], ["Mali"])], "a frame that asks for names of persons"),
    ("Niger Niger PROPN 2 nsubj NNP ent=PLACE\nzapped zap VERB 0 root VBD\nMali Mali PROPN 2 obj NNP ent=PLACE",
     [("zap.v.1", ["Niger"], ["Mali"])], "and is not met by places"),
    ("Chad Chad PROPN 2 nsubj NNP\nmounted mount VERB 0 root VBD\na a DET 4 det\nzapfest zapfest NOUN 2 obj NN\n"
     "against against ADP 6 case\nMali Mali PROPN 4 nmod NNP",
     [("zap_by_fire.n.1", ["Chad"], ["Mali"])], "a frame that asks for its light verb"),
    ("zapfests zapfest NOUN 2 nsubj NNS\noccurred occur VERB 0 root VBD\nin in ADP 4 case\nChad Chad PROPN 2 obl NNP",
     [("zapping.n.1", [], ["Chad"])], "an act is not its own doer"),
    ("Chad Chad PROPN 2 nsubj NNP\npleaded plead VERB 0 root VBD\nwith with ADP 4 case\nMali Mali PROPN 2 obl NNP\n"
     "to to PART 6 mark TO\nstop stop VERB 2 advcl VB\nzapping zap VERB 6 xcomp VBG\nGaza Gaza PROPN 7 obj NNP",
     [("plead.v.1", ["Chad"], ["Mali"]), ("zap.v.1", ["Mali"], ["Gaza"])], "the act under a verb of its course"),
    ("Chad Chad PROPN 2 nsubj NNP\nkept keep VERB 0 root VBD\nMali Mali PROPN 2 obj NNP\ncalm calm ADJ 2 xcomp JJ\n"
     "by by SCONJ 6 mark IN\nzapping zap VERB 4 advcl VBG\nGaza Gaza PROPN 6 obj NNP",
     [("zap.v.1", ["Chad"], ["Gaza"])], "a means that the parser hangs on the result"),
    ("its its PRON 6 nmod:poss PRP$\nzapped zap VERB 6 advcl VBN\nby by ADP 4 case\nChad Chad PROPN 2 obl:agent NNP\n"
     ", , PUNCT 6 punct ,\nanswer answer NOUN 8 nsubj NN\nwas be AUX 8 cop VBD\nshort short ADJ 0 root JJ",
     [("zap.v.1", ["Chad"], ["its"])], "whose answer it was, not the answer"),
    ("Rebels rebel NOUN 3 nsubj:pass NNS\nwere be AUX 3 aux:pass VBD\nshot shoot VERB 0 root VBN\nand and CCONJ 6 cc\n"
     "nine nine NUM 6 nummod CD\nzapped zapped ADJ 3 conj JJ\nby by ADP 8 case\nChad Chad PROPN 6 obl NNP",
     [("shoot.v.1", [], ["Rebels"]), ("zap.v.1", ["Chad"], ["nine"])], "counted apart after a passive"),
    ("Gaza Gaza PROPN 4 nsubj NNP\nis be AUX 4 cop VBZ\nunder under ADP 4 case\nzapfest zapfest NOUN 0 root NN\n"
     "by by ADP 6 case\nrebels rebel NOUN 4 nmod NNS", [("zapping.n.1", ["rebels"], ["Gaza"])], "what is under it"),
    ("Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nMali Mali PROPN 2 obj NNP\nwith with ADP 5 case\n"
     "zapfests zapfest NOUN 2 obl NNS\nagainst against ADP 7 case\nrebels rebel NOUN 5 nmod NNS",
     [("zap.v.1", ["Chad"], ["Mali"]), ("zapping.n.1", ["Chad"], ["rebels"])], "force beside force is one's own"),
    ("Chad Chad PROPN 2 nsubj NNP\nslept sleep VERB 0 root VBD\nwith with ADP 4 case\nzapfests zapfest NOUN 2 obl NNS\n"
     "against against ADP 6 case\nrebels rebel NOUN 4 nmod NNS", [("zapping.n.1", [], ["rebels"])],
     "but what goes with something else is anybody's"),
    ("Chad Chad PROPN 2 nsubj NNP\nclaimed claim_it VERB 0 root VBD\nzapfests zapfest NOUN 2 obj NNS\n"
     "that that PRON 5 nsubj WDT\nzapped zap VERB 3 acl:relcl VBD\nMali Mali PROPN 5 obj NNP",
     [("claim_it.v.1", ["Chad"], ["Mali"]), ("zap.v.1", [], ["Mali"])],
     "who claims a raid claims whom it struck"),
    ("Chad Chad PROPN 2 nsubj NNP\nlaunched launch VERB 0 root VBD\nzapfests zapfest NOUN 2 obj NNS\n"
     "timed time_it VERB 3 acl VBN\nwith with ADP 6 case\nMali Mali PROPN 4 obl NNP",
     [("zapping.n.1", ["Chad"], [])], "with whom a blow was agreed is not whom it struck"),
    ("raids raid NOUN 4 nsubj NNS\non on ADP 3 case\nMali Mali PROPN 1 nmod NNP\nended end_it VERB 0 root VBD\n"
     "that that PRON 6 nsubj WDT\nzapped zap VERB 3 acl:relcl VBD\nChad Chad PROPN 6 obj NNP",
     [("raid.n.1", [], ["Mali"]), ("zap.v.1", ["raids on Mali"], ["Chad"])],
     "a clause behind whom the raid struck tells of the raid"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\nat at ADP 4 case\n"
     "request request NOUN 2 obl NN\nof of ADP 6 case\nMali Mali PROPN 4 nmod NNP",
     [("grumble_on.v.1", ["Chad"], []), ("request.n.1", ["Mali"], ["Chad"])],
     "at whose request it is done, and by whom"),
    ("Chad Chad PROPN 3 nsubj:pass NNP\nwas be AUX 3 aux:pass VBD\ngripped grip VERB 0 root VBN\nby by ADP 5 case\n"
     "zapfests zapfest NOUN 3 obl:agent NNS", [("zapping.n.1", [], ["Chad"])], "who is gripped by it"),
    ("Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nnine nine NUM 2 obj CD\nin in ADP 5 case\n"
     "Mali Mali PROPN 2 obl NNP", [("zap.v.1", ["Chad"], ["nine"])], "a count of people is whom it struck, not where"),
    ("The the DET 3 det DT\noccupied occupy VERB 3 amod VBN\nDamascus Damascus PROPN 4 nsubj NNP\n"
     "slept sleep VERB 0 root VBD", [], "how things have stood for long is no act"),
    ("Chad Chad PROPN 2 nsubj NNP\nrejected reject VERB 0 root VBD\nattacks attack NOUN 2 obj NNS\non on ADP 5 case\n"
     "Mali Mali PROPN 3 nmod NNP",
     [("reject.v.1", ["Chad"], ["attacks on Mali", "Mali"]), ("attack.n.1", [], ["Mali"])],
     "who rejects an attack has not attacked"),
    ("people people NOUN 2 nsubj NNS\nslept sleep VERB 0 root VBD\nafter after ADP 4 case\n"
     "parleyfests parleyfest NOUN 2 obl NNS\nwith with ADP 6 case\nMali Mali PROPN 4 nmod NNP", [],
     "people at large are no side of what they suffer"),
    ("Damascus Damascus PROPN 2 compound NNP\nzapfests zapfest NOUN 3 nsubj NNS\nended end VERB 0 root VBD",
     [("zapping.n.1", [], ["Damascus"])], "a town before the noun is where it was"),
    ("Chad Chad PROPN 2 nsubj NNP\ntook grabbify VERB 0 root VBD\nhuts hut NOUN 2 obj NNS\nfrom from ADP 5 case\n"
     "rebels rebel NOUN 2 obl NNS", [("grabbify.v.1", ["Chad"], ["huts", "rebels"])], "who loses it is struck as well"),
    ("Chad Chad PROPN 2 nsubj NNP\ntook grabbify VERB 0 root VBD\nhuts hut NOUN 2 obj NNS\nfrom from ADP 6 case\n"
     "rebels rebel NOUN 6 compound NNS\ncontrol control NOUN 2 obl NN",
     [("grabbify.v.1", ["Chad"], ["huts", "rebels"])], "what is in somebody's hands is his"),
    ("Chad Chad PROPN 2 nsubj NNP\ntook grabbify VERB 0 root VBD\nrebels rebel NOUN 2 obj NNS\nfrom from ADP 5 case\n"
     "Damascus Damascus PROPN 2 obl NNP", [("grabbify.v.1", ["Chad"], ["rebels"])], "a town is only where they were"),
    ("Chad Chad PROPN 2 compound NNP\nefforts effort NOUN 5 nsubj NNS\nto to PART 4 mark TO\nzap zap VERB 2 acl VB\n"
     "failed fail VERB 0 root VBD\nMali Mali PROPN 4 obj NNP", [("zap.v.1", ["Chad"], ["Mali"])],
     "whose efforts they are stands before them"),
    ("Chad Chad PROPN 4 nmod:poss NNP\n's 's PART 1 case POS\nMali Mali PROPN 4 compound NNP\n"
     "plans plan NOUN 7 nsubj NNS\nto to PART 6 mark TO\nzap zap VERB 4 acl VB\nfailed fail VERB 0 root VBD\n"
     "Gaza Gaza PROPN 6 obj NNP", [("zap.v.1", ["Chad"], ["Gaza"])], "unless they are somebody's"),
    ("Chad Chad PROPN 2 nsubj NNP\nslept sleep VERB 0 root VBD\nafter after ADP 4 case\n"
     "parleyfests parleyfest NOUN 2 obl NNS\nwith with ADP 6 case\nMali Mali PROPN 4 nmod NNP",
     [("parley.n.1", ["Chad", "Mali"], [])], "an act of two beside another act: its other side is the subject"),
    ("Damascus Damascus PROPN 2 nsubj NNP\nslept sleep VERB 0 root VBD\nafter after ADP 4 case\n"
     "parleyfests parleyfest NOUN 2 obl NNS\nwith with ADP 6 case\nMali Mali PROPN 4 nmod NNP",
     [], "a town is no side of it, and one alone is none"),
    ("Rebels rebel NOUN 2 nsubj NNS\ndied succumb_to VERB 0 root VBD\nat at ADP 5 case\nthe the DET 5 det\n"
     "hands hand NOUN 2 obl NNS\nof of ADP 7 case\nChad Chad PROPN 5 nmod NNP",
     [("succumb.v.1", ["Chad"], ["Rebels"])], "at whose hands"),
    ("Rebels rebel NOUN 2 nsubj NNS\ndied succumb_to VERB 0 root VBD",
     [("succumb.v.1", [], ["Rebels"])], "who dies is not who did it"),
    ("Chad Chad PROPN 2 nsubj NNP\nmounted mount VERB 0 root VBD\nup up ADP 2 compound:prt RP\n"
     "zapfests zapfest NOUN 2 obj NNS\nby by ADP 6 case\nrebels rebel NOUN 4 nmod NNS\non on ADP 8 case\n"
     "Mali Mali PROPN 6 nmod NNP", [("zapping.n.1", ["rebels"], ["Mali"])],
     "a verb with a particle is another one, and whom it strikes may hang on the doer"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_to VERB 0 root VBD\nagainst against ADP 4 case\n"
     "Mali Mali PROPN 2 obl NNP", [("grumble_to.v.1", ["Chad"], [])], "whom one helps against gets no help"),
    ("Chad Chad PROPN 2 nsubj NNP\ngrumbled grumble_on VERB 0 root VBD\non on ADP 4 case IN\n"
     "Twitter Twitter PROPN 2 obl NNP", [("grumble_on.v.1", ["Chad"], [])], "where it is said is no party"),
    ("Chad Chad PROPN 2 nsubj NNP\nparleyed parley VERB 0 root VBD\nMali Mali PROPN 2 obj NNP",
     [], "the object of talks is what is talked about"),
    ("Israel Israel PROPN 2 nsubj NNP\ncondemned condemn VERB 0 root VBD\nChad Chad PROPN 5 nmod:poss NNP\n"
     "'s 's PART 3 case POS\nraid raid NOUN 2 obj NN\non on ADP 7 case IN\nMali Mali PROPN 5 nmod NNP",
     [("condemn.v.1", ["Israel"], ["Chad's raid on Mali"]), ("raid_by_force.n.1", ["Chad"], ["Mali"])],
     "who did it is condemned, not whom it struck"),
    ("Israel Israel PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nall all PRON 2 obj DT\nof of ADP 5 case IN\n"
     "rebels rebel NOUN 3 nmod NNS", [("zap.v.1", ["Israel"], ["rebels"])], "all of them are they"),
    ("Israel Israel PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\ndozens dozen NOUN 2 obj NNS\n"
     "of of ADP 5 case IN\nrebels rebel NOUN 3 nmod NNS\nand and CCONJ 7 cc CC\npolice police NOUN 5 conj NNS",
     [("zap.v.1", ["Israel"], ["rebels", "police"])], "both of those coordinated behind a number"),
    ("Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nto to PART 4 mark TO\nunzap unzap VERB 2 advcl VB\n"
     "Mali Mali PROPN 4 obj NNP", [("zap.v.1", ["Chad"], []), ("unzap.v.1", ["Chad"], ["Mali"])],
     "for whose good a blow is struck is not struck by it"),
    ("Prices price NOUN 2 nsubj NNS\nzapped zap VERB 0 root VBD\nup up ADP 2 compound:prt RP\n"
     "money money NOUN 2 obj NN", [], "a thing does nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "why"), ROWS)
def test_who_did_what_to_whom(
    tree: str, expected: list[tuple[str, list[str], list[str]]], why: str, lexicon: Lexicon
) -> None:
    """Frame, actors and recipients of each event, in text order."""
    found = [
        (event.rule, [actor.text for actor in event.actors], [recipient.text for recipient in event.recipients])
        for event in _read(tree, lexicon)
    ]
    assert found == expected, why


TREE = "Israel Israel PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nGaza Gaza PROPN 2 obj NNP"


def test_captions_assert_nothing_and_headings_do(lexicon: Lexicon) -> None:
    """Furniture is kept but read for events in headings only."""
    for kind, count in (("caption", 0), ("credit", 0), ("heading", 1)):
        piece = Furniture(start=0, end=18, kind=kind)
        assert len(_read(TREE, lexicon, (piece,))) == count, kind


def test_an_event_carries_what_its_type_says(lexicon: Lexicon) -> None:
    """Quad and score come from PLOVER's table, the words from the text."""
    (event,) = _read(TREE, lexicon)
    assert (event.id, event.type, event.quad, event.score) == ("E1", "ASSAULT", 4, -9.0)
    assert event.trigger.text == "zapped"
    assert event.actors[0].entity == "T0"


def test_one_trigger_never_yields_two_events(lexicon: Lexicon) -> None:
    """Three frames of "zap" hold at most once at one word."""
    tree = (
        "Chad Chad PROPN 2 nsubj NNP\nzapped zap VERB 0 root VBD\nup up ADP 2 compound:prt RP\n"
        "ties tie NOUN 2 obj NNS\nwith with ADP 6 case\nMali Mali PROPN 4 nmod NNP"
    )
    assert len(_read(tree, lexicon)) == 1


OWN = """
Chad Chad PROPN 2 nsubj NNP
{0} {1} VERB 0 root VBD
its its PRON 4 nmod:poss PRP$
troops troop NOUN 2 obj NNS
for for ADP 6 case
Mali Mali PROPN 2 obl NNP
"""


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        (("grumbled", "grumble_on"), ["its troops", "Mali"], "what is the doer's own is no party: the search goes on"),
        (("zapped", "zap"), ["its troops"], "but force on one's own strikes them"),
    ],
)
def test_what_the_doer_owns(words: tuple[str, str], expected: list[str], why: str, lexicon: Lexicon) -> None:
    """Chad's own troops, when "its" is known to be Chad's."""
    doc = doc_of(OWN.format(*words))

    def entity(number: str, *words: str) -> Entity:
        at = [(doc.text.index(word), word) for word in words]
        return Entity(id=number, name=words[0], type="group", named=True, mentions=tuple(
            Mention(start=start, end=start + len(word), text=word, kind="pronoun" if word == "its" else "name")
            for start, word in at))  # fmt: skip

    entities = (entity("T1", "Chad", "its"), entity("T2", "its troops"), entity("T3", "Mali"))
    (event,) = find_events(doc, entities, (), (), lexicon, COUNTRIES.__contains__).told
    assert [recipient.text for recipient in event.recipients] == expected, why
