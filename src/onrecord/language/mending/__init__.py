"""Everything that is put right in a parsed report before the stages read it, each building on the one before.

Lemmas come first, since the rest asks the lexicon about them; names come last, since they take the tree as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.mending.agents import mend_agents
from onrecord.language.mending.agreeing import mend_agreeing
from onrecord.language.mending.amounts import mend_amounts
from onrecord.language.mending.antecedents import mend_antecedents
from onrecord.language.mending.appositions import mend_appositions
from onrecord.language.mending.asked_for import mend_asked_for
from onrecord.language.mending.between import mend_between
from onrecord.language.mending.both_done_to import mend_both_done_to
from onrecord.language.mending.called import mend_called
from onrecord.language.mending.charged import mend_charges
from onrecord.language.mending.conjunctions import mend_conjunctions
from onrecord.language.mending.contact_clauses import mend_contact_clauses
from onrecord.language.mending.counted_harmed import mend_counted_harmed
from onrecord.language.mending.fronted import mend_fronted
from onrecord.language.mending.given import mend_given
from onrecord.language.mending.headline_verbs import mend_headline_verbs
from onrecord.language.mending.hearers import mend_hearers
from onrecord.language.mending.infinitives import mend_infinitives
from onrecord.language.mending.joined_above import mend_joined_above
from onrecord.language.mending.joined_calls import mend_joined_calls
from onrecord.language.mending.joined_conditions import mend_joined_conditions
from onrecord.language.mending.joined_done_to import mend_joined_done_to
from onrecord.language.mending.joined_modifiers import mend_joined_modifiers
from onrecord.language.mending.joined_pasts import mend_joined_pasts
from onrecord.language.mending.joined_phrases import mend_joined_phrases
from onrecord.language.mending.joined_to_speaker import mend_joined_to_speaker
from onrecord.language.mending.joined_words import mend_joined_words
from onrecord.language.mending.late_speakers import mend_late_speakers
from onrecord.language.mending.left_out import mend_left_out
from onrecord.language.mending.outcomes import mend_outcomes
from onrecord.language.mending.paired_names import split_paired_names
from onrecord.language.mending.participles import mend_participles
from onrecord.language.mending.phrasal import mend_phrasal_verbs
from onrecord.language.mending.postposed import mend_postposed_titles
from onrecord.language.mending.remarks import mend_remarks
from onrecord.language.mending.seen_done import mend_seen_done
from onrecord.language.mending.shared_names import split_shared_names
from onrecord.language.mending.shares import mend_shares
from onrecord.language.mending.speech_times import mend_speech_times
from onrecord.language.mending.taken_places import mend_taken_places
from onrecord.language.mending.twice_said import mend_twice_said
from onrecord.language.mending.who_is_told import mend_who_is_told
from onrecord.language.mending.wordforms import mend_lemmas

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon


def mend(
    doc: Doc,
    lexicon: Lexicon,
    is_country: Callable[[str], bool],
    label_of: Callable[[str], str | None],
) -> None:
    """Put right what a parser gets wrong in the same way each time; `doc` is changed in place.

    Args:
        doc: a parsed report.
        lexicon: what is put right follows its entries and lists.
        is_country: whether words are the name of a country.
        label_of: the label of a known name, None for other words.
    """
    _mend_words(doc, lexicon)
    _mend_clauses(doc, lexicon, is_country)
    mend_agents(doc, lexicon, is_country)
    _mend_arguments(doc, lexicon)
    split_shared_names(doc, is_country)
    split_paired_names(doc, lexicon, label_of)
    doc.settled = True


def _mend_words(doc: Doc, lexicon: Lexicon) -> None:
    """What kind of word each is, and what is one noun phrase."""
    mend_lemmas(doc, lexicon)
    mend_headline_verbs(doc, lexicon)
    mend_postposed_titles(doc, lexicon)
    mend_joined_modifiers(doc)
    mend_appositions(doc, lexicon)
    mend_amounts(doc, lexicon)
    mend_shares(doc)


def _mend_clauses(doc: Doc, lexicon: Lexicon, is_country: Callable[[str], bool]) -> None:
    """Which verbs are joined with which, and whose clauses they are."""
    mend_both_done_to(doc)
    mend_contact_clauses(doc)
    mend_participles(doc, lexicon)
    mend_seen_done(doc, lexicon)
    mend_conjunctions(doc, lexicon)
    mend_joined_calls(doc, lexicon)
    mend_joined_conditions(doc, lexicon)
    mend_joined_pasts(doc)
    mend_joined_done_to(doc)
    mend_counted_harmed(doc, lexicon)
    mend_late_speakers(doc, lexicon)
    mend_joined_words(doc, lexicon)
    mend_joined_above(doc, lexicon)
    mend_joined_to_speaker(doc, lexicon)
    mend_joined_phrases(doc)
    mend_twice_said(doc)
    mend_fronted(doc)
    mend_hearers(doc, lexicon)
    mend_left_out(doc, lexicon)
    mend_phrasal_verbs(doc, lexicon)
    mend_infinitives(doc, lexicon)
    mend_given(doc, lexicon, is_country)


def _mend_arguments(doc: Doc, lexicon: Lexicon) -> None:
    """Which phrases, times and relative clauses hang on which word."""
    mend_speech_times(doc, lexicon)
    mend_remarks(doc, lexicon)
    mend_between(doc, lexicon)
    mend_charges(doc, lexicon)
    mend_asked_for(doc, lexicon)
    mend_called(doc, lexicon)
    mend_antecedents(doc, lexicon)
    mend_agreeing(doc, lexicon)
    mend_who_is_told(doc, lexicon)
    mend_outcomes(doc, lexicon)
    mend_taken_places(doc, lexicon)
