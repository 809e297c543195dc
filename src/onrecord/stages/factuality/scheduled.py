"""The day that an act is set for, by the words alone: "talks open on Friday", "meets him tomorrow"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality import shapes

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.factuality.cues import CueTables

_WHEN = ("obl", "obl:unmarked", "advmod", "nmod", "nmod:unmarked")


class Days:
    """Words of days: those to come, those of the week, spans of time, and verbs of beginning."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.starting, self.to_come = lexicon.list("starting_verb"), lexicon.list("day_to_come")
        self.coming, self.told_from = lexicon.list("coming_word"), lexicon.list("told_from_then")
        self.weekdays = lexicon.together("time_weekday")
        self.spans = lexicon.together("time_weekday", "time_unit", "time_month")


def day_set(node: Token, days: Days) -> Token | None:
    """The words of time by which the act at `node` is still to come, where its tense leaves that open.

    A day that is to come ("tomorrow", "next week") says so beside any present; a day of the week only beside a verb of
    beginning, since captions tell of Monday's acts in the present ("the president meets miners on Monday").
    """
    verb = grammar.is_predicate(node)
    if verb and (shapes.is_past(node) or not grammar.is_present(node)):
        return None
    starts = verb and node.tag_ != "VBG" and node.lemma_.lower() in days.starting
    for when in grammar.children(node, *_WHEN):
        if when.i > node.i and (_is_to_come(when, days) or (starts and _is_one_day(when, days))):
            return when
    return None


def is_set_for(participle: Token, days: Days) -> bool:
    """Whether it names the day that an act is set for ("the summit, | set for Tuesday"), not how long it took."""
    named = grammar.prep_objects(participle, frozenset({"for", "on", "in"}))
    return any(day.lower_ in days.spans | days.to_come and not grammar.children(day, "nummod") for day in named)


def _is_to_come(when: Token, days: Days) -> bool:
    """Whether it is a day to come: "tomorrow", "next week", "later this month", not "the next day" or "next to it"."""
    if when.lower_ in days.to_come:
        return True
    before = {child.lower_ for child in grammar.children(when, "amod", "det", "advmod") if child.i < when.i}
    return when.lower_ in days.spans and not before.isdisjoint(days.coming) and before.isdisjoint(days.told_from)


def _is_one_day(when: Token, days: Days) -> bool:
    """Whether it is one day of the week ("on Friday", not "on Fridays" or "every Friday")."""
    return when.lower_ in days.weekdays and not grammar.children(when, "det", "amod")


def is_behind_when(act: Token, tables: CueTables) -> bool:
    """Whether the present behind "when" tells of what is yet to come: "faces ten years | when he is sentenced in May".

    The main clause shows it by a modal or a verb of what is in store, or a day is named; else both go on.
    """
    clause = shapes.first_conjunct(act)
    marks = grammar.children(clause, "advmod", "mark") if clause.dep_ == "advcl" else []
    if not any(word.lower_ in tables.whenever for word in marks) or clause.i < clause.head.i:
        return False
    main = shapes.clause_above(clause.head)
    in_store = shapes.finite(main).tag_ == "MD" or main.lemma_.lower() in tables.undergoing
    named = any(when.lemma_.lower() in tables.days.spans for when in grammar.children(act, "obl", "obl:unmarked"))
    simple = shapes.finite(act).tag_ in {"VBZ", "VBP"} and not grammar.is_perfect(act) and act.tag_ != "VBG"
    return simple and not shapes.is_past(main) and (in_store or named)
