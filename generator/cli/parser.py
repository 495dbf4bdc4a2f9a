"""The shape of the command line: what every command shares."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.config.suggest import did_you_mean

if TYPE_CHECKING:
    # The type has no public name.
    Subparsers = argparse._SubParsersAction["Parser"]  # noqa: SLF001

_OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*")


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations, keeps the line breaks of examples, and suggests."""

    def __init__(self, **settings: object) -> None:
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]  # passed on as given

    def refuse(self, word: str, kind: str, known: Sequence[str]) -> NoReturn:
        """Show the usage and which known word was probably meant; exit with 2."""
        hint = did_you_mean(word, known)
        self.error(f"there is no {kind} {word!r}" + (f"; {hint}" if hint else ""))

    @property
    def options(self) -> tuple[str, ...]:
        """Every long option of this parser, as its help spells it."""
        return tuple(sorted(set(_OPTION.findall(self.format_usage()))))


def add_config_option(parser: argparse.ArgumentParser) -> None:
    """Declare ``--config``, which every command takes."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="settings to use (default: site.toml in the current folder, if there is one)",
    )


def add_build_options(parser: argparse.ArgumentParser) -> None:
    """Declare what ``build`` and ``check`` share."""
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument("--drafts", action="store_true", help="take drafts along")
    parser.add_argument(
        "--jobs",
        type=positive,
        metavar="N",
        help="processes to use (default: one for each processor)",
    )
    parser.add_argument(
        "--base-url", metavar="URL", help="public address of the site, instead of site.toml's"
    )


def positive(text: str) -> int:
    """Return the whole number 1 or more that an option was given."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 up is needed, not {text!r}")
    return number
