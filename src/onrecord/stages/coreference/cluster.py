"""Clusters: mentions taken to be one entity, while the report is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reading.entity import Mention

BODIES = frozenset({"organization", "group", "other"})


class Cluster:
    """Mentions taken to be one entity, growing while the report is read."""

    __slots__ = (
        "actor", "belongs", "collective", "country", "gender", "lists", "members", "mentions", "modifiers", "names",
        "nouns", "plural", "roles", "sectors", "sides", "type",
    )  # fmt: skip

    def __init__(self) -> None:
        self.mentions: list[int] = []
        self.members: tuple[Cluster, ...] = ()  # whom it takes together ("the two countries")
        self.lists: dict[tuple[int, int], Mention] = {}  # where these are named side by side
        self.belongs: dict[int, None] = {}  # tokens of what its mentions say that it belongs to, each once
        self.sides: dict[Cluster, None] = {}  # bodies that a word of it tells that it is of ("council members")
        self.names: dict[str, None] = {}
        self.nouns: dict[str, None] = {}
        self.modifiers: set[str] = set()
        self.type = "other"
        self.actor: str | None = None
        self.country: str | None = None
        self.sectors: tuple[str, ...] = ()
        self.roles: dict[str, None] = {}  # each office that stands beside its name, once
        self.gender: str | None = None
        self.plural = False
        self.collective = False

    @property
    def named(self) -> bool:
        """Whether a proper name stands for it somewhere."""
        return bool(self.names)

    @property
    def role(self) -> str | None:
        """The first office that stands beside its name."""
        return next(iter(self.roles), None)

    @property
    def several(self) -> bool:
        """Whether a body may be a they: it has a name, or is called by a word for people together ("the team")."""
        return self.named or self.collective

    @property
    def last(self) -> int:
        """Its latest mention so far."""
        return self.mentions[-1]


def types_agree(one: str, other: str) -> bool:
    """Whether one entity may be of both types: any kind of body agrees with any other."""
    return one == other or (one in BODIES and other in BODIES)


def latest_before(cluster: Cluster, k: int) -> int:
    """The latest mention of a cluster before the mention `k`."""
    return next((j for j in reversed(cluster.mentions) if j < k), cluster.mentions[0])
