"""The tour: ten steps on whatever articles are there, each told beforehand and noticed when it was done."""

from __future__ import annotations

STEPS: tuple[tuple[frozenset[str], ...], ...] = (
    (frozenset({"down"}),),
    (frozenset({"choose"}),),
    (frozenset({"next_fact"}),),
    (frozenset({"accept"}),),
    (frozenset({"note"}), frozenset({"save"})),
    (frozenset({"undo"}),),
    (frozenset({"next_pane"}),),
    (frozenset({"search"}), frozenset({"back"})),
    (frozenset({"export"}), frozenset({"write", "close"})),
    (frozenset({"help"}), frozenset({"close"})),
)
"""What each step asks for: actions that follow one another, any one of each."""


class Tour:
    """How far the reader has come: ``step`` counts from 0, and is ``len(STEPS)`` when all is done."""

    def __init__(self) -> None:
        self.step = 0
        self._done = 0

    @property
    def finished(self) -> bool:
        """Whether every step was done."""
        return self.step == len(STEPS)

    def did(self, action: str) -> bool:
        """Notice an action; tells whether it completed the step."""
        if self.finished:
            return False
        wanted = STEPS[self.step]
        if action in wanted[self._done]:
            self._done += 1
        if self._done < len(wanted):
            return False
        self.step, self._done = self.step + 1, 0
        return True
