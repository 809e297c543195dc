"""Trimming content: what the reporter adds at either end of somebody's words is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions import closings, edges, openings

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.page import Page, Stretch

_PRESENT = frozenset({"VBZ", "VBP"})


def what_is_said(
    piece: Stretch, cue: Stretch, verb: Token, page: Page, is_speech: Callable[[Token], bool], *, clause: bool
) -> Stretch:
    """A piece of content without what tells when, where or amid what it was said, and without what is said next."""
    bare = openings.behind_source(openings.without_aside(edges.within_quote(piece, verb, page), page), page)
    if piece[1] <= cue[0]:
        return bare
    if piece[0] >= cue[1]:
        bare = edges.without_scene(bare, page)
        bare = edges.without_first_time(edges.without_occasion(bare, page), page)
    bare = edges.without_next_speech(bare, verb, page, is_speech)
    bare = edges.without_charge(closings.without_closing(edges.without_venue(bare, page), page), page)
    if ":" not in page.text[cue[1] : piece[0]]:  # in a statement all that stands there is the speaker's
        bare = edges.without_time(bare, page)
    own = verb.tag_ in _PRESENT and page.has_own_voice()  # "Norland condemns the raid, which killed … We offer …"
    bare = bare if clause or own else edges.without_remark(bare, page)
    return edges.before_that(bare, page) if verb.tag_ == "VBG" and not clause else bare
