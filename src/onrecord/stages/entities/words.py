"""The lexicon's words for people, bodies and places, ready for look-up."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.lexicon.load import Lexicon

_ADDRESSING = frozenset({"ACCUSE", "REQUEST"})  # their object must be somebody: who is accused or asked
_JUDGING = frozenset({"ACCUSE", "REQUEST", "REJECT"})


class Words:
    """The lexicon's words for people, bodies and places, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._read_nouns(lexicon)
        self._read_what_else_nouns_mean(lexicon)
        self._read_offices(lexicon)
        self._read_names(lexicon)
        self._read_counts(lexicon)
        self._read_deeds(lexicon)

    def _read_nouns(self, lexicon: Lexicon) -> None:
        """Nouns by what they name."""
        self.person: Mapping[str, str] = lexicon.map("person_noun")
        self.group: Mapping[str, str] = lexicon.map("group_noun")
        self.organization: Mapping[str, str] = lexicon.map("organization_noun")
        self.place = lexicon.list("place_noun")
        self.thing: Mapping[str, str] = lexicon.map("thing_noun")
        self.nouns = {
            **dict.fromkeys(self.place, "place"),
            **dict.fromkeys(self.thing, "other"),
            **dict.fromkeys(self.person, "person"),
            **dict.fromkeys(self.group, "group"),
            **dict.fromkeys(self.organization, "organization"),  # of two kinds the later counts
        }
        self.pronoun: Mapping[str, str] = lexicon.map("pronoun")
        self.sector: Mapping[str, str] = lexicon.map("sector_modifier")
        self.body: Mapping[str, str] = lexicon.map("body_noun")
        self.whole_body = lexicon.list("whole_body_noun")
        self.collective, self.plural = lexicon.list("collective_noun"), lexicon.list("plural_noun")
        self.named_by_of, self.departments = lexicon.list("named_by_of"), lexicon.list("department_noun")
        self.institution, self.matters = lexicon.list("institution_noun"), lexicon.list("matter_noun")
        self.place_sector: Mapping[str, str] = lexicon.map("place_sector")
        self.tribe, self.direction = lexicon.list("tribe_noun"), lexicon.list("direction")

    def _read_what_else_nouns_mean(self, lexicon: Lexicon) -> None:
        """What a noun means beside certain words, or when it acts."""
        self.topic_before, self.place_with = lexicon.sets("topic_before"), lexicon.sets("place_noun_with")
        self.group_with = lexicon.sets("group_noun_with")
        self.organization_with, self.home_too = lexicon.sets("organization_noun_with"), lexicon.sets("home_too")
        self.other_sense, self.other_sense_behind = lexicon.sets("other_sense"), lexicon.sets("other_sense_behind")
        self.place_behind = lexicon.sets("place_noun_behind")
        self.body_too, self.body_case = lexicon.list("body_too"), lexicon.list("body_case")
        self.body_acting, self.bare_nobody = lexicon.list("body_acting"), lexicon.list("nobody_when_bare")
        self.body_verb = (
            frozenset(lexicon.words("speech_cue")) | lexicon.list("body_verb") | _plain_verbs(lexicon, _JUDGING)
        )
        self.bare_acting, self.branch = lexicon.list("body_acting_alone"), lexicon.list("branch_of_body")
        self.telling = lexicon.list("telling_verb")
        self.addressing = _plain_verbs(lexicon, _ADDRESSING)

    def _read_offices(self, lexicon: Lexicon) -> None:
        """Titles and offices."""
        self.title: Mapping[str, str] = lexicon.map("title")
        self.courtesy = lexicon.list("courtesy_title")
        self.office: Mapping[str, str] = lexicon.map("office_of_role")
        self.portfolio, self.former = lexicon.list("portfolio_office"), lexicon.list("former_office")
        self.former_prefix = lexicon.map("former_prefix").keys()
        self.topic_role, self.no_identity = lexicon.list("topic_role"), lexicon.list("no_identity")

    def _read_names(self, lexicon: Lexicon) -> None:
        """Words in names, and words that say that a name follows."""
        self.naming, self.naming_as = lexicon.list("naming_verb"), lexicon.list("naming_verb_as")
        self.name_article = lexicon.list("name_article")
        self.name_joint = lexicon.together("name_joint", "name_article")
        self.heads, self.weak_heads = lexicon.list("organization_head"), lexicon.list("weak_organization_head")
        self.party_heads, self.openers = lexicon.list("party_head"), lexicon.list("organization_opener")
        self.named_body, self.legal_form = lexicon.list("named_body_noun"), lexicon.list("legal_form")
        self.paper_too, self.agency_ends = lexicon.list("newspaper_too"), lexicon.list("news_agency_end")
        self.firm_called = _by_word(lexicon.map("called_by_name_end"))
        self.firm_ends = lexicon.together("firm_name_end", "legal_form")
        self.of_firms, self.held_in_firms = lexicon.list("what_firms_have"), lexicon.list("held_in_firms")
        self.at_firms, self.firm_too = lexicon.list("who_is_at_firms"), lexicon.list("firm_too")
        self.only_firms = lexicon.list("what_only_firms_are")
        self.of_nobody = lexicon.list("it_of_nobody")
        self.no_party, self.surname_too = lexicon.list("no_party_name"), lexicon.list("surname_too")
        self.given, self.reach = lexicon.together("female_name", "male_name"), lexicon.list("reach_of_a_body")
        self.opens_body = lexicon.list("organization_name_begin")
        self.behind_town = lexicon.list("behind_town_name")
        self.language_verb, self.sided = lexicon.list("language_verb"), lexicon.list("sided_prefix")
        self.news, self.ship = lexicon.list("news_head"), lexicon.list("ship_prefix")

    def _read_counts(self, lexicon: Lexicon) -> None:
        """Numbers and what stands for several, and ages."""
        self.number: Mapping[str, int] = lexicon.map("number_word")
        self.stands_for: Mapping[str, int] = lexicon.map("stands_for")
        self.counting_body, self.quantity = lexicon.list("counting_body"), lexicon.list("quantity_noun")
        self.bare_count, self.aged = lexicon.list("bare_count"), lexicon.list("says_age")

    def _read_deeds(self, lexicon: Lexicon) -> None:
        """Words for acts, and what stands between them and who does them."""
        self.deeds = frozenset(lemma for entry in lexicon.event_entries for lemma in entry.lemmas)
        self.acts = frozenset(lemma for entry in lexicon.event_entries if entry.pos == "NOUN" for lemma in entry.lemmas)
        self.doing, self.doer_before_act = lexicon.list("doing_participle"), lexicon.list("doer_before_act")
        self.led_by = lexicon.list("led_by")

    def kind_of(self, noun: str) -> str | None:
        """Entity type for a common noun, or None where it names nobody."""
        return self.nouns.get(noun)

    def is_party(self, name: str) -> bool:
        """Whether a name ends in a word for a political party."""
        return name.rsplit(maxsplit=1)[-1].lower() in self.party_heads

    def is_noun(self, noun: str) -> bool:
        """Whether a common noun names people, bodies or places."""
        return noun in self.nouns

    def sectors_of(self, noun: str) -> tuple[str, ...]:
        """PLOVER sectors that a noun says by itself."""
        for table in (self.organization, self.group, self.person, self.thing, self.place_sector):
            if noun in table:
                return tuple(table[noun].split())
        return ()


def _by_word(makes: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """For each word that ends a firm's name what such a firm is called."""
    found: dict[str, set[str]] = {}
    for noun, words in makes.items():
        for word in words.split():
            found.setdefault(word, set()).add(noun)
    return {word: frozenset(nouns) for word, nouns in found.items()}


def _plain_verbs(lexicon: Lexicon, types: frozenset[str]) -> frozenset[str]:
    """The verbs that need no other word to tell of such an act."""
    plain = [entry for entry in lexicon.event_entries if entry.pos == "VERB" and not entry.needs and not entry.particle]
    return frozenset(lemma for entry in plain if entry.type in types for lemma in entry.lemmas)


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """The words of a lexicon, made once for each."""
    return Words(lexicon)
