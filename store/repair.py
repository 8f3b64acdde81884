"""Repairing what a home folder holds, and telling what was done; every other desk should be closed."""

from __future__ import annotations

from pathlib import Path

from store.archive.salvage import salvage
from store.archive.schema import MIGRATIONS
from store.database import Database
from store.desk import Desk
from store.migrations import set_database_aside
from store.model import SinmunError
from store.notebook.index import MIGRATIONS as NOTEBOOK_MIGRATIONS


def repair(home: Path) -> list[str]:
    """Repair archive and notebook, and give what was done, a line each; nothing where all was sound.

    Notes are never made or deleted: a page that can't be read is set aside. Articles are lost only where the
    file that holds them can't be read.
    """
    done: list[str] = []
    index, archive = home / "notebook.sqlite3", home / "archive.sqlite3"
    if index.exists():
        database = Database(index, NOTEBOOK_MIGRATIONS)
        done += database.notices
        if not _made_sound(database, done):
            aside = set_database_aside(index)
            done.append(f"{index.name} was damaged; it was set aside as {aside.name}")
    if archive.exists():
        database = Database(archive, MIGRATIONS)
        done += database.notices
        if not _made_sound(database, done):
            aside, saved, lost = salvage(archive)
            done.append(
                f"{archive.name} was damaged; it was set aside as {aside.name}, {saved} articles were saved"
                f" and {lost} lost: `sinmun add` their sources again"
            )
    with Desk.open(home) as desk:
        return [*done, *desk.notices, *desk.repair()]


def _made_sound(database: Database, done: list[str]) -> bool:
    """Make the indexes of a file anew where they are wrong; tell whether the file is sound, and close it."""
    try:
        if not database.problems():
            return True
        with database.writing() as connection:
            connection.execute("REINDEX")
        if database.problems():
            return False
        done.append(f"{database.path.name}: its indexes were made anew")
        return True
    except SinmunError:
        return False
    finally:
        database.close()
