"""The whole road, for any text at all: added, read, annotated, found, exported."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from store.desk import Desk
from store.model import SinmunError
from store.reading import open_reader
from tests.torture.hostile import HOSTILE
from tests.torture.placing import misplaced, unfit

PIECES = [
    "윤서진 해온시장은 5일 “다리를 놓겠다”고 말했다.",
    "공사에는 1조2300억여원이 든다.",
    "재계에 따르면 내년 3월께 착공할 전망이다.",
    "가온전자와 나래은행은 지난달 31일 세종에서 만나 투자를 논의했다.",
    "△첫째 △둘째 △셋째 등 3가지다.",
    "2023-13-45 25:61",
    "그는 “", "”라며 ‘",
    "전년 동기 대비 -3.5%p", "\n", "\n\n", " ", "\t", "By ", "기자 =", "<p>", "{", "&#0;", "\0",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from([*PIECES, *HOSTILE.values()]), st.text(max_size=8)), max_size=12).map(
        "".join
    ),
)
NAMES = st.sampled_from(["a.txt", "a.html", "a.xml", "a.jsonl", "a", "-.txt", "가 나.txt"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"])


@settings(max_examples=60)
@given(TEXTS, NAMES, ENCODINGS, st.text(max_size=20))
def test_any_text_goes_the_whole_road(text: str, name: str, encoding: str, note: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, name)
        source.write_bytes(text.encode(encoding, "replace"))
        with Desk(Path(folder, "home")) as desk:
            for added in desk.add([str(source)]):
                assert added.reason if added.outcome == "failed" else added.id
            for headline in desk.headlines():
                article = desk.article(headline.id)
                reading = desk.keep_reading(open_reader("fast").read(article))
                assert unfit(article) == []
                assert misplaced(article, reading) == []
                assert desk.reading(article.id) == reading
                for span in reading.sentences:
                    desk.annotate(article.id, span=span, note=note, tags=[note])
                for fact in reading.facts:
                    desk.annotate(article.id, fact=fact, note=note, status="accepted")
                for annotation in desk.annotations(article.id):
                    place = desk.place(annotation)
                    assert annotation.selector is not None
                    assert place == (annotation.selector.start, annotation.selector.end)
            for query in (note, text[:40]):
                try:
                    desk.count(query)
                except SinmunError as error:
                    assert str(error)
            exported = list(desk.export(Path(folder, "vault"), "date:1900..2100 OR -없음"))
            assert all(each.outcome == "written" for each in exported)
            assert {each.outcome for each in desk.export(Path(folder, "vault"))} <= {"kept"}
            assert desk.check() == [] and desk.notices == []
