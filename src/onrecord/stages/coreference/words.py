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
        self.pronoun: Mapping[str, str] = lexicon.map("pronoun")
        self.body: Mapping[str, str] = lexicon.map("body_noun")
        self.sector: Mapping[str, str] = lexicon.map("sector_modifier")
        self.person: Mapping[str, str] = lexicon.map("person_noun")
        self.nouns = frozenset(
            [*lexicon.map("person_noun"), *lexicon.map("group_noun"), *lexicon.map("organization_noun"),
             *lexicon.map("thing_noun"), *lexicon.list("place_noun")]
        )  # fmt: skip
        self.government, self.organization_head, self.collective = (
            lexicon.list(name) for name in ("government_noun", "organization_head", "collective_noun")
        )
        self.members = {noun: frozenset(words.split()) for noun, words in lexicon.map("members_called").items()}
        self.beside_body = lexicon.together("body_too", "no_member_noun")
        self.bodies = frozenset([*lexicon.map("organization_noun"), *lexicon.map("body_noun")])
        self.any_body, self.sector_body, self.people = (
            lexicon.list(name) for name in ("any_body_noun", "sector_body_noun", "people_noun")
        )
        self.only_plural, self.dealing = lexicon.list("plural_noun"), _dealing_verbs(lexicon)
        self.chief, self.leader, self.shortened = (
            lexicon.list(name) for name in ("chief_noun", "leader_noun", "shortened_title")
        )
        self.called_too, self.site_too, self.never_called, self.goes_by, self.makes = (
            {noun: frozenset(words.split()) for noun, words in lexicon.map(name).items()}
            for name in ("called_too", "site_called_too", "never_called", "goes_by_phrase", "called_by_name_end")
        )
        self.town, self.country, self.realm, self.side = (
            lexicon.list(name) for name in ("town_noun", "country_noun", "realm_noun", "side_noun")
        )
        self.quantity, self.definite = lexicon.list("quantity_noun"), lexicon.list("definite")
        self.indefinite, self.nobody, self.never_named = (
            lexicon.list(name) for name in ("indefinite", "names_nobody", "never_named")
        )
        self.former = lexicon.list("former_office")
        self.lesser = lexicon.together("lesser_office", "former_office")
        self.office = frozenset(lexicon.map("office_of_role"))
        self.number, self.stands_for = (lexicon.map(name) for name in ("number_word", "stands_for"))
        self.female, self.male = lexicon.list("female_noun"), lexicon.list("male_noun")
        self.female_names, self.male_names, self.family_names, self.name_particle, self.given_particle = (
            lexicon.list(name) for name in
            ("female_name", "male_name", "family_name_too", "name_particle", "given_particle")
        )  # fmt: skip
        self.name_suffix, self.legal_form, self.for_a_deed = (
            lexicon.list(name) for name in ("name_suffix", "legal_form", "done_for_a_deed")
        )
        self.units = frozenset(name.casefold() for name in lexicon.map("place_short").values())  # "Texas"
        self.departments, self.unit_noun, self.town_too, self.some_governments, self.soil = (
            lexicon.list(name)
            for name in ("department_noun", "unit_noun", "town_too", "some_government_noun", "soil_noun")
        )
        self.killing, self.dying, self.death, self.another_act, self.suffering, self.state_of = (
            lexicon.list(name)
            for name in ("killing_verb", "dying_verb", "death_noun", "tells_of_another_act", "suffering_verb",
                         "tells_what_became")
        )  # fmt: skip
        self.suffering_of = {
            noun: lexicon.together(*lists.split()) for noun, lists in lexicon.map("sufferer_noun").items()
        }
        self.holding, self.confessing = lexicon.list("holding_verb"), lexicon.list("confessing_verb")
        self.former_prefix: Mapping[str, str] = lexicon.map("former_prefix")
        self.of_states = lexicon.list("what_states_have")
        self.fate, self.of_others = lexicon.list("fate_noun"), lexicon.together("blaming_verb", "done_to_others")
        self.done_to_accuser = self.of_others | lexicon.list("accused_of_doing_to_others")
        self.deed_mark, self.contrast_mark, self.beside = (
            lexicon.list(name) for name in ("mark_of_a_deed", "mark_of_a_contrast", "done_beside")
        )
        self.going, self.letting_go = lexicon.list("going_verb"), lexicon.list("letting_go_verb")
        self.duty, self.permission, self.warning, self.close, self.answering = (
            lexicon.list(name)
            for name in ("duty_modal", "permission_modal", "warning_verb", "close_to_somebody", "replying_verb")
        )
        self.same_body: Mapping[str, str] = lexicon.map("same_body")
        self.another_kind, self.stands_bare = lexicon.list("makes_another_kind"), lexicon.list("stands_bare")
        self.tells_apart = lexicon.list("tells_bodies_apart")
        self.anybody = lexicon.list("anybody_noun")
        self.work_of = {verb: frozenset(codes.split()) for verb, codes in lexicon.map("work_of_sector").items()}
        self.listing, self.of_events, self.mouthpiece = (
            lexicon.list(name) for name in ("listing_verb", "what_acts_do", "mouthpiece_noun")
        )
        self.voice, self.state_voice, self.leading = (
            lexicon.list(name) for name in ("speaks_for_body", "speaks_for_state", "leading_verb")
        )
        self.saying = frozenset(lexicon.words("speech_cue"))
        self.performative = lexicon.list("performative_verb")
        self.texts = lexicon.together("text_noun", "speech_venue")
        self.kin = lexicon.list("kin_noun") | lexicon.list("family_noun")
        self.known_tie, self.aged = lexicon.list("known_tie"), lexicon.list("says_age")
        self.ties = _alike(lexicon.map("tie_noun"))
        self.tied_to = {noun: frozenset(words.split()) for noun, words in lexicon.map("tied_to").items()}


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
