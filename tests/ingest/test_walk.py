"""Files, folders and standard input, in a fixed order and whatever lies in them."""

import io
import os
import sys
from pathlib import Path

import pytest

from store.ingest import Failure, ingest, sources
from store.ingest.sniff import format_of


def names(*paths: Path) -> list[str]:
    return [Path(found[0]).name for found in sources(map(str, paths))]


def test_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        "c/2.txt",
        "c/1.html",
        "aa/x.jsonl",
        ".hidden",
        ".git/x.txt",
        "README.md",
        "p.jpg",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert names(tmp_path) == ["a.txt", "x.jsonl", "b.txt", "1.html", "2.txt"]
    assert names(tmp_path / "README.md", tmp_path / "b.txt") == ["README.md", "b.txt"]


def test_links_that_lead_back_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "zelf").symlink_to(tmp_path / "in" / "zelf")
    assert names(tmp_path) == ["a.txt", "zelf"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_names_of_any_bytes_are_told_as_text(tmp_path: Path) -> None:
    for name in ("다리.txt".encode("cp949"), "다리 2.txt".encode(), b"\xff.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path / "x")[:-1] + name)).write_bytes(b"x")
    assert sorted(names(tmp_path)) == ["\\xff.txt", "다리 2.txt", "다리.txt"]


def test_a_deep_folder(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert list(sources([str(tmp_path)])) == []


def test_standard_input(tmp_path: Path) -> None:
    assert list(sources(["-"], io.BytesIO(b"abc"))) == [("-", b"abc")]


@pytest.mark.parametrize("path", ["no-such-file", "nul\0byte", "/dev/zero", "긴" * 200])
def test_what_cannot_be_opened_is_a_failure(path: str) -> None:
    (failure,) = sources([path])
    assert isinstance(failure, Failure)
    assert ":" in failure.reason


def test_a_pipe_in_a_folder_is_passed_by(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (failure,) = sources([str(tmp_path)])
    assert isinstance(failure, Failure)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "제목\n본문", "text"),
        ("a.txt", "[종합] 제목", "text"),
        ("a.txt", "<앵커>\n본문", "text"),
        ("-", "<!DOCTYPE html><html>", "html"),
        ("-", "\n\n<html lang='ko'>", "html"),
        ("-", "<!-- saved --><html>", "html"),
        ("-", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "html"),
        ("-", "<?xml version='1.0'?><rss>", "feed"),
        ("-", "<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("-", "<?xml version='1.0'?><rdf:RDF>", "feed"),
        ("-", '{"title": 1}', "json"),
        ("-", '[\n {"title": 1}]', "json"),
        ("a.html", "제목만", "html"),
        ("a.rss", "", "feed"),
        ("a.JSONL", "x", "json"),
    ],
)
def test_formats_are_told_by_their_content(name: str, data: str, kind: str) -> None:
    assert format_of(name, data.encode()) == kind
    if data:
        assert format_of(name, data.encode("utf-16")) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04...", "ZIP"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_other_files_are_refused_by_name(data: bytes, name: str) -> None:
    (failure,) = ingest("a.txt", data)
    assert isinstance(failure, Failure)
    assert name in failure.reason
