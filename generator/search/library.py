"""The search files of a built site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator.errors import Diagnostic, InputError, Severity
from generator.plan import urls
from generator.search.engine import Reader
from generator.search.lunr_reader import LunrReader

_FILES = ("index.json", "words.json", "papers.json")
_Made = TypeVar("_Made")


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
    index, words, papers = (site / urls.SEARCH / name for name in _FILES)
    return Library(
        reader=_read(index, LunrReader), words=_read(words, list), papers=_read(papers, list)
    )


def _read(path: Path, make: Callable[[Any], _Made]) -> _Made:
    try:
        return make(json.loads(path.read_bytes()))
    except OSError as error:
        raise _problem(
            "C908",
            f"cannot read {path}: {error.strerror}",
            "build the site first, with search switched on: python -m generator build",
        ) from error
    except (TypeError, ValueError) as error:
        raise _problem("C909", f"{path} is damaged: {error}", "build the site again") from error


def _problem(code: str, message: str, hint: str) -> InputError:
    return InputError(Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint))
