"""What the sentences around an act are about, where that makes it none: a game, a notice of death, everyday life."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Span, Token
    from onrecord.lexicon.load import Lexicon

_GAME = ("field_role", "game_role", "sport_setting", "sport_match", "sport_contest", "sport_word")
_NEAR_GAME, _NEAR_NOTICE, _NEAR_EVERYDAY = 3, 10, 2  # how many sentences before and behind
_ENOUGH_OF_GAME, _ENOUGH_OF_NOTICE, _ENOUGH_OF_EVERYDAY = 4, 2, 3  # different words or phrases


class Surroundings:
    """Tells it in one report."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._game, self._everyday = lexicon.together(*_GAME), lexicon.list("everyday_word")
        self._notice = sorted(lexicon.list("death_notice"))
        self._sentences: list[Span] = []
        self._places: dict[int, int] = {}
        self._of_game: dict[int, frozenset[str]] = {}
        self._of_notice: dict[int, frozenset[str]] = {}
        self._of_everyday: dict[int, frozenset[str]] = {}

    def are_of_game(self, word: Token) -> bool:
        """Whether a game is told of, by words of several kinds that are of sport ("coach", "halftime", "scored")."""
        return len(self._around(word, self._of_game, _NEAR_GAME)) >= _ENOUGH_OF_GAME

    def are_of_death(self, word: Token) -> bool:
        """Whether it is a notice of death, by its phrases ("survived by", "in lieu of flowers")."""
        return len(self._around(word, self._of_notice, _NEAR_NOTICE)) >= _ENOUGH_OF_NOTICE

    def are_everyday(self, word: Token) -> bool:
        """Whether school, parish, club, kitchen or stage is told of ("the choir", "a potluck", "Elm Elementary")."""
        return len(self._around(word, self._of_everyday, _NEAR_EVERYDAY)) >= _ENOUGH_OF_EVERYDAY

    def _around(self, word: Token, found: dict[int, frozenset[str]], near: int) -> frozenset[str]:
        self._read(word.doc)
        place = self._places[word.sent.start]
        near_by = range(max(0, place - near), min(len(self._sentences), place + near + 1))
        return frozenset[str]().union(*(found[other] for other in near_by))

    def _read(self, doc: Doc) -> None:
        """Note the telling words of each sentence, once for the report."""
        if self._sentences:
            return
        self._sentences = list(doc.sents)
        for place, sentence in enumerate(self._sentences):
            self._places[sentence.start] = place
            words = {word.lemma_.lower() for word in sentence if not word.ent_type_}
            self._of_game[place] = frozenset(words & self._game)
            text = sentence.text.lower()
            self._of_notice[place] = frozenset(phrase for phrase in self._notice if phrase in text)
            named = {word.lower_ for word in sentence if word.ent_type_}  # "Pine Street Elementary"
            self._of_everyday[place] = frozenset((words | named) & self._everyday)
