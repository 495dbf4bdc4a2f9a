from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from generator.cli.check import as_github, as_json
from generator.errors import Diagnostic, Severity, SourceLocation
from tests.projects import run_generator, write_project

NASTY = Diagnostic(
    code="S001",
    severity=Severity.ERROR,
    message="100% wrong: a,b\r\n::error::not ours",
    location=SourceLocation(PurePosixPath("seeds/a,b:c%.md"), 3),
    hint="mend it",
)
PLAIN = Diagnostic(code="C001", severity=Severity.NOTE, message="fine")
BAD_PAPER = "---\ntitle: Otters\npublished: someday\n---\nWe look at otters.\n"


def test_annotations_escape_what_has_a_meaning_in_a_workflow() -> None:
    assert as_github([NASTY, PLAIN], PurePosixPath("digest")) == (
        "::error title=S001,file=digest/seeds/a%2Cb%3Ac%25.md,line=3::"
        "100%25 wrong: a,b%0D%0A::error::not ours%0Ahint: mend it\n"
        "::notice title=C001::fine\n"
    )


def test_json_holds_every_part_of_a_diagnostic() -> None:
    document = json.loads(as_json([NASTY, PLAIN]))
    assert document["summary"] == "1 error, 1 note"
    assert document["diagnostics"] == [
        {
            "code": "S001",
            "severity": "error",
            "message": NASTY.message,
            "path": "seeds/a,b:c%.md",
            "line": 3,
            "hint": "mend it",
        },
        {
            "code": "C001",
            "severity": "note",
            "message": "fine",
            "path": None,
            "line": None,
            "hint": None,
        },
    ]


def test_a_fault_is_found_and_nothing_is_written(tmp_path: Path) -> None:
    write_project(tmp_path, {"digest/seeds/bad.md": BAD_PAPER})
    done = run_generator(tmp_path, "check", "--config", "digest", "--format", "github", "--strict")
    assert done.returncode == 1
    assert "file=digest/seeds/bad.md,line=3::" in done.stdout
    assert done.stderr == ""
    assert [path.name for path in (tmp_path / "digest").iterdir()] == ["seeds"]


def test_wrong_settings_are_reported_in_the_format_asked_for(tmp_path: Path) -> None:
    write_project(tmp_path, {"site.toml": "[site]\ntitel = 'x'\n"})
    done = run_generator(tmp_path, "check", "--format", "json")
    assert done.returncode == 2
    (diagnostic,) = json.loads(done.stdout)["diagnostics"]
    assert (diagnostic["path"], diagnostic["line"]) == ("site.toml", 2)
