"""Everything that is put right in a parsed report before the stages read it, each building on the one before.

Lemmas come first, since the rest asks the lexicon about them; names come last, since they take the tree as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.agents import mend_agents
from onrecord.language.agreeing import mend_agreeing
from onrecord.language.amounts import mend_amounts
from onrecord.language.antecedents import mend_antecedents
from onrecord.language.appositions import mend_appositions
from onrecord.language.between import mend_between
from onrecord.language.both_done_to import mend_both_done_to
from onrecord.language.called import mend_called
from onrecord.language.charged import mend_charges
from onrecord.language.conjunctions import mend_conjunctions
from onrecord.language.contact_clauses import mend_contact_clauses
from onrecord.language.counted_harmed import mend_counted_harmed
from onrecord.language.fronted import mend_fronted
from onrecord.language.given import mend_given
from onrecord.language.headline_verbs import mend_headline_verbs
from onrecord.language.hearers import mend_hearers
from onrecord.language.infinitives import mend_infinitives
from onrecord.language.joined_above import mend_joined_above
from onrecord.language.joined_calls import mend_joined_calls
from onrecord.language.joined_conditions import mend_joined_conditions
from onrecord.language.joined_modifiers import mend_joined_modifiers
from onrecord.language.joined_pasts import mend_joined_pasts
from onrecord.language.joined_phrases import mend_joined_phrases
from onrecord.language.joined_to_speaker import mend_joined_to_speaker
from onrecord.language.joined_words import mend_joined_words
from onrecord.language.late_speakers import mend_late_speakers
from onrecord.language.left_out import mend_left_out
from onrecord.language.outcomes import mend_outcomes
from onrecord.language.paired_names import split_paired_names
from onrecord.language.participles import mend_participles
from onrecord.language.phrasal import mend_phrasal_verbs
from onrecord.language.postposed import mend_postposed_titles
from onrecord.language.remarks import mend_remarks
from onrecord.language.seen_done import mend_seen_done
from onrecord.language.shared_names import split_shared_names
from onrecord.language.shares import mend_shares
from onrecord.language.speech_times import mend_speech_times
from onrecord.language.taken_places import mend_taken_places
from onrecord.language.twice_said import mend_twice_said
from onrecord.language.who_is_told import mend_who_is_told
from onrecord.language.wordforms import mend_lemmas

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
    _mend_clauses(doc, lexicon)
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


def _mend_clauses(doc: Doc, lexicon: Lexicon) -> None:
    """Which verbs are joined with which, and whose clauses they are."""
    mend_both_done_to(doc)
    mend_contact_clauses(doc)
    mend_participles(doc, lexicon)
    mend_seen_done(doc, lexicon)
    mend_conjunctions(doc, lexicon)
    mend_joined_calls(doc, lexicon)
    mend_joined_conditions(doc, lexicon)
    mend_joined_pasts(doc)
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
    mend_given(doc, lexicon)


def _mend_arguments(doc: Doc, lexicon: Lexicon) -> None:
    """Which phrases, times and relative clauses hang on which word."""
    mend_speech_times(doc, lexicon)
    mend_remarks(doc, lexicon)
    mend_between(doc, lexicon)
    mend_charges(doc, lexicon)
    mend_called(doc, lexicon)
    mend_antecedents(doc, lexicon)
    mend_agreeing(doc, lexicon)
    mend_who_is_told(doc, lexicon)
    mend_outcomes(doc, lexicon)
    mend_taken_places(doc, lexicon)
