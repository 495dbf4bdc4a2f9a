"""The documents say what the code does: codes, settings, commands, and the README's two lines."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import COMMANDS
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from scripts.configuration_docs import configuration_page
from scripts.source_docs import sources_page
from tests.sources.seeds import make_seed

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CODE = re.compile(r"""(?<=["'])[CFMSUPRW]\d{3}(?=["'])""")
SEVERITY = "(?:error|warning|note)"
ROW = re.compile(rf"\| `([CFMSUPRW]\d{{3}})` \| {SEVERITY}(?: or {SEVERITY})? \| \S.* \| \S.* \|")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def codes_used() -> set[str]:
    modules = (ROOT / "generator").rglob("*.py")
    return {code for path in modules for code in CODE.findall(path.read_text(encoding="utf-8"))}


@cache
def help_of(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "generator", command, "--help"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_every_diagnostic_has_a_row_and_every_row_a_diagnostic() -> None:
    rows = [line for line in text("docs/diagnostics.md").splitlines() if line.startswith("| `")]
    documented = [match[1] for line in rows if (match := ROW.fullmatch(line))]
    assert len(documented) == len(rows)
    assert documented == sorted(set(documented))
    assert set(documented) == codes_used()


def test_the_page_of_settings_is_fresh() -> None:
    assert text("docs/configuration.md") == configuration_page(), (
        "run: python scripts/configuration_docs.py"
    )


def test_the_page_of_sources_is_fresh() -> None:
    assert text("docs/sources.md") == sources_page(), "run: python scripts/source_docs.py"


def test_the_reader_on_the_page_of_sources_works() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", text("docs/sources.md"), re.DOTALL)
    names: dict[str, Any] = {"Seed": Seed, "Reading": Reading, "Record": Record, "gather": gather}
    exec(code, names)  # noqa: S102  # our own page
    seed = make_seed("ROLODEX 1\nT Otters\nT Kites\n")
    reader = names["Rolodex"]()
    assert reader.detects(seed)
    papers = reader.read(seed).papers
    assert [(p.title, p.origins[0].location.line) for p in papers] == [("Otters", 2), ("Kites", 3)]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_described(command: str) -> None:
    _, _, rest = text("docs/commands.md").partition(f"\n## `{command}`\n")
    section = rest.partition("\n## ")[0]
    assert section
    options = set(
        re.findall(r"(?<![\w-])--[a-z][\w-]*", help_of(command).partition("examples:")[0])
    )
    assert {option for option in options - {"--help"} if f"`{option}" not in section} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_examples(command: str) -> None:
    assert f"python -m generator {command}" in help_of(command).partition("examples:")[2]


def test_commands_in_the_documents_exist() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]
    called = {
        name
        for page in pages
        for name in re.findall(
            r"(?:^|`)(?:florilegium|(?:\.venv/bin/)?python3? -m generator) ([a-z]+)",
            page.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    assert called <= COMMANDS.keys()


def test_the_readme_opens_with_a_picture_a_sentence_and_two_lines() -> None:
    readme = text("README.md")
    picture = re.search(r"!\[[^\]]+\]\(([^)]+)\)|<img [^>]*src=\"([^\"]+)\"", readme)
    assert picture
    assert (ROOT / (picture[1] or picture[2])).is_file()
    build, test = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)[:2]
    assert build.count("\n") == test.count("\n") == 1
    assert build.startswith("python3 -m venv .venv && ")
    assert "generator build" in build
    assert picture.start() < readme.index(build) < readme.index(test)


def test_ci_runs_the_line_of_the_readme() -> None:
    (line,) = [line for line in text("README.md").splitlines() if "-m pytest" in line]
    assert line in [line.strip() for line in text(".ci/run").splitlines()]


def test_every_workflow_pins_its_actions_to_commits() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
        assert used
        for action in used:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_links_between_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert "://" in target or (page.parent / target).exists(), f"{page}: {target}"
