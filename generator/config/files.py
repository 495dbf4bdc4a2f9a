"""The table of site.toml that says which files for programs there are beside the pages."""

from __future__ import annotations

from dataclasses import dataclass

CITATION_FORMATS = ("bibtex", "ris", "csl-json")
"""What files of citations are written as."""

STYLES = ("apa", "mla", "chicago", "harvard", "ieee", "acm", "nature")
"""The citation styles that are shipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesConfig:
    """The ``[files]`` table: papers as files, for reference managers and programs.

    Attributes:
        citations: Any of ``bibtex``, ``ris`` and ``csl-json``.
        styles: Styles in which each paper's page cites it: any of ``apa``, ``mla``, ``chicago``,
            ``harvard``, ``ieee``, ``acm`` and ``nature``. Each takes 1 to 10 milliseconds a paper.
        abstracts: Abstracts stand in the files of citations too, which makes them three times as
            large.
        markdown: Each paper, topic and issue is written as Markdown too, and listed in
            ``llms.txt``.
        api: The papers, topics and issues are written as JSON under ``/api/v1/``.
        each: Sites with more papers than this have files of citations and Markdown for the
            whole only, not for each paper, topic and issue: four files a paper would take longer
            to write than all else. 0 is no limit.
    """

    citations: tuple[str, ...] = CITATION_FORMATS
    styles: tuple[str, ...] = ()
    abstracts: bool = False
    markdown: bool = True
    api: bool = True
    each: int = 1000

    def __post_init__(self) -> None:
        for name in self.citations:
            if name not in CITATION_FORMATS:
                known = ", ".join(CITATION_FORMATS)
                raise ValueError(f"citations holds {name!r}; known are {known}")
        for name in self.styles:
            if name not in STYLES:
                raise ValueError(f"styles holds {name!r}; known are {', '.join(STYLES)}")
        if self.each < 0:
            raise ValueError(f"each must be 0 or more, not {self.each}")
