"""What decides whether two texts are one story: hashed shingles, numbers and sentences of each."""

from __future__ import annotations

from functools import cached_property

from store.dedup.shingles import Hashes, distinct, hashed_shingles, letters, masked_numbers
from store.dedup.template import numbers_of, sentences_of


class Profile:
    """A text described, each part made when it is first asked for: most articles are compared with none.

    ``shingles`` and ``masked`` are sorted distinct hashes, the second with every number read as one digit.
    """

    def __init__(self, text: str, hashes: Hashes | None = None) -> None:
        """Describe the text that tells the story; ``hashes`` are its shingles in order, where known."""
        self.text = text
        self._hashes = hashes

    @cached_property
    def shingles(self) -> Hashes:
        """The hashed shingles."""
        return distinct(hashed_shingles(letters(self.text)) if self._hashes is None else self._hashes)

    @cached_property
    def masked(self) -> Hashes:
        """The hashed shingles of the text with its numbers masked."""
        return distinct(hashed_shingles(masked_numbers(letters(self.text))))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The distinct numbers."""
        return numbers_of(self.text)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences as written."""
        return sentences_of(self.text)
