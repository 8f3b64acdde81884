"""What undo says: the change that was taken back, not the whole annotation."""

from __future__ import annotations

import msgspec

from store.desk import Desk
from store.notebook.compose import describe_change
from tests.samples import what


def test_undo_tells_what_changed(seeds) -> None:
    with Desk.open() as desk:
        list(desk.add([str(seeds / "001_nadella_visit.txt")]))
        (article,) = desk.headlines()
        noted = desk.annotate(article.id, note="확인할 것")
        tagged = desk.annotate(article.id, annotation_id=noted.id, tags=["클라우드"])
        desk.annotate(article.id, annotation_id=noted.id, status="accepted")
        assert what(desk.undo()) == "accepted"
        assert what(desk.undo()) == "#클라우드"
        assert what(desk.redo()) == "#클라우드"
        assert describe_change(noted, msgspec.structs.replace(tagged, note="고친 글")) == "#클라우드 고친 글"
        assert describe_change(None, noted) == "확인할 것"
        assert describe_change(None, None) == ""
