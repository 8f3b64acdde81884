"""Articles grouped into stories one by one: adding one costs the same beside a hundred or a million."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from store.dedup.profile import Profile
from store.dedup.signature import Described
from store.dedup.stories import first_story

MAX_COMPARED = 12
"""How many candidate stories are compared with an article, those with most keys in common first."""
MAX_OF_KEY = 16
"""How many stories of one key are looked at, the latest: a daily template fills a key with its issues."""
MAX_OF_RARE_KEY = 2
"""A story that shares a single key is compared only where the key is rare: many share a phrase of routine."""


class StoryIndex:
    """Stories in memory: for a folder, a bench, or one run; the archive keeps the same in its tables."""

    def __init__(self) -> None:
        """Start without articles."""
        self._members: list[list[str]] = []
        self._anchors: list[list[Profile]] = []
        self._stories: dict[int, tuple[int, ...]] = {}

    def add(self, name: str, article: Described) -> str:
        """Put an article into its story and give the story's name: that of the first article told in it."""
        known = [self._stories.get(key, ()) for key in article.keys]
        candidates = ((found, self._anchors[found]) for found in most_shared(known))
        story = first_story(article.profile, candidates)
        if story is None:
            story = len(self._members)
            self._members.append([])
            self._anchors.append([])
        self._members[story].append(name)
        # Described anew: an anchor that is never compared must not hold the hashes of its batch in memory.
        self._anchors[story] = with_anchor(self._anchors[story], Profile(article.profile.text))
        for key, stories in zip(article.keys, known, strict=True):
            if story not in stories:
                self._stories[key] = with_story(stories, story)
        return self._members[story][0]

    def groups(self) -> list[list[str]]:
        """Give every article's name once, the stories in the order of their first articles."""
        return [list(members) for members in self._members]


def most_shared(known: Iterable[Sequence[int]]) -> list[int]:
    """Give the stories that share most keys, from the stories of each key; the latest of equals first."""
    known = list(known)
    shared = Counter(chain.from_iterable(known))
    telling = set(chain.from_iterable(stories for stories in known if len(stories) <= MAX_OF_RARE_KEY))
    ranked = ((count, story) for story, count in shared.items() if count > 1 or story in telling)
    return [story for _, story in sorted(ranked, reverse=True)[:MAX_COMPARED]]


def with_story(stories: Sequence[int], added: int) -> tuple[int, ...]:
    """Give a key's stories with another one, the latest few of them."""
    return (*stories[1 - MAX_OF_KEY :], added)


def with_anchor(anchors: list[Profile], added: Profile) -> list[Profile]:
    """Give a story's anchors after an article was added: its first article, and its longest."""
    if anchors and len(added.text) <= max(len(anchor.text) for anchor in anchors):
        return anchors
    return [*anchors[:1], added]
