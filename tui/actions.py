"""Every action once, with its keys, titles and place: bindings, footer, help and palette are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

from tui.keymap import with_jamo
from tui.locale import Lang

Place = Literal[
    "move", "desk", "app", "editor", "prompt", "export", "confirm", "notebook", "query", "search", "paths"
]
"""Where an action applies: in every list and text, on the desk, everywhere, on a page or in a dialog."""

Group = Literal["move", "note", "name", "read", "find", "app", "dialog"]


@dataclass(frozen=True)
class Action:
    """One thing that can be done; ``name`` is its binding's id and names the method ``action_<name>``."""

    name: str
    keys: tuple[str, ...]
    place: Place
    group: Group
    titles: tuple[str, str]
    tips: tuple[str, str]

    def title(self, lang: Lang) -> str:
        """Give the short name in the interface's language."""
        return self.titles[0 if lang == "ko" else 1]

    def tip(self, lang: Lang) -> str:
        """Give the sentence that explains it in the interface's language."""
        return self.tips[0 if lang == "ko" else 1]


def _action(
    name: str, keys: str, place: Place, group: Group, ko: str, ko_tip: str, en: str, en_tip: str
) -> Action:
    return Action(name, tuple(keys.split()), place, group, (ko, en), (ko_tip, en_tip))


