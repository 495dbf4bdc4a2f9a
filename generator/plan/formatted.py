"""Citations as a reader writes them, in the styles of journals and societies."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Any

from generator.errors import Diagnostic, InputError, Severity
from generator.model.paper import Paper
from generator.plan.csl import csl_item
from generator.text.plain import readable

STYLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "apa": ("APA", "apa"),
        "mla": ("MLA", "modern-language-association"),
        "chicago": ("Chicago", "chicago-author-date"),
        "harvard": ("Harvard", "harvard-cite-them-right"),
        "ieee": ("IEEE", "ieee"),
        "acm": ("ACM", "association-for-computing-machinery"),
        "nature": ("Nature", "nature"),
    }
)
"""Label and file of each style, by its name in the settings."""

_NUMBER = re.compile(r"\A\[?1[\].]\s*")


class Citer:
    """Formats citations with citeproc-py, which takes 1 to 10 milliseconds for each.

    A style is read when it is first asked for, so nothing is loaded where no style is.
    """

    def __init__(self, styles: tuple[str, ...]) -> None:
        self._names = styles
        self._loaded: dict[str, Any] = {}

    def citations(self, paper: Paper) -> Iterator[tuple[str, str]]:
        """Yield label and text for each style; nothing in a style that cannot cite the paper.

        Raises:
            InputError: The package that formats is not installed (R011).
        """
        for name in self._names:
            label, _ = STYLES[name]
            text = self._formatted(name, paper)
            if text:
                yield label, text

    def _formatted(self, name: str, paper: Paper) -> str:
        citeproc, json_source = _library()
        item = {**csl_item(paper, custom=False), "id": "paper", "title": readable(paper.title)}
        item.pop("abstract", None)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of every variable it does not know
            source = json_source.CiteProcJSON([item])
            bibliography = citeproc.CitationStylesBibliography(
                self._style(name), source, citeproc.formatter.plain
            )
            citation = citeproc.Citation([citeproc.CitationItem("paper")])
            bibliography.register(citation)
            entries = bibliography.bibliography()
        return _NUMBER.sub("", str(entries[0])).strip() if entries else ""

    def _style(self, name: str) -> Any:
        if name not in self._loaded:
            citeproc, _ = _library()
            file = files("generator").joinpath("styles", f"{STYLES[name][1]}.csl")
            with as_file(file) as path:
                self._loaded[name] = citeproc.CitationStylesStyle(str(path), validate=False)
        return self._loaded[name]


def _library() -> tuple[Any, Any]:
    try:
        import citeproc  # noqa: PLC0415 (only formatted citations need it)
        import citeproc.source.json  # noqa: PLC0415
    except ImportError as error:
        raise InputError(
            Diagnostic(
                code="R011",
                severity=Severity.ERROR,
                message="citation styles need the package citeproc-py, which is not installed",
                hint="python -m pip install citeproc-py, or take styles out of [files]",
            )
        ) from error
    return citeproc, citeproc.source.json
