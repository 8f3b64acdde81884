"""Whether exported files pass what is published for them; the publications are not part of this project.

``python -m tests.export.validate FOLDER --csl csl-data.json --annotations web-annotation-tests --vocabulary
schemaorg-current-https.jsonld``: FOLDER has ``csl/``, ``annotations/`` and ``claims/``, as
``tests/golden/export`` has; the files are those of github.com/citation-style-language/schema,
w3c/web-annotation-tests and schemaorg/schemaorg.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4


def main() -> int:
    """Print a line for each publication, and what is wrong; give 1 where anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name in ("--csl", "--annotations", "--vocabulary"):
        parser.add_argument(name, type=Path, required=True)
    given = parser.parse_args()
    wrong = [
        *_told("CSL-JSON", csl_errors(_json(given.folder / "csl" / "references.json"), _json(given.csl))),
        *_told("Web Annotation", annotation_errors(given.folder / "annotations", given.annotations)),
        *_told(
            "ClaimReview",
            vocabulary_errors(_json(given.folder / "claims" / "claims.json"), _json(given.vocabulary)),
        ),
    ]
    return 1 if wrong else 0


def _told(name: str, errors: Iterator[str]) -> list[str]:
    found = list(errors)
    print(f"{name}: {'passes' if not found else f'{len(found)} errors'}")
    for error in found:
        print(f"    {error}")
    return found


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def csl_errors(items: list[Any], schema: dict[str, Any]) -> Iterator[str]:
    """Give what the schema of CSL-JSON finds wrong."""
    yield from (error.message for error in Draft7Validator(schema).iter_errors(items))


def annotation_errors(folder: Path, suite: Path) -> Iterator[str]:
    """Give the assertions of the suite that the collection, its page or an annotation fails."""
    found = _json(folder / "annotations.jsonld")
    registry: Registry[Any] = Registry().with_resources(
        (path.name, Resource(_json(path), DRAFT4)) for path in (suite / "definitions").glob("*.json")
    )
    alone = {"@context": found["@context"], "partOf": {"id": found["id"]}, **found["first"]}
    things = [("collections/collection", found), ("collections/pages/page", alone)]
    things += [("annotations/annotation", item) for item in found["first"]["items"]]
    for kind, thing in things:
        for name in _json(suite / f"{kind}Musts.test")["assertions"]:
            schema = _json(suite / name)
            passes = Draft4Validator(schema, registry=registry).is_valid(thing)
            if passes != (schema["expectedResult"] == "valid"):
                yield f"{thing['id']}: {name}: {schema['errorMessage']}"


def vocabulary_errors(value: Any, vocabulary: dict[str, Any]) -> Iterator[str]:
    """Give the types that schema.org has not, and the properties that it has not for their type."""
    terms = {term["@id"].removeprefix("schema:"): term for term in vocabulary["@graph"]}

    def names(term: str, key: str) -> list[str]:
        found = terms.get(term, {}).get(key, [])
        return [
            each["@id"].removeprefix("schema:") for each in (found if isinstance(found, list) else [found])
        ]

    def lineage(kind: str) -> set[str]:
        return {kind}.union(*(lineage(above) for above in names(kind, "rdfs:subClassOf")))

    def check(part: Any) -> Iterator[str]:
        if isinstance(part, list):
            for each in part:
                yield from check(each)
        if not isinstance(part, dict):
            return
        kinds = lineage(part["@type"])
        if part["@type"] not in terms:
            yield f"no type {part['@type']}"
        for key, inner in part.items():
            if not key.startswith("@") and not kinds & set(names(key, "schema:domainIncludes")):
                yield f"{part['@type']} has no {key}"
            ranges = set(names(key, "schema:rangeIncludes"))
            if isinstance(inner, dict) and not lineage(inner["@type"]) & ranges:
                yield f"{key} is no {inner['@type']}"
            yield from check(inner)

    yield from check(value)


if __name__ == "__main__":
    sys.exit(main())
