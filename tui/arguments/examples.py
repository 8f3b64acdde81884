"""Examples of every command: they stand below its help, and each is tested."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "add": (
        "sinmun add articles/ feed.xml",
        "sinmun add 'NewsResult_20240401-20240430.xlsx' --read",
        "sinmun add https://news.example/1",
    ),
    "read": ("sinmun read article.txt", "sinmun read articles/ --json --reader fast"),
    "tag": ("sinmun tag sentences.txt --json", "sinmun tag - --json --reader fast"),
    "list": ("sinmun list --limit 20", "sinmun list --json"),
    "show": ("sinmun show 1f3a", "sinmun show 1f3a --json"),
    "search": (
        "sinmun search 'speaker:나델라 kind:statistic'",
        "sinmun search '제목:배터리 date:2023' --by relevance",
    ),
    "stories": ("sinmun stories", "sinmun stories articles/ --json --explain"),
    "related": ("sinmun related 1f3a", "sinmun related 1f3a --limit 3 --json"),
    "notes": ("sinmun notes 'tag:확인'", "sinmun notes is:orphan --json"),
    "notes-add": ("sinmun notes add 1f3a '수치를 확인할 것'", "sinmun notes add 1f3a -"),
    "notes-tag": (
        "sinmun notes tag 'kind:statistic org:나래셀' 수치 --facts",
        "sinmun notes tag 'date:2024' 정리 --articles",
    ),
    "notes-judge": ("sinmun notes judge 'tag:오보' rejected",),
    "notes-import": ("sinmun notes import vault",),
    "notes-tags": ("sinmun notes tags",),
    "notes-retag": ("sinmun notes retag 확인필요 확인",),
    "shelf-list": ("sinmun shelf list",),
    "shelf-add": ("sinmun shelf add 배터리 'org:나래셀 kind:statistic'",),
    "shelf-remove": ("sinmun shelf remove 배터리",),
    "entities": ("sinmun entities 'date:2023' --json",),
    "entities-show": ("sinmun entities show 나래셀", "sinmun entities show 나래셀 --json"),
    "entities-merge": ("sinmun entities merge '사티아 나델라' 나델라",),
    "entities-rename": ("sinmun entities rename 나델라 '사티아 나델라'",),
    "entities-retype": ("sinmun entities retype 누리 OG",),
    "entities-split": ("sinmun entities split 김지현 '김 대표'",),
    "entities-undo": ("sinmun entities undo",),
    "export": (
        "sinmun export 'tag:확인' --to vault --format obsidian",
        "sinmun export 'kind:statistic' --to table --format csv",
    ),
    "feed-add": ("sinmun feed add https://news.example/feed.xml --tag 경제",),
    "feed-import": ("sinmun feed import subscriptions.opml",),
    "refresh": ("sinmun refresh", "sinmun refresh --watch inbox/"),
    "serve": ("sinmun serve", "sinmun serve --port 9000"),
    "doctor": ("sinmun doctor", "sinmun doctor --repair"),
    "completion": ("sinmun completion bash", "sinmun completion fish"),
    "help": ("sinmun help search", "sinmun help notes add"),
}
"""By the command's name; two words are joined by a dash."""


def below(name: str) -> str:
    """Give what stands below a command's help, nothing where there is no example."""
    lines = EXAMPLES.get(name)
    return "examples:\n" + "\n".join(f"  {line}" for line in lines) if lines else ""
