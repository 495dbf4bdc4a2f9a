"""The search files of a built site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.emit.search_index import ABSTRACTS_EACH
from generator.emit.synonym_stems import Stems, read_synonyms
from generator.errors import Diagnostic, InputError, Severity
from generator.plan import urls
from generator.search.backend import Backend
from generator.search.shards import Shards
from generator.search.whole import Whole

_WHOLE = ("index.json", "papers.json", "words.json")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All that is needed to answer queries.

    Attributes:
        backend: The index.
        synonyms: Other ways to say a phrase, by its stems.
    """

    backend: Backend
    synonyms: Mapping[Stems, Sequence[Stems]]


def open_library(site: Path) -> Library:
    """Read the search files of the site built in a folder.

    Raises:
        InputError: The folder holds none (C908), or none that can be read (C909).
    """
    synonyms = _read(site / urls.SEARCH_SYNONYMS, lambda body: read_synonyms(json.loads(body)))
    root = site / urls.SEARCH_SHARDS
    if root.exists():
        return Library(backend=_read(root, partial(Shards, root.parent)), synonyms=synonyms)
    index, papers, words = (_read(site / urls.SEARCH / name, json.loads) for name in _WHOLE)
    abstracts = _abstracts(site, len(papers))
    whole = _read(site / urls.SEARCH_INDEX, lambda _: Whole(index, papers, words, abstracts))
    return Library(backend=whole, synonyms=synonyms)


def _abstracts(site: Path, papers: int) -> list[str]:
    numbers = range(-(-papers // ABSTRACTS_EACH))
    pieces = (site / f"{urls.SEARCH_ABSTRACTS}{number}.json" for number in numbers)
    return [abstract for piece in pieces for abstract in _read(piece, json.loads)]


def _read(path: Path, make: Callable[[bytes], _Made]) -> _Made:
    try:
        return make(path.read_bytes())
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
