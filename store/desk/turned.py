"""What an undo or redo changed, told so that the reader knows where: the words, the note and its article."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Annotation
from store.notebook.compose import describe_done
from store.notebook.journal import Change, Changes, Done


class Turned(NamedTuple):
    """A step that was taken back or done again.

    ``annotations`` are those that it changed, as they are now or were last; none where it was about something
    else. ``title`` is the headline of the first one's article, empty where the archive does not have it.
    """

    what: str
    annotations: tuple[Annotation, ...] = ()
    title: str = ""


def changed_by(step: Done) -> tuple[Annotation, ...]:
    """Give the annotations that a step changed."""
    match step:
        case Change():
            return (step.annotation,)
        case Changes(changes):
            return tuple(change.annotation for change in changes)
    return ()


def turned(step: Done, title: str) -> Turned:
    """Tell of a step."""
    return Turned(describe_done(step), changed_by(step), title)
