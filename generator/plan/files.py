"""Which files for reference managers and programs the site has, and where."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config.files import FilesConfig
from generator.plan import urls
from generator.plan.channel_parts import FileView

MARKDOWN = "text/markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFormat:
    """A form of citations: its name in settings, its label, the ending of its files."""

    name: str
    label: str
    ending: str
    media_type: str


_FORMATS = (
    CitationFormat(name="bibtex", label="BibTeX", ending="bib", media_type="application/x-bibtex"),
    CitationFormat(
        name="ris", label="RIS", ending="ris", media_type="application/x-research-info-systems"
    ),
    CitationFormat(
        name="csl-json",
        label="CSL-JSON",
        ending="csl.json",
        media_type="application/vnd.citationstyles.csl+json",
    ),
)


CITATIONS = frozenset(form.media_type for form in _FORMATS)


def citation_formats(files: FilesConfig) -> tuple[CitationFormat, ...]:
    """Return the formats that are asked for, in our order."""
    return tuple(form for form in _FORMATS if form.name in files.citations)


def has_each(files: FilesConfig, papers: int) -> bool:
    """Tell whether each paper, topic and issue of a site with so many papers has its own files."""
    return not files.each or papers <= files.each


def file_views(folder: str, stem: str, files: FilesConfig, *, papers: int) -> tuple[FileView, ...]:
    """Return the files of a paper, topic or issue, for links in its page.

    Args:
        folder: Its page's URL, where the files are.
        stem: What their names begin with.
        files: The settings.
        papers: Of the whole site.
    """
    if not has_each(files, papers):
        return ()
    views = [
        FileView(
            url=urls.encoded(f"{folder}{stem}.{form.ending}"),
            label=form.label,
            media_type=form.media_type,
        )
        for form in citation_formats(files)
    ]
    if files.markdown:
        url = urls.encoded(folder + urls.TWIN)
        views.append(FileView(url=url, label="Markdown", media_type=MARKDOWN))
    return tuple(views)
