"""What is exported, as its readers take it: the same comes back, and nothing is lost on the way."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pandas
import yaml
from pybtex.database import parse_string

from store.export.claim_review import RATINGS
from store.export.formats import FORMATS, writer_of
from store.export.outcome import Material
from store.feeds.opml import write_opml
from store.feeds.subscription import Subscription
from store.model import Selector
from tests.export.test_folder import material

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
_LINK = re.compile(r"\[\[([^|\]#^]+)[^\]]*\]\]")
_BLOCK_ID = re.compile(r"(?:^|\s)\^(\S+)$", re.MULTILINE)

_AGREED = "test_formats.test_the_files_are_as_they_were_agreed"
_NOTES = "test_taking.test_an_edited_note_is_taken_in_and_the_file_is_whole_again"
_RENDERED = "test_formats.test_the_markdown_renders_without_a_trace_of_html_from_outside"
_LINKS = "test_readers.test_every_link_leads_to_a_file"
_PANDAS = "test_formats.test_pandas_reads_the_table"
EVIDENCE: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "markdown": (("notes", _NOTES), ("CommonMark, YAML", _RENDERED)),
    "obsidian": (("notes", _NOTES), ("links, block ids, YAML", _LINKS)),
    "logseq": (("notes", _NOTES), ("the rules of mldoc", "test_readers.test_logseq_finds_every_property")),
    "plain": (("notes", _NOTES), ("CommonMark, YAML", _RENDERED)),
    "csv": (("facts", _PANDAS), ("pandas", _PANDAS)),
    "jsonl": (
        ("facts", "test_formats.test_json_lines_give_the_facts_back"),
        ("pandas", "test_readers.test_pandas_reads_the_json_lines"),
    ),
    "annotations": (
        ("annotations", "test_readers.test_web_annotations_give_the_annotations_back"),
        ("W3C's suite *", "validate.annotation_errors"),
    ),
    "csl": (
        ("references", "test_readers.test_references_give_the_article_back"),
        ("schema of CSL-JSON *", "validate.csl_errors"),
    ),
    "bibtex": (
        ("references", "test_readers.test_references_give_the_article_back"),
        ("pybtex", "test_formats.test_a_bibtex_program_reads_the_references"),
    ),
    "claims": (
        ("verdicts", "test_readers.test_claims_give_the_verdicts_back"),
        ("schema.org's vocabulary *", "validate.vocabulary_errors"),
    ),
}  # fmt: skip
"""For each format what comes back the same, and what reads it or checks it: in words, and the test of it."""


def exported(name: str, folder: Path, *materials: Material) -> Material:
    given = materials or (material(),)
    list(writer_of(name)(given, folder))
    return given[0]


def test_the_page_tells_what_each_format_is_held_against() -> None:
    text = (ROOT / "docs" / "export.md").read_text()
    for name, cells in EVIDENCE.items():
        assert f"| `{name}` | ✓ | {' | '.join(words for words, _ in cells)} |" in text
        assert any((GOLDEN / "export" / name).iterdir())
        for _, test in ((_AGREED, _AGREED), *cells):
            module, function = test.split(".")
            source = Path(__file__).with_name(f"{module}.py").read_text()
            assert f"def {function}(" in source, test
    assert list(EVIDENCE) == list(FORMATS)


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    of = material()
    assert of.reading is not None
    odd = msgspec.structs.replace(of.reading.entities[0], name="A|B [C] #D ^E: F/G", id="odd")
    reading = msgspec.structs.replace(of.reading, entities=(*of.reading.entities, odd))
    exported("obsidian", tmp_path, of._replace(reading=reading))
    for path in tmp_path.rglob("*.md"):
        text = path.read_text()
        for target in _LINK.findall(text):
            assert (tmp_path / f"{target}.md").is_file(), target
        ids = _BLOCK_ID.findall(text)
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[0-9A-Za-z-]+", each) for each in ids)
        assert isinstance(yaml.safe_load(text.split("---")[1]), dict)


def test_logseq_finds_every_property(tmp_path: Path) -> None:
    of = exported("logseq", tmp_path)
    (path,) = tmp_path.glob("*.md")
    _, front, body = path.read_text().split("---\n", 2)
    # mldoc reads ``key: value`` lines, and drops all of them where a line is anything else.
    pairs = [re.fullmatch(r"([^:\n]+): *([^\n]+)", line) for line in front.splitlines()]
    assert all(pairs)
    read = {found[1]: found[2] for found in pairs if found}
    assert read["tags"].split(", ") == ["생성-AI", "실적"]
    assert re.findall(r"\[\[(.+?)\]\]", read["entities"]) == ["정다운", "한빛전자"]
    # A property stands right below the first line of its block, or another property.
    lines = body.splitlines()
    found = [number for number, line in enumerate(lines) if re.match(r" +[^\s:]+:: ", line)]
    assert of.reading is not None
    assert len([number for number in found if "상태::" in lines[number]]) == len(of.reading.facts)
    assert all(lines[number - 1].lstrip().startswith("- ") or number - 1 in found for number in found)


def test_pandas_reads_the_json_lines(tmp_path: Path) -> None:
    of = exported("jsonl", tmp_path)
    assert of.reading is not None
    facts = pandas.read_json(tmp_path / "facts.jsonl", lines=True, dtype={"id": str})
    assert list(facts.id) == [fact.id for fact in of.reading.facts]


def test_references_give_the_article_back(tmp_path: Path) -> None:
    of = exported("csl", tmp_path).article
    exported("bibtex", tmp_path)
    (item,) = json.loads((tmp_path / "references.json").read_text())
    assert (item["title"], item["URL"], item["container-title"]) == (of.title, of.url, of.publisher)
    day = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
    assert (of.published or "").startswith(day)
    (key, entry), *_ = parse_string((tmp_path / "references.bib").read_text(), "bibtex").entries.items()
    assert (key, entry.fields["title"], entry.fields["url"]) == (of.id, f"{{{of.title}}}", of.url)
    assert (entry.fields["year"], entry.fields["month"], entry.fields["day"]) == ("2025", "February", "2")


def test_web_annotations_give_the_annotations_back(tmp_path: Path) -> None:
    of = exported("annotations", tmp_path)
    items = json.loads((tmp_path / "annotations.jsonld").read_text())["first"]["items"]
    for item, annotation in zip(items, of.annotations, strict=True):
        said: dict[str, list[str]] = {"commenting": [], "tagging": [], "assessing": []}
        for body in item.get("body", []):
            said[body["purpose"]].append(body["value"])
        assert "".join(said["commenting"]) == annotation.note
        assert tuple(said["tagging"]) == annotation.tags
        assert "".join(said["assessing"]) == annotation.status
        if annotation.selector is None:
            assert item["target"] == of.article.url
            continue
        quote, position = item["target"]["selector"]
        fields = {**quote, **position}
        fields.pop("type")
        assert msgspec.convert(fields, Selector) == annotation.selector


def test_claims_give_the_verdicts_back(tmp_path: Path) -> None:
    of = exported("claims", tmp_path)
    verdicts = {rating: status for status, rating in RATINGS.items()}
    found = {
        claim["identifier"]: verdicts[claim["reviewRating"]["ratingValue"]]
        for claim in json.loads((tmp_path / "claims.json").read_text())
    }
    assert of.reading is not None
    facts = {fact.id for fact in of.reading.facts}
    assert found == {each.id: each.status for each in of.annotations if each.fact in facts and each.status}


def test_a_list_of_feeds_is_as_it_was_agreed() -> None:
    feeds = [
        Subscription(url="https://a.example/rss", title="가람 <뉴스> & 'x'"),
        Subscription(url="https://b.example/f?x=1&y=2", title="나루", tags=("신문", "경제")),
    ]
    assert write_opml(feeds) == (GOLDEN / "feeds.opml").read_bytes()
