"""The lexicon's words that coreference goes by, ready for look-up."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.lexicon.load import Lexicon


_DEALINGS = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "THREATEN", "SANCTION", "MOBILIZE", "COOPERATE"})


class Words:
    """The lexicon's words that coreference goes by."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._read_nouns(lexicon)
        self._read_bodies(lexicon)
        self._read_places(lexicon)
        self._read_names(lexicon)
        self._read_offices_and_ties(lexicon)
        self._read_determiners(lexicon)
        self._read_deeds(lexicon)
        self._read_clauses(lexicon)

    def _read_nouns(self, lexicon: Lexicon) -> None:
        """Nouns for anybody, and what else these may be called."""
        self.pronoun: Mapping[str, str] = lexicon.map("pronoun")
        self.person: Mapping[str, str] = lexicon.map("person_noun")
        self.nouns = lexicon.together("person_noun", "group_noun", "organization_noun", "thing_noun", "place_noun")
        self.calling = lexicon.list("calling_noun")
        self.people, self.anybody = lexicon.list("people_noun"), lexicon.list("anybody_noun")
        self.collective, self.only_plural = lexicon.list("collective_noun"), lexicon.list("plural_noun")
        self.called_too, self.never_called = lexicon.sets("called_too"), lexicon.sets("never_called")
        self.goes_by, self.makes = lexicon.sets("goes_by_phrase"), lexicon.sets("called_by_name_end")
        self.female, self.male = lexicon.list("female_noun"), lexicon.list("male_noun")
        self.texts = lexicon.together("text_noun", "speech_venue")

    def _read_bodies(self, lexicon: Lexicon) -> None:
        """Nouns for bodies, who their members are, and what makes one another."""
        self.body: Mapping[str, str] = lexicon.map("body_noun")
        self.bodies = lexicon.together("organization_noun", "body_noun")
        self.organization_head, self.government = lexicon.list("organization_head"), lexicon.list("government_noun")
        self.some_governments, self.departments = lexicon.list("some_government_noun"), lexicon.list("department_noun")
        self.any_body, self.sector_body = lexicon.list("any_body_noun"), lexicon.list("sector_body_noun")
        self.members = lexicon.sets("members_called")
        self.beside_body = lexicon.together("body_too", "no_member_noun")
        self.sector: Mapping[str, str] = lexicon.map("sector_modifier")
        self.joined = lexicon.list("people_joined_end")
        self.work_of = lexicon.sets("work_of_sector")
        self.same_body: Mapping[str, str] = lexicon.map("same_body")
        self.another_kind, self.stands_bare = lexicon.list("makes_another_kind"), lexicon.list("stands_bare")
        self.says_of_town = lexicon.list("says_of_a_town")
        self.tells_apart, self.legal_form = lexicon.list("tells_bodies_apart"), lexicon.list("legal_form")

    def _read_places(self, lexicon: Lexicon) -> None:
        """Nouns for states, towns and parts of them."""
        self.place_nouns = lexicon.list("place_noun")
        self.town, self.town_too = lexicon.list("town_noun"), lexicon.list("town_too")
        self.country, self.realm = lexicon.list("country_noun"), lexicon.list("realm_noun")
        self.side, self.soil = lexicon.list("side_noun"), lexicon.list("soil_noun")
        self.unit_noun, self.site_too = lexicon.list("unit_noun"), lexicon.sets("site_called_too")
        self.units = frozenset(name.casefold() for name in lexicon.map("place_short").values())  # "Texas"
        self.of_states = lexicon.list("what_states_have")

    def _read_names(self, lexicon: Lexicon) -> None:
        """Given names, and the small words in names."""
        self.female_names, self.male_names = lexicon.list("female_name"), lexicon.list("male_name")
        self.given_names = self.female_names | self.male_names
        self.family_names, self.name_suffix = lexicon.list("family_name_too"), lexicon.list("name_suffix")
        self.short_given, self.named_for_child = lexicon.sets("short_given_name"), lexicon.list("named_for_child")
        self.name_particle, self.given_particle = lexicon.list("name_particle"), lexicon.list("given_particle")

    def _read_offices_and_ties(self, lexicon: Lexicon) -> None:
        """Titles and offices, who speaks for whom, and who is somebody's: kin, lawyers, aides."""
        self.chief, self.leader = lexicon.list("chief_noun"), lexicon.list("leader_noun")
        self.office, self.shortened = frozenset(lexicon.map("office_of_role")), lexicon.list("shortened_title")
        self.heads = lexicon.together("chief_noun", "heads_body")
        self.former, self.lesser = lexicon.list("former_office"), lexicon.together("lesser_office", "former_office")
        self.former_prefix: Mapping[str, str] = lexicon.map("former_prefix")
        self.voice, self.state_voice = lexicon.list("speaks_for_body"), lexicon.list("speaks_for_state")
        self.mouthpiece, self.leading = lexicon.list("mouthpiece_noun"), lexicon.list("leading_verb")
        self.dismissing, self.resigning = lexicon.list("dismissing_verb"), lexicon.list("resigning_verb")
        self.kin = lexicon.together("kin_noun", "family_noun")
        self.tells_people_apart = lexicon.list("tells_people_apart")
        self.known_tie, self.aged = lexicon.list("known_tie"), lexicon.list("says_age")
        self.couple, self.couple_of = lexicon.list("couple_noun"), lexicon.list("one_of_a_couple")
        self.ties = _alike(lexicon.map("tie_noun"))
        self.tied_to = lexicon.sets("tied_to")

    def _read_determiners(self, lexicon: Lexicon) -> None:
        """Articles, numbers, and what names nobody in particular."""
        self.definite, self.indefinite = lexicon.list("definite"), lexicon.list("indefinite")
        self.nobody, self.never_named = lexicon.list("names_nobody"), lexicon.list("never_named")
        self.quantity = lexicon.list("quantity_noun")
        self.number, self.stands_for = lexicon.map("number_word"), lexicon.map("stands_for")

    def _read_deeds(self, lexicon: Lexicon) -> None:
        """What is done to whom, by which somebody is called afterwards: the victim, the gunman, the suspect."""
        self.dealing = _dealing_verbs(lexicon)
        self.killing, self.dying = lexicon.list("killing_verb"), lexicon.list("dying_verb")
        self.death, self.fate = lexicon.list("death_noun"), lexicon.list("fate_noun")
        self.suffering, self.state_of = lexicon.list("suffering_verb"), lexicon.list("tells_what_became")
        self.suffering_of = {
            noun: lexicon.together(*lists.split()) for noun, lists in lexicon.map("sufferer_noun").items()
        }
        self.another_act, self.for_a_deed = lexicon.list("tells_of_another_act"), lexicon.list("done_for_a_deed")
        self.harming, self.looking_on = lexicon.list("harming_verb"), lexicon.list("onlooker_verb")
        self.holding, self.letting_go = lexicon.list("holding_verb"), lexicon.list("letting_go_verb")
        self.of_speech_against = lexicon.together("accusing_verb", "blaming_verb")
        self.pleading = lexicon.together("confessing_verb", "pleading_verb")
        self.confessing, self.of_events = lexicon.list("confessing_verb"), lexicon.list("what_acts_do")
        self.of_others = lexicon.together("blaming_verb", "done_to_others")
        self.what_others_have = lexicon.sets("done_to_what_others_have")
        self.done_to_accuser = self.of_others | lexicon.list("accused_of_doing_to_others")
        self.close = lexicon.list("close_to_somebody")

    def _read_clauses(self, lexicon: Lexicon) -> None:
        """Verbs and marks by which a clause tells whom its pronoun stands for."""
        self.saying = frozenset(lexicon.words("speech_cue"))
        self.performative, self.answering = lexicon.list("performative_verb"), lexicon.list("replying_verb")
        self.telling = lexicon.list("telling_verb")
        self.warning, self.listing = lexicon.list("warning_verb"), lexicon.list("listing_verb")
        self.duty, self.permission = lexicon.list("duty_modal"), lexicon.list("permission_modal")
        self.time_of_harm = lexicon.list("circumstance")
        self.deed_mark, self.contrast_mark = lexicon.list("mark_of_a_deed"), lexicon.list("mark_of_a_contrast")
        self.beside, self.going = lexicon.list("done_beside"), lexicon.list("going_verb")


def _alike(kinds: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each word all of its kind."""
    together: dict[str, set[str]] = {}
    for word, kind in kinds.items():
        together.setdefault(kind, set()).add(word)
    return {word: frozenset(together[kind]) for word, kind in kinds.items()}


def _dealing_verbs(lexicon: Lexicon) -> frozenset[str]:
    """The verbs for what states do to one another."""
    verbs = (entry for entry in lexicon.event_entries if entry.pos == "VERB" and not entry.particle)
    return frozenset(lemma for entry in verbs if entry.type in _DEALINGS for lemma in entry.lemmas)


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """The words of a lexicon, made once for each."""
    return Words(lexicon)
