"""``list``, ``show``, ``search``, ``stories`` and ``related``: the articles that are kept."""

from __future__ import annotations

from tui.arguments.commands import (
    Commands,
    positive,
    with_article,
    with_json,
    with_limit,
    with_query,
    with_reader,
)


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    listed = commands.add("list", "articles:list_articles", "list the archive, newest first")
    with_limit(listed)
    with_json(listed)

    show = commands.add("show", "articles:show", "show one article with what was read in it")
    with_article(show)
    with_json(show)
    with_reader(show)

    search = commands.add("search", "articles:search", "search the archive")
    with_query(search, "+")
    with_limit(search)
    search.add_argument(
        "--by", choices=["newest", "relevance"], default="newest", help="the order (default: newest first)"
    )
    with_json(search)

    stories = commands.add("stories", "stories:stories", "group articles that tell one story")
    stories.add_argument("path", nargs="?", metavar="PATH", help="a folder, without keeping it")
    stories.add_argument("--explain", action="store_true", help="tell how alike the articles of a story are")
    with_json(stories)

    related = commands.add(
        "related", "related:related", "find articles of other stories that are about the same"
    )
    with_article(related)
    related.add_argument("--limit", type=positive, default=10, metavar="N", help="default: 10")
    with_json(related)
