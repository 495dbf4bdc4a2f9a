from __future__ import annotations

import subprocess
import sys

import pytest

from generator.cli.main import COMMANDS, main

# Each is large, and only some commands need it.
HEAVY = {"asyncio", "http.server", "jinja2", "lunr", "unittest", "watchdog", "webbrowser", "yaml"}
FOR_SERVE_ALONE = {"asyncio", "http.server", "lunr", "unittest", "watchdog", "webbrowser"}


def modules_after(*arguments: str) -> set[str]:
    """Return the modules that a command line has imported by its end."""
    code = f"""
import sys
from generator.cli.main import main
try:
    main({list(arguments)!r})
finally:
    print("\\n" + " ".join(sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    return set(done.stdout.splitlines()[-1].split())


def usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["biuld"], "there is no command 'biuld'; did you mean 'build'?"),
        (["build", "--strcit"], "there is no option '--strcit'; did you mean '--strict'?"),
        (["build", "--outptu=x"], "there is no option '--outptu'; did you mean '--output'?"),
        (["build", "--str"], "did you mean '--strict'?"),
        (["build", "seeds"], "there is no argument 'seeds'"),
        (["build", "--jobs", "0"], "a whole number from 1 up is needed, not '0'"),
        (["check", "--format", "xml"], "'text', 'json', 'github'"),
        ([], "COMMAND"),
    ],
)
def test_wrong_usage_is_explained(
    arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hint in usage_error(arguments, capsys).replace(
        "text, json, github", "'text', 'json', 'github'"
    )


def test_an_unknown_option_shows_the_usage_of_its_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert usage_error(["build", "--nothing"], capsys).startswith("usage: florilegium build ")


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"    {name} " in shown and text in shown for name, text in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([name, "--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    assert "examples:\n  python -m generator" in shown
    assert name == "init" or "--config" in shown


def test_help_imports_no_command() -> None:
    assert not modules_after("--help") & HEAVY


def test_a_build_imports_nothing_that_only_serving_needs(tmp_path: object) -> None:
    loaded = modules_after("build", "--config", str(tmp_path), "--jobs", "1", "--quiet")
    assert "jinja2" in loaded
    assert not loaded & FOR_SERVE_ALONE