# fmt: off
ACTIONS: tuple[Action, ...] = (
    _action("down", "j down", "move", "move",
            "아래", "다음 줄, 문장, 팩트로",
            "Down", "To the next row, sentence or fact"),
    _action("up", "k up", "move", "move",
            "위", "앞 줄, 문장, 팩트로",
            "Up", "To the row, sentence or fact before"),
    _action("top", "g home", "move", "move",
            "처음", "맨 처음으로",
            "Top", "To the very beginning"),
    _action("bottom", "G end", "move", "move",
            "끝", "맨 끝으로",
            "Bottom", "To the very end"),
    _action("half_down", "ctrl+d", "move", "move",
            "반 쪽 아래", "반 쪽 아래로",
            "Half down", "Half a page down"),
    _action("half_up", "ctrl+u", "move", "move",
            "반 쪽 위", "반 쪽 위로",
            "Half up", "Half a page up"),
    _action("page_down", "pagedown space", "move", "move",
            "한 쪽 아래", "한 쪽 아래로",
            "Page down", "A page down"),
    _action("page_up", "pageup", "move", "move",
            "한 쪽 위", "한 쪽 위로",
            "Page up", "A page up"),
    _action("choose", "enter", "move", "move",
            "열기", "고른 것을 엽니다",
            "Open", "Open what is chosen"),
    _action("next_pane", "tab l right", "desk", "move",
            "다음 창", "다음 창으로",
            "Next pane", "To the next pane"),
    _action("previous_pane", "shift+tab h left", "desk", "move",
            "앞 창", "앞 창으로",
            "Previous pane", "To the pane before"),
    _action("back", "escape", "desk", "move",
            "뒤로", "앞 창으로 돌아가거나 거르기를 풉니다",
            "Back", "Back to the pane before, or drop the filter"),
    _action("next_fact", "]", "desk", "move",
            "다음 팩트", "다음 팩트로 건너뜁니다",
            "Next fact", "Jump to the next fact"),
    _action("previous_fact", "[", "desk", "move",
            "앞 팩트", "앞 팩트로 건너뜁니다",
            "Previous fact", "Jump to the fact before"),
    _action("next_mention", "full_stop", "desk", "move",
            "다음 언급", "고른 개체명이 다음에 나오는 곳으로",
            "Next mention", "Where the chosen name stands next"),
    _action("previous_mention", "comma", "desk", "move",
            "앞 언급", "고른 개체명이 앞에 나온 곳으로",
            "Previous mention", "Where the chosen name stands before"),
    _action("next_match", "greater_than_sign", "desk", "move",
            "다음 찾은 말", "찾은 말이 기사에 다음으로 나오는 곳으로",
            "Next match", "To the next place of the words searched for"),
    _action("previous_match", "less_than_sign", "desk", "move",
            "앞 찾은 말", "찾은 말이 기사에 앞서 나온 곳으로",
            "Previous match", "To the place of the words searched for before"),
    _action("jump", "f", "app", "move",
            "건너뛰기", "보이는 자리마다 글자를 띄우고 그 글자를 치면 그리로 갑니다",
            "Jump", "Put letters on everything in sight; typing one goes there"),
    _action("next_article", "}", "desk", "move",
            "다음 기사", "목록의 다음 기사를 엽니다",
            "Next article", "Open the next article of the list"),
    _action("previous_article", "{", "desk", "move",
            "앞 기사", "목록의 앞 기사를 엽니다",
            "Previous article", "Open the article before it"),
    _action("note", "n", "desk", "note",
            "메모", "고른 문장, 팩트, 기사에 메모를 씁니다",
            "Note", "Write a note on the sentence, fact or article"),
    _action("tag", "t", "desk", "note",
            "태그", "고른 자리에 태그를 답니다",
            "Tag", "Put tags on what is chosen"),
    _action("accept", "a", "desk", "note",
            "확인", "맞는 팩트로 표시합니다 (✓)",
            "Accept", "Mark the fact as right (✓)"),
    _action("reject", "x", "desk", "note",
            "기각", "틀린 팩트로 표시합니다 (✗)",
            "Reject", "Mark the fact as wrong (✗)"),
    _action("edit", "e", "desk", "note",
            "고침", "팩트를 바로잡는 글을 씁니다 (✎)",
            "Edit", "Write how the fact should read (✎)"),
    _action("undo", "u", "desk", "note",
            "되돌리기", "마지막 메모, 태그, 판정을 되돌립니다",
            "Undo", "Take back the last note, tag or verdict"),
    _action("redo", "ctrl+r", "desk", "note",
            "다시", "되돌린 것을 다시 합니다",
            "Redo", "Do again what was taken back"),
    _action("place", "p", "desk", "note",
            "제자리", "자리를 잃은 메모를 고른 문장이나 팩트에 놓습니다",
            "Place", "Put a note that lost its place on the chosen sentence or fact"),
    _action("candidate", "P", "desk", "note",
            "있을 만한 곳", "자리를 잃은 메모가 있을 만한 곳을 차례로 봅니다",
            "Likely place", "See where a note that lost its place may stand, one place after another"),
    _action("merge", "M =", "desk", "name",
            "합치기", "고른 이름을 다른 이름과 하나로 합칩니다",
            "Merge", "Make the chosen name and another one the same"),
    _action("split", "S !", "desk", "name",
            "나누기", "고른 이름에서 다른 사람이나 곳의 이름을 떼어 냅니다",
            "Split", "Take a form that means another from the chosen name"),
    _action("rename", "R", "desk", "name",
            "이름 고치기", "고른 이름을 바르게 고쳐 씁니다",
            "Rename", "Write the chosen name as it should be"),
    _action("retype", "T", "desk", "name",
            "갈래 고치기", "고른 이름이 인물, 기관, 장소, 제품, 행사 가운데 무엇인지 고칩니다",
            "Retype", "Say whether the chosen name is a person, organisation, place, product or event"),
    _action("mark_read", "m", "desk", "read",
            "읽음", "읽음과 안 읽음을 바꿉니다",
            "Mark read", "Switch between read and unread"),
    _action("unfold", "d", "desk", "read",
            "펴기", "접어 둔 중복과 상투 문구를 까닭과 함께 폅니다",
            "Unfold", "Show the repeats and the boilerplate that are folded, and why"),
    _action("story", "s", "desk", "read",
            "같은 기사", "같은 일을 다룬 기사를 나란히 놓고 팩트를 견줍니다",
            "Story", "The versions of this story side by side, their facts compared"),
    _action("related", "v", "desk", "read",
            "가까운 기사", "다른 일을 다뤘지만 내용이 가까운 기사를 찾습니다",
            "Related", "Find articles of other stories that are about the same"),
    _action("why", "w", "desk", "read",
            "까닭", "고른 팩트를 왜 그렇게 읽었는지 규칙과 근거를 보입니다",
            "Why", "Why the chosen fact was read: the rule and what it goes by"),
    _action("entity", "i", "desk", "read",
            "발언·통계", "이름 하나를 두고 직함, 발언, 통계, 함께 나온 이름을 모두 봅니다",
            "Dossier", "All that is known of one name: roles, statements, figures, company"),
    _action("source", "o", "desk", "read",
            "원문", "원문 주소를 엽니다",
            "Source", "Open the article's own page"),
    _action("copy", "y", "desk", "read",
            "복사", "고른 글을 출처와 함께 복사합니다",
            "Copy", "Copy the words with their source"),
    _action("search", "/", "desk", "find",
            "찾기", "기사를 찾고 거릅니다",
            "Search", "Find and filter articles"),
    _action("all_found", "*", "desk", "find",
            "찾은 것 모두", "찾은 팩트나 기사에 한꺼번에 태그를 달거나 판정합니다",
            "All found", "Tag or judge all the facts or articles that are found, at once"),
    _action("notebook", "b", "desk", "find",
            "메모장", "모든 메모, 태그, 판정을 한자리에서 보고 거르고 한꺼번에 다룹니다",
            "Notebook", "Every note, tag and verdict in one place: filter, and change many at once"),
    _action("shelves", "c", "desk", "find",
            "책꽂이", "이름을 붙여 둔 찾기를 골라 엽니다",
            "Shelves", "Open one of the queries that are kept under a name"),
    _action("add", "+", "desk", "find",
            "더하기", "파일, 폴더, 웹 주소를 보관함에 더합니다",
            "Add", "Add files, folders or web addresses to the archive"),
    _action("refresh", "r", "desk", "find",
            "피드", "따라 읽는 피드를 모두 새로 고칩니다",
            "Feeds", "Refresh every feed that is followed"),
    _action("export", "E", "desk", "find",
            "내보내기", "마크다운으로 내보냅니다",
            "Export", "Export to Markdown"),
    _action("help", "? f1", "app", "app",
            "도움말", "모든 키와 동작",
            "Help", "Every action and its key"),
    _action("tour", "f4", "app", "app",
            "둘러보기", "열 걸음으로 해 보며 익힙니다. 다시 누르면 그만둡니다",
            "Tour", "Learn by doing in ten steps; once more leaves it"),
    _action("command_palette", "ctrl+p", "app", "app",
            "명령", "동작을 이름으로 찾습니다",
            "Commands", "Find an action by its name"),
    _action("theme", "ctrl+t", "app", "app",
            "밝게/어둡게", "밝은 화면과 어두운 화면을 바꿉니다",
            "Light/dark", "Switch between light and dark"),
    _action("themes", "f3", "app", "app",
            "빛깔 고르기", "밝은 빛깔, 어두운 빛깔, 또렷한 빛깔과 그 밖의 빛깔에서 고릅니다",
            "Choose theme", "Choose among light, dark, high contrast and other themes"),
    _action("quit", "q ctrl+q", "app", "app",
            "끝내기", "신문을 덮습니다",
            "Quit", "Leave the desk"),
    _action("save", "ctrl+s", "editor", "dialog",
            "저장", "쓴 것을 저장합니다",
            "Save", "Keep what is written"),
    _action("leave", "escape", "editor", "dialog",
            "닫기", "닫습니다. 쓰던 글이 있으면 먼저 묻습니다",
            "Close", "Close; asks first where something would be lost"),
    _action("close", "escape", "prompt", "dialog",
            "닫기", "그대로 두고 닫습니다",
            "Close", "Close and change nothing"),
    _action("write", "ctrl+s", "export", "dialog",
            "내보내기", "보인 대로 파일을 씁니다",
            "Export", "Write the files as shown"),
    _action("mark", "v space", "notebook", "note",
            "표시", "여럿을 함께 다루려고 표시하거나 표시를 지웁니다",
            "Mark", "Mark several to change them together, or take the mark off"),
    _action("mark_all", "*", "notebook", "note",
            "모두 표시", "찾은 것을 모두 표시하거나 표시를 모두 지웁니다",
            "Mark all", "Mark all that is found, or take all marks off"),
    _action("remove", "d delete", "notebook", "note",
            "지우기", "고른 것이나 표시한 것을 지웁니다",
            "Delete", "Delete what is chosen or marked"),
    _action("retag", "r", "notebook", "note",
            "태그 고치기", "태그 이름을 모든 곳에서 바꾸거나 다른 태그와 합칩니다",
            "Rename tag", "Rename a tag everywhere, or merge it with another"),
    _action("complete", "tab", "query", "find",
            "완성", "쓰던 항목이나 값을 채웁니다. 다시 누르면 다음 것",
            "Complete", "Complete the field or value being typed; once more takes the next"),
    _action("apply", "enter", "query", "find",
            "정하기", "쓴 대로 합니다",
            "Apply", "Do as is written"),
    _action("recall", "up", "query", "find",
            "앞서 찾은 말", "앞서 찾았던 말을 되부릅니다",
            "Recall", "Bring back what was searched for before"),
    _action("results", "down", "query", "find",
            "목록으로", "찾은 것의 목록으로 내려갑니다",
            "Results", "Down to the list of what is found"),
    _action("order", "ctrl+o", "search", "find",
            "순서", "최신순과 관련순을 바꿉니다",
            "Order", "Switch between newest and most relevant first"),
    _action("shelve", "ctrl+s", "search", "find",
            "책꽂이에 두기", "이 찾기에 이름을 붙여 책꽂이에 둡니다",
            "Shelve", "Keep this query under a name"),
    _action("complete_path", "tab", "paths", "find",
            "완성", "쓰던 경로를 채웁니다",
            "Complete", "Complete the path being typed"),
    _action("yes", "y", "confirm", "dialog",
            "예", "그렇게 합니다",
            "Yes", "Do it"),
    _action("no", "n escape", "confirm", "dialog",
            "아니오", "하지 않습니다",
            "No", "Do not"),
)
# fmt: on

