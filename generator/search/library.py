"""The search files of a built site."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import Diagnostic, InputError, Severity
from generator.plan import urls
from generator.search.engine import Reader
from generator.search.lunr_reader import LunrReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All that is needed to answer queries.

    Attributes:
        reader: The index.
        words: Written words, sorted.
        papers: The entries of ``papers.json``, by position.
    """

    reader: Reader
    words: Sequence[str]
    papers: Sequence[Mapping[str, object]]


def open_library(site: Path) -> Library:
    """Read the search files of the site built in a folder.

    Raises:
        InputError: The folder holds none (C908), or none that can be read (C909).
    """
    return Library(
        reader=LunrReader(_read(site, urls.SEARCH_INDEX)),
        words=_read(site, f"{urls.SEARCH}words.json"),
        papers=_read(site, urls.SEARCH_PAPERS),
    )


def _read(site: Path, name: str) -> Any:
    try:
        return json.loads((site / name).read_bytes())
    except OSError as error:
        raise _problem(
            "C908",
            f"cannot read {site / name}: {error.strerror}",
            "build the site first, with search switched on: python -m generator build",
        ) from error
    except ValueError as error:
        raise _problem(
            "C909", f"{site / name} is damaged: {error}", "build the site again"
        ) from error


def _problem(code: str, message: str, hint: str) -> InputError:
    return InputError(Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint))
