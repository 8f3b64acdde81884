"""The vectors of articles in ``meaning.sqlite3``: derived data, float16, made again where they are lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.database import REVISION, Database
from store.meaning.embedding import Embedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MIGRATIONS = (
    REVISION
    + """
CREATE TABLE vectors (
    row INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    article TEXT NOT NULL,
    edition INTEGER NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (model, article)
);
""",
)
PAGE = 4096
"""So many vectors are in memory at once."""


class Lacking(NamedTuple):
    """An article without a vector of its present edition, the number of its earlier ones."""

    article: str
    edition: int


class Page(NamedTuple):
    """Some vectors, an array [n, width], with their articles' ids and stories."""

    articles: list[str]
    stories: list[str]
    vectors: NDArray[np.float32]


class Vectors:
    """The vectors that one model made of an archive's articles."""

    def __init__(self, path: Path, archive: Path, embedder: Embedder) -> None:
        """Open the file at ``path``, made where there is none, beside the archive's."""
        self._database = Database(path, MIGRATIONS, {"archive": archive})
        self._of = {"model": embedder.model, "bytes": 2 * embedder.width}

    def lacking(self) -> list[Lacking]:
        """Give the articles that have no vector, or one of an earlier edition, newest first."""
        rows = self._database.rows(
            "SELECT a.id, ifnull(e.n, 0) FROM archive.articles a"
            " LEFT JOIN (SELECT row, count(*) AS n FROM archive.editions GROUP BY row) e ON e.row = a.row"
            " LEFT JOIN vectors v ON v.model = :model AND v.article = a.id AND length(v.vector) = :bytes"
            " WHERE v.edition IS NOT ifnull(e.n, 0) ORDER BY a.moment DESC, a.row DESC",
            self._of,
        )
        return [Lacking(*row) for row in rows]

    def keep(self, articles: Sequence[Lacking], vectors: NDArray[np.float32]) -> None:
        """Keep a vector for each of some articles, in the place of an earlier one."""
        import numpy as np

        with self._database.writing() as connection:
            connection.executemany(
                "REPLACE INTO vectors (model, article, edition, vector) VALUES (?, ?, ?, ?)",
                [
                    (self._of["model"], *each, vector.tobytes())
                    for each, vector in zip(articles, vectors.astype(np.float16), strict=True)
                ],
            )

    def vector(self, article_id: str) -> NDArray[np.float32] | None:
        """Give the vector of an article, None where it has none."""
        row = self._database.row(
            "SELECT vector FROM vectors WHERE model = :model AND article = :id AND length(vector) = :bytes",
            {**self._of, "id": article_id},
        )
        return _array(row[0])[0] if row else None

    def pages(self) -> Iterator[Page]:
        """Walk the vectors of all articles of the archive."""
        last = 0
        while rows := self._database.rows(
            "SELECT v.row, v.article, a.story, v.vector FROM vectors v JOIN archive.articles a"
            " ON a.id = v.article WHERE v.row > :last AND v.model = :model AND length(v.vector) = :bytes"
            " ORDER BY v.row LIMIT :page",
            {**self._of, "last": last, "page": PAGE},
        ):
            last = rows[-1][0]
            _, articles, stories, vectors = map(list, zip(*rows, strict=True))
            yield Page(articles, stories, _array(*vectors))

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def _array(*vectors: bytes) -> NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(b"".join(vectors), np.float16).reshape(len(vectors), -1).astype(np.float32)
