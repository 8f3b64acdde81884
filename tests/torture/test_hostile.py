"""Whatever a stranger's text says, in whatever field it stands, it is shown as text and does nothing."""

from __future__ import annotations

import html
import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from store.desk import Desk
from store.model import Annotation, Article, SinmunError
from store.reading import open_reader
from store.text import printable
from tests.torture.hostile import HOSTILE
from tui.cli import main

BODY = "윤서진 해온시장은 5일 “다리를 놓겠다”고 말했다. 공사에는 120억원이 든다."
MARKDOWN = MarkdownIt("gfm-like", {"html": True})
MARKER = re.compile(r"<!-- sinmun:(?:begin|end) \w+(?: [0-9a-f]+)? -->\n?")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(*argv: str, stdin: str = "") -> Result:
        given = stdin.encode("utf-8", "surrogatepass")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        try:
            code = main(list(argv))
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        return Result(code, *capsys.readouterr())

    return command


def sources(folder: Path, text: str) -> list[str]:
    """Write the text into every field of every format."""
    folder.mkdir()
    record = {"title": text, "body": f"{BODY}\n{text}\n{BODY}", "author": text, "publisher": text}
    lines = [
        json.dumps({**record, "url": url, "published": text}) for url in (text, "https://a.example/" + text)
    ]
    (folder / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shown = html.escape(text)
    (folder / "page.html").write_bytes(
        f"<html><head><title>{shown}</title><meta name='author' content=\"{shown}\">"
        f"<meta property='og:site_name' content=\"{shown}\"></head>"
        f"<body><article><h1>{shown}</h1><p>{BODY}</p><p>{shown}</p><p>{BODY}</p>"
        "</article></body></html>".encode()
    )
    item = "".join(f"<{name}>{shown}</{name}>" for name in ("title", "link", "dc:creator", "pubDate"))
    (folder / "feed.rss").write_bytes(
        f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{shown}</title>'
        f"<item>{item}<description>{shown} {html.escape(BODY)}</description></item></channel></rss>".encode()
    )
    (folder / "article.txt").write_bytes(f"{text}\n\n{BODY}\n{text}\n{BODY}\n".encode())
    return [str(folder / name) for name in ("records.jsonl", "page.html", "feed.rss", "article.txt")]


@pytest.fixture(params=HOSTILE)
def text(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.fixture
def ids(home: Path, tmp_path: Path, text: str) -> list[str]:
    """Keep the text in every field of articles that are read, and of notes on them."""
    with Desk(home) as desk:
        added = list(desk.add(sources(tmp_path / "sources", text)))
        assert [each for each in added if each.outcome == "failed" and not each.reason] == []
        kept = [each.id for each in added if each.id]
        for article_id in kept:
            reading = desk.keep_reading(open_reader("fast").read(desk.article(article_id)))
            desk.annotate(article_id, note=text, tags=[text])
            for fact in reading.facts[:1]:
                desk.annotate(article_id, fact=fact, note=text, tags=[text], status="edited")
            for span in reading.sentences[:1]:
                desk.annotate(article_id, span=span, note=text)
        for name in ("merge", "rename"):
            try:
                desk.correct(name, "윤서진", text)
            except SinmunError as error:
                assert str(error)
    return kept


def test_the_command_line_shows_it_as_text(run: Run, ids: list[str], tmp_path: Path, text: str) -> None:
    results = [
        run("list"),
        run("notes"),
        run("entities"),
        run("doctor"),
        run("search", text),
        run("notes", text),
        run("entities", text),
        run("search", f'title:"{text}"'),
        run("show", text),
        run("notes", "add", text, text),
        run("add", text),
        run("notes", "add", ids[0] if ids else "x", "-", stdin=text + "\n"),
        *(run("show", each) for each in ids),
        *(run("read", path, "--reader", "fast") for path in sources(tmp_path / "again", text)),
    ]
    for result in results:
        assert result.code in (0, 1, 2)
        assert printable(result.out, lines=True) == result.out
        assert "Traceback" not in result.err
        assert printable(result.err, lines=True) == result.err


def test_json_has_the_text_itself_and_nothing_that_a_terminal_obeys(
    run: Run, ids: list[str], tmp_path: Path, home: Path
) -> None:
    paths = sources(tmp_path / "again", "x")
    results = [
        run("list", "--json"),
        run("notes", "--json"),
        run("entities", "--json"),
        run("add", *paths, "--json"),
        *(run("show", each, "--json") for each in ids),
    ]
    for result in results:
        acting = {each for each in result.out if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
        assert acting <= {"\n"}
        for line in result.out.splitlines():
            json.loads(line)
    with Desk(home) as desk:
        for each in ids:
            article = desk.article(each)
            shown = json.loads(run("show", each, "--json").out)
            assert (shown["title"], shown["author"]) == (article.title, article.author)


def test_markdown_shows_it_as_text(ids: list[str], tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "out" / "vault"
    with Desk(home) as desk:
        exported = list(desk.export(folder))
        assert [each.outcome for each in exported] == ["written"] * len(set(ids))
        assert {Path(each.path) for each in exported} == set(folder.iterdir())
        for each in exported:
            path = Path(each.path)
            _check_name(path.name)
            document = path.read_bytes().decode("utf-8")
            article = desk.article(re.findall(r"-([0-9a-f]+)\.md$", path.name)[0])
            body = _check_front_matter(document, article, desk.annotations(article.id))
            _check_markdown(body, article)
        assert {each.outcome for each in desk.export(folder)} <= {"kept"}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["vault"]


def _check_name(name: str) -> None:
    assert len(name.encode()) <= 200
    assert not set(name) & set('/\\:*?"<>|')
    assert printable(name) == name and not RESERVED.match(name)
    assert name == name.strip(". ") and not name.startswith("-")


def _check_front_matter(document: str, article: Article, annotations: list[Annotation]) -> str:
    _, front, body = re.split(r"^---\n", document, maxsplit=2, flags=re.MULTILINE)
    values = yaml.safe_load(front)
    assert isinstance(values, dict)
    for key in ("id", "title", "source", "url", "publisher", "author"):
        assert values.get(key) == (getattr(article, key) or None)
    tags = {tag for annotation in annotations for tag in annotation.tags}
    assert set(values.get("tags", [])) == {"-".join(tag.split()) for tag in tags}
    return body


def _check_markdown(body: str, article: Article) -> None:
    tokens = list(_walk(MARKDOWN.parse(body)))
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            assert MARKER.fullmatch(token.content)
    # The reader's own notes may have links.
    strangers = re.sub(r"^ *> \[!note\].*\n(?: *>.*\n)*", "", body, flags=re.MULTILINE)
    for token in _walk(MARKDOWN.parse(strangers)):
        assert token.type not in ("image", "fence", "code_block", "code_inline")
        if token.type == "link_open":
            assert _same_address(str(token.attrs["href"]), article.url)
    shown = html.unescape(re.sub(r"<[^>]*>", "", MARKDOWN.render(strangers)))
    for block in article.blocks:
        assert " ".join(printable(block.text).split()) in " ".join(shown.split())


def _same_address(href: str, url: str | None) -> bool:
    return href.startswith(("http://", "https://")) and href == MARKDOWN.normalizeLink(url or "")


def _walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.children or [])
