"""What is told like an act and is none, by whichever of the reasons that other files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.acting import Acting
from onrecord.stages.events.business import Business
from onrecord.stages.events.daily_life import DailyLife
from onrecord.stages.events.everyday import Everyday
from onrecord.stages.events.harm import Harm
from onrecord.stages.events.lone_protest import LoneProtest
from onrecord.stages.events.private_life import PrivateLife
from onrecord.stages.events.suffering import Suffering
from onrecord.stages.events.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.drafts import EventDraft
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Roles


class NoActs:
    """Tells it for one report: of triggers alone, and of triggers with their parties."""

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        acting = Acting(who, lexicon)
        self._everyday, self._harm = Everyday(lexicon), Harm(lexicon, acting.can_act)
        around = Surroundings(lexicon)
        self._life = PrivateLife(who, lexicon, acting.can_act, around)
        self._daily = DailyLife(who, lexicon, self._life, around)
        self._lone = LoneProtest(lexicon, self._life)
        self._suffering = Suffering(lexicon, acting)
        self._business = Business(who, lexicon, acting.can_act)

    def holds(self, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether it is none whoever takes part; an entry that asks for somebody it is done to needs him."""
        if self._everyday.holds(trigger, entry):
            return True
        return bool(entry.object) and not self._suffering.is_somebodys(trigger, entry)

    def holds_between(self, trigger: Trigger, entry: EventEntry, roles: Roles) -> bool:
        """Whether it is none between these parties."""
        return (
            self._everyday.holds_for(trigger, entry, roles)
            or self._harm.is_nobodys(trigger, entry, roles)
            or self._life.holds(trigger, entry, roles)
            or self._daily.holds(trigger, entry, roles)
            or self._lone.holds(trigger, entry, roles)
            or self._suffering.is_ideas(trigger, entry, roles)
            or self._business.holds(trigger, entry, roles)
        )

    def left_out(self, drafts: Sequence[EventDraft], tokens: Sequence[Token]) -> list[EventDraft]:
        """The drafts without those that only the whole report shows to be none, of mishaps for one."""
        return self._harm.without_fates(drafts, tokens)
