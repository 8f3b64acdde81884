"""Every format: as agreed, read by a program that other people use, and safe to write again."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pandas
import pytest
import yaml
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from store.export.citation import authors, csl_item
from store.export.formats import FORMATS, writer_of
from store.export.labels import KOREAN, Lang
from store.export.outcome import Material
from store.export.table import FACT_COLUMNS
from store.model import Fact, SinmunError
from tests.export.test_folder import material

GOLDEN = Path(__file__).parent.parent / "golden" / "export"


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def export(name: str, folder: Path, *materials: Material) -> dict[str, str]:
    return {
        str(Path(one.path).relative_to(folder)): one.outcome
        for one in writer_of(name)(materials or [material()], folder)
    }


MARKDOWN = [name for name, form in FORMATS.items() if form.flavour is not None]


@pytest.mark.parametrize(
    ("name", "lang"), [*((name, "ko") for name in FORMATS), *((name, "en") for name in MARKDOWN)]
)
def test_the_files_are_as_they_were_agreed(name: str, lang: Lang, tmp_path: Path) -> None:
    list(writer_of(name, lang=lang)([material()], tmp_path))
    written = files(tmp_path)
    folder = GOLDEN / (f"{name}-{lang}" if lang == "en" else name)
    if os.environ.get("SINMUN_WRITE_GOLDEN"):
        for path, text in written.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())
    assert written == files(folder)


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_export_touches_nothing(name: str, tmp_path: Path) -> None:
    first = export(name, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert set(first.values()) == {"written"}
    assert set(export(name, tmp_path).values()) == {"kept"}
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == times


@pytest.mark.parametrize("name", MARKDOWN)
def test_no_korean_word_of_ours_stands_in_an_english_file(name: str) -> None:
    ours = {
        value for words in KOREAN for value in (words.values() if isinstance(words, Mapping) else [words])
    }
    written = "\n".join(files(GOLDEN / f"{name}-en").values())
    given = f"{material().article.text} {material().annotations}"
    assert not [word for word in sorted(ours - {""}) if word in written and word not in given]


@pytest.mark.parametrize("name", MARKDOWN)
def test_a_file_follows_the_language_that_is_asked_for_later(name: str, tmp_path: Path) -> None:
    list(writer_of(name, lang="ko")([material()], tmp_path))
    list(writer_of(name, lang="en")([material()], tmp_path))
    path = next(tmp_path.glob("*.md"))
    assert "## Facts" in path.read_text(encoding="utf-8")
    assert "## 팩트" not in path.read_text(encoding="utf-8")
    assert {one.outcome for one in writer_of(name, lang="en")([material()], tmp_path)} == {"kept"}


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in MARKDOWN])
def test_a_data_file_edited_by_hand_is_left_and_told(name: str, tmp_path: Path) -> None:
    (path, *_) = export(name, tmp_path)
    edited = tmp_path / path
    edited.write_bytes(edited.read_bytes() + b" ")
    before = edited.read_bytes()
    (outcome, *_) = writer_of(name)([material()], tmp_path)
    assert outcome.outcome == "left"
    assert "by hand" in outcome.reason
    assert edited.read_bytes() == before


def test_pandas_reads_the_table(tmp_path: Path) -> None:
    of = material()
    assert of.reading is not None
    export("csv", tmp_path, of)
    facts = pandas.read_csv(tmp_path / "facts.csv")
    assert tuple(facts.columns) == FACT_COLUMNS
    assert list(facts.fact) == [fact.id for fact in of.reading.facts]
    assert facts[facts.kind == "statistic"].value.sum() == 1_230_000_000_000
    notes = pandas.read_csv(tmp_path / "notes.csv", dtype={"id": str})
    assert list(notes.id) == [annotation.id for annotation in of.annotations]


def test_json_lines_give_the_facts_back(tmp_path: Path) -> None:
    of = material()
    assert of.reading is not None
    export("jsonl", tmp_path, of)
    rows = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text().splitlines()]
    for row, fact in zip(rows, of.reading.facts, strict=True):
        names = msgspec.to_builtins(fact)
        assert msgspec.convert({name: row[name] for name in names}, type(fact)) == fact


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_never_acts(text: str, tmp_path: Path) -> None:
    of = material()
    noted = msgspec.structs.replace(of.annotations[0], note=text, tags=(text,))
    export("csv", tmp_path, of._replace(annotations=[noted]))
    for name in ("facts.csv", "notes.csv"):
        for row in csv.reader(io.StringIO((tmp_path / name).read_text("utf-8-sig"))):
            assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_bibtex_program_reads_the_references(tmp_path: Path) -> None:
    of = material()
    title = r"50% 인상 & {합의} #1_A ~ \input{x}"
    line = msgspec.structs.replace(of.article.blocks[0], text=title)
    article = msgspec.structs.replace(of.article, blocks=(line,), author="홍길동 기자, 김철수 특파원")
    export("bibtex", tmp_path, of._replace(article=article))
    (entry,) = parse_string((tmp_path / "references.bib").read_text(), "bibtex").entries.values()
    assert entry.fields["url"] == article.url
    assert entry.fields["year"] == "2025"
    assert r"\textbackslash{}input\{x\}" in entry.fields["title"]
    assert [str(person) for person in entry.persons["author"]] == ["{홍길동}", "{김철수}"]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("홍길동 기자", ["홍길동"]),
        ("(세종=가온) 홍길동·김철수 기자 hong@example.com", ["홍길동", "김철수"]),
        ("[가온신문 홍길동 선임기자]", []),
        ("Jane Doe and 홍길동 특파원", ["Jane Doe", "홍길동"]),
        (None, []),
    ],
)
def test_authors_are_names_alone(byline: str | None, names: list[str]) -> None:
    assert authors(msgspec.structs.replace(material().article, author=byline)) == names


@pytest.mark.parametrize(
    ("published", "parts"), [("2025-02-02T09:30", [2025, 2, 2]), ("2025-02", [2025, 2]), ("어제", None)]
)
def test_a_reference_has_as_much_date_as_is_known(published: str, parts: list[int] | None) -> None:
    item = csl_item(msgspec.structs.replace(material().article, published=published))
    assert item.get("issued", {}).get("date-parts", [None])[0] == parts


def test_web_annotations_say_what_the_model_asks(tmp_path: Path) -> None:
    of = material()
    export("annotations", tmp_path, of)
    found = json.loads((tmp_path / "annotations.jsonld").read_text())
    assert found["type"] == "AnnotationCollection"
    assert found["total"] == len(of.annotations)
    for item, annotation in zip(found["first"]["items"], of.annotations, strict=True):
        assert item["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert item["created"].endswith("Z")
        purposes = [body["purpose"] for body in item.get("body", [])]
        assert purposes.count("tagging") == len(annotation.tags)
        if annotation.selector:
            quote, position = item["target"]["selector"]
            assert quote["exact"] == annotation.selector.exact
            assert position["end"] - position["start"] >= 0


def test_claims_are_the_facts_that_were_judged(tmp_path: Path) -> None:
    export("claims", tmp_path)
    claims = json.loads((tmp_path / "claims.json").read_text())
    assert [claim["reviewRating"]["ratingValue"] for claim in claims] == [5, 1]
    assert claims[0]["itemReviewed"]["author"] == {"@type": "Person", "name": "정다운"}


def test_a_vault_has_a_page_for_each_name_with_its_articles(tmp_path: Path) -> None:
    of = material()
    export("obsidian", tmp_path, of)
    (article,) = tmp_path.glob("*.md")
    page = (tmp_path / "인물" / "정다운.md").read_text()
    assert f"[[{article.stem}|" in page
    assert "“적자는 끝났다”" in page
    front = yaml.safe_load(article.read_text().split("---")[1])
    assert "[[인물/정다운|정다운]]" in front["entities"]
    assert "[!quote] [[인물/정다운|정다운]]" in article.read_text()


def test_a_page_of_a_name_keeps_the_articles_of_earlier_exports(tmp_path: Path) -> None:
    of = material()
    other = of._replace(article=msgspec.structs.replace(of.article, id="f" * 12), annotations=[])
    export("obsidian", tmp_path, of)
    export("obsidian", tmp_path, other)
    page = (tmp_path / "인물" / "정다운.md").read_text()
    assert page.count("[[2025-02-02") == 2
    assert set(export("obsidian", tmp_path, of).values()) == {"kept"}


def test_what_a_person_wrote_on_a_page_of_a_name_stays(tmp_path: Path) -> None:
    export("obsidian", tmp_path)
    page = tmp_path / "인물" / "정다운.md"
    page.write_text(page.read_text() + "\n만난 적 있음\n")
    export("obsidian", tmp_path, material(annotations=[]))
    assert page.read_text().endswith("\n만난 적 있음\n")


def test_an_outline_is_nothing_but_blocks(tmp_path: Path) -> None:
    export("logseq", tmp_path)
    (text,) = files(tmp_path).values()
    lines = [line for line in text.split("---\n", 2)[2].splitlines() if line and not line.startswith("<!--")]
    assert lines
    assert all(line.lstrip().startswith("- ") or line.startswith("  ") for line in lines)


@pytest.mark.parametrize("name", ["markdown", "plain", "obsidian"])
def test_the_markdown_renders_without_a_trace_of_html_from_outside(name: str, tmp_path: Path) -> None:
    of = material()
    evil = "<script>alert(1)</script> [x](javascript:1) ![[비밀]] {{ 7 * 7 }}"
    line = msgspec.structs.replace(of.article.blocks[1], text=evil)
    article = msgspec.structs.replace(of.article, blocks=(*of.article.blocks[:1], line))
    export(name, tmp_path, of._replace(article=article, reading=None))
    html = MarkdownIt("commonmark", {"html": True}).render("\n".join(files(tmp_path).values()))
    assert "<script" not in html
    assert 'javascript:1"' not in html
    assert "{{ 7 * 7 }}" in html or "{{ 7 * 7 }}" in html.replace("\\", "")


def test_templates_of_ones_own_go_before_ours(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "facts.md.j2").write_text("{% for item in page.facts %}* {{ described(item.fact) }}\n{% endfor %}")
    list(writer_of("plain", own)([material()], tmp_path / "to"))
    (text,) = files(tmp_path / "to").values()
    assert "* 1,230,000,000,000 원 (여) · 투자액" in text
    assert "## 발언" in text


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% for %}", "facts.md.j2:1"),
        ("{{ page.nothing }}", "nothing"),
        ("{{ page.__class__.__mro__ }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "template"),
        ("{{ 1 / 0 }}", "division"),
    ],
)
def test_a_template_that_fails_or_reaches_outside_is_refused(
    template: str, said: str, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "facts.md.j2").write_text(template)
    with pytest.raises(SinmunError, match=r"own") as error:
        list(writer_of("markdown", own)([material()], tmp_path / "to"))
    assert said in str(error.value)


def test_unknown_formats_and_useless_templates_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SinmunError, match="obsidian"):
        writer_of("docx")
    with pytest.raises(SinmunError, match="no templates"):
        writer_of("csv", tmp_path)
    with pytest.raises(SinmunError, match="no template here"):
        writer_of("plain", tmp_path)


def test_every_kind_of_fact_has_a_row() -> None:
    assert {kind.__struct_config__.tag for kind in Fact.__subclasses__()} >= {"event", "enumeration"}
