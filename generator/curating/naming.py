"""What the actors of a run are called: each by the name under which the timeline has it, or by its fullest one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.curating.actors import normalise_actors
from generator.model import Actor

__all__ = ["Naming", "names_of"]


class Naming:
    """The names of a run.

    Args:
        names_of_articles: The names of actors, together as they stand together.
        actors: The timeline's actors, by key.
    """

    def __init__(self, names_of_articles: Iterable[Sequence[str]], actors: Mapping[str, Actor]) -> None:
        self._meant = normalise_actors(names_of_articles, actors)
        self._actors = actors

    def called(self, names: Iterable[str]) -> list[str]:
        """The names by which a timeline calls some actors, each once, in their order."""
        return list(dict.fromkeys(self._meant.get(name, name) for name in names))

    def all_names(self, names: Iterable[str]) -> list[str]:
        """For each of some actors all names that it goes by, in one text: as written, and as the timeline has it."""
        return [" ".join((name, *names_of(self._meant.get(name, name), self._actors))) for name in names]


def names_of(name: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The names of an actor.

    Args:
        name: The key of one of the timeline's actors, or a name.
        actors: The timeline's actors, by key.

    Returns:
        The name and aliases that stand under the key, or the name itself.
    """
    actor = actors.get(name)
    return (actor.name, *actor.aliases) if actor else (name,)