BY_NAME = {action.name: action for action in ACTIONS}

FOOTERS: dict[str, tuple[str, ...]] = {
    "headlines": (
        "choose",
        "next_pane",
        "search",
        "notebook",
        "export",
        "add",
        "shelves",
        "note",
        "mark_read",
        "quit",
        "help",
    ),
    "found": (
        "choose",
        "all_found",
        "back",
        "next_pane",
        "search",
        "notebook",
        "shelves",
        "note",
        "mark_read",
        "export",
        "help",
    ),
    "article": (
        "note",
        "tag",
        "accept",
        "reject",
        "next_fact",
        "entity",
        "export",
        "back",
        "undo",
        "edit",
        "why",
        "copy",
        "unfold",
        "help",
    ),
    "entities": (
        "entity",
        "rename",
        "retype",
        "merge",
        "split",
        "undo",
        "choose",
        "next_mention",
        "previous_mention",
        "next_pane",
        "back",
        "help",
    ),
    "cards": (
        "accept",
        "reject",
        "edit",
        "note",
        "tag",
        "why",
        "undo",
        "entity",
        "choose",
        "copy",
        "back",
        "help",
    ),
}
"""What the bottom line offers in each pane, in ``found`` headlines too, most useful first."""


def bindings(*places: Place, also: Iterable[str] = ()) -> list[BindingType]:
    """Make the bindings of ``places`` and of actions ``also``: with id, tooltip and, beside letters, jamo."""
    named = frozenset(also)
    return [
        Binding(
            ",".join(with_jamo(action.keys)),
            action.name,
            action.titles[1],
            tooltip=action.tips[1],
            id=action.name,
        )
        for action in ACTIONS
        if action.place in places or action.name in named
    ]


def app_bindings(*names: str) -> list[BindingType]:
    """Make bindings of the application's actions for a dialog, where those of the application end."""
    return [
        Binding(",".join(BY_NAME[name].keys), f"app.{name}", BY_NAME[name].titles[1], id=name)
        for name in names
    ]


def default_keys(actions: Iterable[Action] = ACTIONS) -> dict[str, tuple[str, ...]]:
    """Give every action's own keys, without jamo."""
    return {action.name: action.keys for action in actions}
