"""Which column of a list, or key of an object, holds which fact; guessed by name or configured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.sources.json_records import JsonObject

_NAMES = {
    "title": "title paper_title document_title article_title item_title display_name ti titre titel"
    " titulo título 标题 题目 论文标题 论文题目 タイトル name",
    "abstract": "abstract abstract_note paper_abstract abstract_text abstract_en ab 摘要 résumé"
    " zusammenfassung resumen summary description",
    "authors": "authors author author_names author_list authors_list authors_name au creators"
    " creator author_s authorships_author_display_name 作者 autoren auteurs autores",
    "published": "published publication_date date_published published_date published_at pub_date"
    " date_of_publication publish_date online_date date submitted submission_date created cdate",
    "year": "year publication_year pub_year py published_year yr 年份 année jahr año",
    "month": "month publication_month",
    "day": "day publication_day",
    "updated": "updated updated_at update_date last_updated",
    "venue": "venue conference journal booktitle book_title publication_title source_title"
    " journal_book container_title journal_name conference_name publication publication_venue"
    " publication_short proceedings proceeding so primary_location_source_display_name conf"
    " source 会议 期刊",
    "categories": "categories category primary_category primary_area subject_areas subject_area"
    " subjects fields_of_study area arxiv_categories",
    "keywords": "keywords keyword author_keywords tags manual_tags de topics tasks keywords_list"
    " 关键词 mots_clés schlagwörter",
    "tldr": "tldr tl_dr one_sentence_summary short_summary",
    "status": "status decision acceptance acceptance_status final_decision",
    "doi": "doi doi_url doi_link item_doi di",
    "arxiv": "arxiv arxiv_id arxiv_url arxiv_link eprint",
    "openreview": "openreview openreview_id openreview_url forum forum_id",
    "acl": "acl acl_id anthology_id anthology acl_anthology_id",
    "pmid": "pmid pubmed_id pubmed pm",
    "url": "url link paper_url paper_link site landing_page landing_page_url article_url url_abs"
    " abs abs_url abs_link external_url abstract_url html_url page_url web_page 链接",
    "pdf": "pdf pdf_url pdf_link url_pdf paper_pdf_url full_text_url open_access_pdf acm_pdf_url"
    " paper_pdf 下载",
    "code": "code github code_url code_link github_url github_link github_repo repo repo_url"
    " repository implementation url_code url_source 代码",
    "project": "project project_page project_url project_link project_page_url url_project website",
    "data": "data dataset data_url dataset_url dataset_link url_dataset",
    "demo": "demo demo_url demo_link",
    "video": "video video_url video_link youtube youtube_url presentation_video url_video",
    "slides": "slides slides_url slides_link url_slides presentation",
    "poster": "poster_pdf poster_url poster_link url_poster poster",
    "citations": "citations citation_count cited_by times_cited gs_citation tc cites cited_by_count"
    " num_citations citing_works_count article_citation_count",
    "upvotes": "upvotes likes",
    "stars": "stars github_stars code_stars",
    "affiliations": "affiliations aff affiliation author_affiliations institutions",
    "orcids": "orcids orcid",
    "links": "links",
    "id": "id uid paper_id key",
}
_ADDRESS = re.compile(r"(?:url|link|href)s?$", re.IGNORECASE)
_NOT_OF_PAPER = re.compile(
    r"author|home|profile|scholar|cite|gs_|dblp|licen|image|img|thumb|photo|avatar|logo|icon|bib|api",
    re.IGNORECASE,
)
_WORST = 99
_SIGNS = re.compile(r"[\W_]+")


def _folded(name: str) -> str:
    return _SIGNS.sub("", name).casefold()


_RANKED = {
    _folded(name): (field, rank)
    for field, names in reversed(_NAMES.items())
    for rank, name in enumerate(names.split())
}


class Columns:
    """Tells fields by the names of columns.

    Args:
        configured: Column by field, as ``columns`` in ``[[seeds]]`` states it; it wins over
            every guess.
    """

    def __init__(self, configured: Mapping[str, str] | None = None) -> None:
        self._configured = {name: field for field, name in (configured or {}).items()}
        self._folded = {_folded(name): field for name, field in self._configured.items()}
        self._fixed = frozenset(self._configured.values())
        self._known: dict[str, tuple[str, int] | None] = {}

    def field(self, name: str) -> tuple[str, int] | None:
        """Return the field that a column holds, and how good the guess is (0 best), or None."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def fields(self, names: Iterable[str]) -> frozenset[str]:
        """Return the fields that some columns hold."""
        return frozenset(found[0] for name in names if (found := self.field(name)))

    def sorted(self, row: JsonObject) -> dict[str, list[Any]]:
        """Return a row's values by field, the best guess first; empty ones are left out."""
        ranked: dict[str, list[tuple[int, Any]]] = {}
        for name, value in row.items():
            if value is None or value == "":
                continue
            found = self.field(name)
            if found:
                ranked.setdefault(found[0], []).append((found[1], value))
        return {
            field: [pair[1] for pair in sorted(pairs, key=lambda pair: pair[0])]
            if len(pairs) > 1
            else [pairs[0][1]]
            for field, pairs in ranked.items()
        }

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the configured columns that are not among the names."""
        present = list(names)
        folded = {_folded(name) for name in present}
        return tuple(
            name for name in self._configured if name not in present and _folded(name) not in folded
        )

    def _found(self, name: str) -> tuple[str, int] | None:
        field = self._configured.get(name) or self._folded.get(_folded(name))
        if field:
            return field, -1
        guess = _RANKED.get(_folded(name))
        if guess is None and _ADDRESS.search(name) and not _NOT_OF_PAPER.search(name):
            guess = ("links", _WORST)
        return guess if guess and guess[0] not in self._fixed else None
