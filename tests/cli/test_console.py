from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from generator.cli.console import Console, counted
from generator.errors import Diagnostic, Severity, SourceLocation


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def make_console(
    err: io.StringIO, environment: Mapping[str, str] | None = None
) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(out, err, environment=environment or {}), out


def make_diagnostic(
    message: str, line: int = 1, *, hint: str = "", severity: Severity = Severity.WARNING
) -> Diagnostic:
    return Diagnostic(
        code="S001",
        severity=severity,
        message=message,
        location=SourceLocation(PurePosixPath("seeds/a.md"), line),
        hint=hint,
    )


def test_diagnostics_are_sorted_counted_and_shown_once() -> None:
    err = io.StringIO()
    console, _ = make_console(err)
    late = make_diagnostic("late", 12, severity=Severity.ERROR)
    console.show([late, make_diagnostic("early", 2), late])
    assert err.getvalue().splitlines() == [
        "seeds/a.md:2: warning S001: early",
        "seeds/a.md:12: error S001: late",
        "1 error, 1 warning",
    ]


def test_a_hint_that_neighbours_share_is_given_once() -> None:
    err = io.StringIO()
    console, _ = make_console(err)
    console.show([make_diagnostic("a", line, hint="do this") for line in (1, 2, 3)])
    assert err.getvalue().count("hint: do this") == 1
    assert err.getvalue().splitlines()[-2:] == ["  hint: do this", "3 warnings"]


def test_no_diagnostics_say_nothing() -> None:
    err = io.StringIO()
    make_console(err)[0].show([])
    assert err.getvalue() == ""
    assert counted([]) == ""


def test_control_characters_of_papers_never_reach_the_terminal() -> None:
    err = Terminal()
    console, out = make_console(err, {"NO_COLOR": "1"})
    console.show([make_diagnostic("red \x1b[31m\r\x07\x9b alarm\nsecond line")])
    console.error("\x1b[2J")
    console.print("\x1b[2J")
    assert "\\x1b[31m\\x0d\\x07\\x9b alarm second line" in err.getvalue()
    assert "\x1b" not in err.getvalue() + out.getvalue()


@pytest.mark.parametrize(
    ("err", "environment", "coloured"),
    [
        (Terminal, {}, True),
        (Terminal, {"NO_COLOR": ""}, True),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"TERM": "dumb"}, False),
        (io.StringIO, {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    err: type[io.StringIO], environment: dict[str, str], *, coloured: bool
) -> None:
    stream = err()
    make_console(stream, environment)[0].show([make_diagnostic("a")])
    assert ("\x1b[1;33mwarning\x1b[0m" in stream.getvalue()) is coloured


def test_progress_is_one_line_that_gives_way_on_a_terminal() -> None:
    err = Terminal()
    console, out = make_console(err)
    console.progress("read")
    console.progress("render")
    console.print("done")
    assert err.getvalue() == "\r\x1b[2Kread …\r\x1b[2Krender …\r\x1b[2K"
    assert out.getvalue() == "done\n"


def test_progress_is_a_line_each_elsewhere() -> None:
    err = io.StringIO()
    console, _ = make_console(err)
    console.progress("read")
    console.progress("render")
    assert err.getvalue() == "read\nrender\n"


def test_quiet_leaves_results_and_problems_alone() -> None:
    err = io.StringIO()
    console, out = make_console(err)
    console.quiet = True
    console.progress("read")
    console.print("summary")
    console.show([make_diagnostic("a")])
    console.write("result")
    assert out.getvalue() == "result"
    assert err.getvalue().splitlines() == ["seeds/a.md:1: warning S001: a", "1 warning"]
