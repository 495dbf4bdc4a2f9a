"""What the generator brings along, registered through the same door as extensions."""

from __future__ import annotations

from generator.emit.api import emit_api
from generator.emit.citations import emit_citations
from generator.emit.emitter import Emitter
from generator.emit.feeds import emit_feeds
from generator.emit.redirects import emit_redirects
from generator.emit.search_index import emit_search
from generator.emit.sitemap import emit_sitemap
from generator.emit.twins import emit_twins
from generator.extend import Registry
from generator.plan.pages.channels import channel_pages
from generator.plan.pages.home import home_pages
from generator.plan.pages.issue import issue_pages
from generator.plan.pages.names import names_pages
from generator.plan.pages.paper import paper_pages
from generator.plan.pages.papers import papers_pages
from generator.plan.pages.standing import free_pages, not_found_pages, search_pages
from generator.plan.pages.topic import topic_pages
from generator.plan.plan_site import PageBuilder
from generator.search.saved import emit_saved_searches
from generator.sources.acl_xml import AclXml
from generator.sources.arxiv_atom import ArxivAtom
from generator.sources.arxiv_feed import ArxivFeed
from generator.sources.arxiv_html import ArxivHtml
from generator.sources.arxiv_json import ArxivJson
from generator.sources.arxiv_listing import ArxivAbs, ArxivListing
from generator.sources.arxiv_metadata import ArxivMetadata
from generator.sources.bibtex import Bibtex
from generator.sources.citation_page import CitationPage
from generator.sources.crossref import Crossref
from generator.sources.csl_json import CslJson
from generator.sources.csv_table import CsvTable
from generator.sources.dblp_xml import DblpXml
from generator.sources.endnote_xml import EndnoteXml
from generator.sources.exported import Exported
from generator.sources.hf_daily import HfDaily
from generator.sources.hf_page import HfPage
from generator.sources.json_list import JsonList
from generator.sources.markdown_seed import MarkdownSeed
from generator.sources.medline import Medline
from generator.sources.openalex import OpenAlex
from generator.sources.openreview import OpenReview
from generator.sources.paper_feed import PaperFeed
from generator.sources.paperlists import Paperlists
from generator.sources.pasted_page import PastedPage
from generator.sources.pubmed_xml import PubmedXml
from generator.sources.ris import Ris
from generator.sources.semantic_scholar import SemanticScholar
from generator.sources.text_blocks import TextBlocks
from generator.sources.virtual_site import VirtualSite
from generator.sources.yaml_list import YamlPapers


def register(registry: Registry) -> None:
    """Add our readers, pages and emitters, in the order in which they run."""
    registry.sources += [
        MarkdownSeed(),
        ArxivAtom(),
        ArxivFeed(),
        ArxivHtml(),
        CitationPage(),
        ArxivAbs(),
        ArxivListing(),
        PaperFeed(),
        PubmedXml(),
        EndnoteXml(),
        AclXml(),
        DblpXml(),
        Bibtex(),
        Ris(),
        Medline(),
        Exported(),
        HfPage(),
        HfDaily(),
        ArxivMetadata(),
        ArxivJson(),
        Crossref(),
        OpenAlex(),
        SemanticScholar(),
        OpenReview(),
        VirtualSite(),
        Paperlists(),
        CslJson(),
        JsonList(),
        YamlPapers(),
        CsvTable(),
        TextBlocks(),
        PastedPage(),
    ]
    registry.page_builders += _page_builders()
    registry.emitters += _emitters()


def _page_builders() -> list[PageBuilder]:
    return [
        home_pages,
        issue_pages,
        topic_pages,
        papers_pages,
        paper_pages,
        names_pages,
        search_pages,
        channel_pages,
        free_pages,
        not_found_pages,
    ]


def _emitters() -> list[Emitter]:
    return [
        emit_search,
        emit_feeds,
        emit_saved_searches,
        emit_citations,
        emit_twins,
        emit_api,
        emit_sitemap,
        emit_redirects,
    ]
