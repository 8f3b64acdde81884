"""Articles that stand only in the data script of a page's framework: ``__NEXT_DATA__`` and ``__next_f``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from store.ingest.fields import mapped, strings
from store.ingest.metadata import lenient_json

_PUSH = "self.__next_f.push("
_STATE = re.compile(r"window\.__[A-Z_]{0,40}(?:STATE|DATA|NUXT)[A-Z_]{0,20}__\s?=\s?(?=\{)")
_ROW = re.compile(rb"([0-9a-f]*):(?:T([0-9a-f]+),|([A-Z]{0,2})(?=[\[{\"]))")
_MIN_BODY = 100
_MIN_TEXT = 30
_MAX_DEPTH = 50
_TEXT_TAGS = frozenset({"p", "h2", "h3", "li", "blockquote", "figcaption"})


def script_article(root: html.HtmlElement) -> dict[str, Any]:
    """Give the article's parts under the names of ``fields``, or nothing; ``body`` is a list of texts."""
    values = list(_values(root))
    best: dict[str, Any] = {}
    for value in values:
        for item in _walk(value):
            if isinstance(item, dict) and _length(part := mapped(item)) > _length(best):
                best = part
    if _length(best) >= _MIN_BODY:
        return {**best, "body": list(strings(best["body"]))}
    texts = [text for value in values for text in _element_texts(value)]
    return {"body": texts} if sum(map(len, texts)) >= _MIN_BODY else {}


def _length(part: dict[str, Any]) -> int:
    return sum(map(len, strings(part["body"]))) if "body" in part else 0


def _values(root: html.HtmlElement) -> Iterator[Any]:
    stream: list[str] = []
    for script in root.iter("script"):
        text = (script.text or "").strip()
        if script.get("id") == "__NEXT_DATA__" or (script.get("type") or "").casefold() == "application/json":
            yield lenient_json(text)
        elif text.startswith(_PUSH):
            chunk = lenient_json(text.removeprefix(_PUSH).rstrip("; \n").removesuffix(")"))
            if isinstance(chunk, list) and len(chunk) == 2 and isinstance(chunk[1], str):
                stream.append(chunk[1])
        elif state := _STATE.match(text):
            yield lenient_json(text[state.end() :])
    if stream:
        yield from _flight_rows("".join(stream))


def _flight_rows(stream: str) -> list[Any]:
    """Read the rows of a React stream: ``1a:{json}``, ``1b:T2f,text`` of 0x2f bytes, ``$1b`` is that text."""
    data = stream.encode("utf-8", "replace")
    texts: dict[str, str] = {}
    rows: list[Any] = []
    position = 0
    while position < len(data):
        match = _ROW.match(data, position)
        if match and match[2]:
            end = match.end() + int(match[2], 16)
            texts[match[1].decode()] = data[match.end() : end].decode("utf-8", "replace")
            position = end
            continue
        end = data.find(b"\n", position)
        end = len(data) if end < 0 else end
        if match:
            rows.append(lenient_json(data[match.end() : end].decode("utf-8", "replace")))
        position = end + 1
    return [_resolved(row, texts) for row in rows] + [{"body": text} for text in texts.values()]


def _resolved(row: Any, texts: dict[str, str]) -> Any:
    """Put the text rows in the place of their references."""

    def put(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {
            key: texts.get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value
            for key, value in pairs
        }

    try:
        return json.loads(json.dumps(row), object_pairs_hook=put)
    except RecursionError:
        return None


def _walk(value: Any) -> Iterator[Any]:
    """Walk all values inside a value, outer ones first, in the order of the source."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        yield item
        if isinstance(item, dict):
            waiting += reversed(list(item.values()))
        elif isinstance(item, list):
            waiting += reversed(item)


def _element_texts(value: Any) -> Iterator[str]:
    """Give the text of React elements ``["$", "p", key, {"children": …}]`` that hold running text."""
    for item in _walk(value):
        if isinstance(item, list) and len(item) >= 4 and item[0] == "$" and item[1] in _TEXT_TAGS:
            children = item[3].get("children") if isinstance(item[3], dict) else None
            text = "".join(inner for inner in _walk(_shown(children)) if isinstance(inner, str))
            if len(text) >= _MIN_TEXT or item[1] != "li":
                yield text


def _shown(children: Any, depth: int = 0) -> Any:
    """Reduce React children to their strings."""
    if isinstance(children, str):
        return children
    if not isinstance(children, list) or depth > _MAX_DEPTH:
        return None
    if len(children) >= 4 and children[0] == "$":
        props = children[3]
        return _shown(props.get("children"), depth + 1) if isinstance(props, dict) else None
    return [_shown(child, depth + 1) for child in children]
