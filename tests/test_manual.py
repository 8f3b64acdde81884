"""The program's own pages: every example parses, every shell is completed."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.arguments import build_parser
from tui.arguments.examples import EXAMPLES
from tui.arguments.joined import JOINED, join_words
from tui.cli import main

LINES = [(name, line) for name, lines in EXAMPLES.items() for line in lines]


@pytest.mark.parametrize(("name", "line"), LINES)
def test_an_example_parses_and_is_of_its_command(name: str, line: str) -> None:
    words = join_words(shlex.split(line)[1:])
    assert words[0] == name
    assert build_parser().parse_args(words).run


@pytest.mark.parametrize("words", [["search"], ["notes", "add"], ["entities", "merge"]])
def test_help_shows_a_command_with_its_examples(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["help", *words])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert EXAMPLES["-".join(words)][0] in shown


def test_help_alone_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    assert "completion" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_its_completion(shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["completion", shell]) == 0
    script = tmp_path / "completion"
    script.write_text(capsys.readouterr().out)
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    subprocess.run([shell, "-n", str(script)], check=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed here")
def test_bash_completes_a_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["completion", "bash"])
    script = tmp_path / "completion"
    script.write_text(capsys.readouterr().out)
    asked = f'source {script}; COMP_WORDS=(sinmun ex); COMP_CWORD=1; _shtab_sinmun; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", asked], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["export"]


@pytest.mark.parametrize("word", ["notes", "feed", "entities", "shelf"])
def test_help_of_a_command_names_those_below_it(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["help", word])
    shown = capsys.readouterr().out
    assert [verb for verb in JOINED[word] if f"\n  {word} {verb} " not in shown] == []
