"""What the generator brings along, registered through the same door as extensions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.emitter import Emitter
from generator.extend import Registry
from generator.model.corpus import Corpus
from generator.plan.pages.channels import channel_pages
from generator.plan.pages.home import home_pages
from generator.plan.pages.issue import issue_pages
from generator.plan.pages.map import map_pages
from generator.plan.pages.names import names_pages
from generator.plan.pages.paper import paper_pages
from generator.plan.pages.papers import papers_pages
from generator.plan.pages.reading_list import reading_list_pages
from generator.plan.pages.standing import (
    free_pages,
    not_found_pages,
    offline_pages,
    search_pages,
)
from generator.plan.pages.topic import topic_pages
from generator.plan.pages.trending import trending_pages
from generator.plan.plan_site import PageBuilder
from generator.plan.site_plan import SitePlan
from generator.sources.deferred import JSON, MARKUP, Deferred

_ARXIV = ("arXiv:", "Paper:", "Paper (")  # begin a block of a listing
_MAIL = ("From:", "Subject:", "To:")


def register(registry: Registry) -> None:
    """Add our readers, pages and emitters, in the order in which they run."""
    registry.sources += [
        Deferred("markdown", "markdown_seed:MarkdownSeed", suffixes=(".md", ".markdown")),
        Deferred("arxiv-atom", "arxiv_atom:ArxivAtom", MARKUP),
        Deferred("arxiv-feed", "arxiv_feed:ArxivFeed", MARKUP),
        Deferred("arxiv-html", "arxiv_html:ArxivHtml", MARKUP),
        Deferred("citation-page", "citation_page:CitationPage", MARKUP),
        Deferred("arxiv-abs", "arxiv_listing:ArxivAbs", words=_ARXIV),
        Deferred("arxiv-listing", "arxiv_listing:ArxivListing", words=(*_ARXIV, *_MAIL)),
        Deferred("paper-feed", "paper_feed:PaperFeed", MARKUP),
        Deferred("pubmed-xml", "pubmed_xml:PubmedXml", MARKUP),
        Deferred("endnote-xml", "endnote_xml:EndnoteXml", MARKUP),
        Deferred("acl-xml", "acl_xml:AclXml", MARKUP),
        Deferred("dblp-xml", "dblp_xml:DblpXml", MARKUP),
        Deferred("bibtex", "bibtex:Bibtex", words=("@",)),
        Deferred("ris", "ris:Ris", words=("TY ", "TY\t")),
        Deferred("medline", "medline:Medline", "PO"),
        Deferred("exported", "exported:Exported", JSON),
        Deferred("hf-page", "hf_page:HfPage", MARKUP),
        Deferred("hf-daily", "hf_daily:HfDaily", JSON),
        Deferred("arxiv-metadata", "arxiv_metadata:ArxivMetadata", JSON),
        Deferred("arxiv-json", "arxiv_json:ArxivJson", JSON),
        Deferred("crossref", "crossref:Crossref", JSON),
        Deferred("openalex", "openalex:OpenAlex", JSON),
        Deferred("semantic-scholar", "semantic_scholar:SemanticScholar", JSON),
        Deferred("openreview", "openreview:OpenReview", JSON),
        Deferred("virtual-site", "virtual_site:VirtualSite", JSON),
        Deferred("paperlists", "paperlists:Paperlists", JSON),
        Deferred("csl-json", "csl_json:CslJson", JSON),
        Deferred("json", "json_list:JsonList", JSON),
        Deferred("yaml", "yaml_list:YamlPapers", suffixes=(".yaml", ".yml")),
        Deferred("csv", "csv_table:CsvTable"),
        Deferred("text-blocks", "text_blocks:TextBlocks"),
        Deferred("pasted-page", "pasted_page:PastedPage"),
    ]
    registry.page_builders += _page_builders()
    registry.emitters += map(emitter, EMITTERS)


def _page_builders() -> list[PageBuilder]:
    return [
        home_pages,
        issue_pages,
        topic_pages,
        papers_pages,
        paper_pages,
        names_pages,
        map_pages,
        search_pages,
        trending_pages,
        channel_pages,
        reading_list_pages,
        free_pages,
        not_found_pages,
        offline_pages,
    ]


EMITTERS = (
    "emit.search_index:emit_search",
    "emit.map_files:emit_map",
    "emit.vector_files:emit_vectors",
    "emit.feeds:emit_feeds",
    "search.saved:emit_saved_searches",
    "emit.citations:emit_citations",
    "emit.twins:emit_twins",
    "emit.api:emit_api",
    "mail.emit:emit_mails",
    "emit.sitemap:emit_sitemap",
    "emit.redirects:emit_redirects",
    "emit.opensearch:emit_opensearch",
    "emit.offline:emit_offline",
)
"""Module and function of each."""

_SWITCHES: Mapping[str, Callable[[Config], bool]] = MappingProxyType(
    {
        "emit.search_index:emit_search": lambda config: config.search.enabled,
        "search.saved:emit_saved_searches": lambda config: bool(config.feeds.search),
        "emit.citations:emit_citations": lambda config: bool(config.files.citations),
        "emit.twins:emit_twins": lambda config: config.files.markdown,
        "emit.api:emit_api": lambda config: config.files.api,
    }
)
"""What must be switched on for an emitter to have anything to do."""


def emitter(place: str) -> Emitter:
    """Return one of ``EMITTERS``; its code is loaded by the process that comes to run it.

    Nobody loads one that is switched off, which would take longer than some sites.
    """

    def emit(corpus: Corpus, plan: SitePlan, config: Config) -> Iterable[Artifact]:
        if place in _SWITCHES and not _SWITCHES[place](config):
            return ()
        module, _, name = place.partition(":")
        found: Emitter = getattr(import_module(f"generator.{module}"), name)
        return found(corpus, plan, config)

    return emit
