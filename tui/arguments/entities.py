"""``entities`` and the commands that begin with it: the names in the archive, and corrections of them."""

from __future__ import annotations

from tui.arguments.commands import Commands, with_json, with_query

TYPES = ["PS", "OG", "LC", "PD", "EV"]
CORRECTIONS = (
    ("merge", "B", "say that B is A", "another name as the archive has it"),
    ("rename", "B", "call A by the name B", "its right name"),
    ("retype", "TYPE", "say of what type A is", "PS person, OG organisation, LC place, PD product, EV event"),
    ("split", "B", "say that B, where it stands for A, is another", "a name that was merged with A"),
)


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    entities = commands.add(
        "entities", "entities:list_entities", "list the names in the archive, or correct them"
    )
    with_query(entities)
    with_json(entities)

    show = commands.add("entities-show", "entities:show_entity", "show all that is known of a name")
    show.add_argument("name", metavar="A", help="a name as the archive has it")
    with_json(show)
    for verb, second, text, about in CORRECTIONS:
        correct = commands.add(f"entities-{verb}", "entities:correct", text)
        correct.set_defaults(verb=verb)
        correct.add_argument("name", metavar="A", help="a name as the archive has it")
        correct.add_argument("other", metavar=second, choices=TYPES if second == "TYPE" else None, help=about)
    commands.add("entities-undo", "entities:undo", "take the last correction of a name back")
