"""Articles grouped into stories one by one: adding one costs the same beside a hundred or a million."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.dedup.signature import signature
from store.dedup.stories import Profile, best_story, profile
from store.model import Article

MAX_COMPARED = 12
"""How many candidate stories are compared with an article, those with most keys in common first."""
MAX_OF_KEY = 40
"""How many stories of one key are looked at, the latest: a daily template fills a key with its issues."""


class StoryIndex:
    """Stories in memory: for a folder, a bench, or one run; an archive keeps the same tables in SQL."""

    def __init__(self) -> None:
        """Start without articles."""
        self._members: dict[str, list[str]] = {}
        self._anchors: dict[str, list[Profile]] = {}
        self._stories: dict[int, tuple[str, ...]] = {}

    def add(self, key: str, article: Article) -> str:
        """Put an article into its story and give the story's key: that of the first article told in it."""
        described, marks = profile(article), signature(article).keys
        known = list(map(self._stories.get, marks))
        candidates = ((found, self._anchors[found]) for found in _most_shared(known))
        story = best_story(described, candidates) or key
        self._members.setdefault(story, []).append(key)
        self._anchors[story] = with_anchor(self._anchors.get(story, []), described)
        alone = (story,)
        for mark, stories in zip(marks, known, strict=True):
            if stories is None:
                self._stories[mark] = alone
            elif story not in stories:
                self._stories[mark] = (*stories[1 - MAX_OF_KEY :], story)
        return story

    def groups(self) -> list[list[str]]:
        """Give every article's key once, the stories in the order of their first articles."""
        return [list(members) for members in self._members.values()]


def _most_shared(known: Iterable[tuple[str, ...] | None]) -> list[str]:
    shared = Counter(story for stories in known if stories for story in stories)
    return [story for story, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MAX_COMPARED]]


def with_anchor(anchors: list[Profile], added: Profile) -> list[Profile]:
    """Give a story's anchors after an article was added: its first article, and its longest."""
    longest = max([*anchors, added], key=lambda anchor: len(anchor.text))
    first = anchors[0] if anchors else added
    return [first] if longest is first else [first, longest]
