"""What the generator brings along, registered through the same door as extensions."""

from __future__ import annotations

from generator.emit.api import emit_api
from generator.emit.citations import emit_citations
from generator.emit.emitter import Emitter
from generator.emit.feeds import emit_feeds
from generator.emit.map_files import emit_map
from generator.emit.offline import emit_offline
from generator.emit.opensearch import emit_opensearch
from generator.emit.redirects import emit_redirects
from generator.emit.search_index import emit_search
from generator.emit.sitemap import emit_sitemap
from generator.emit.twins import emit_twins
from generator.extend import Registry
from generator.mail.emit import emit_mails
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
from generator.search.saved import emit_saved_searches
from generator.sources.arxiv_listing import ArxivAbs, ArxivListing
from generator.sources.bibtex import Bibtex
from generator.sources.csv_table import CsvTable
from generator.sources.deferred import JSON, MARKUP, Deferred
from generator.sources.markdown_seed import MarkdownSeed
from generator.sources.medline import Medline
from generator.sources.pasted_page import PastedPage
from generator.sources.ris import Ris
from generator.sources.text_blocks import TextBlocks
from generator.sources.yaml_list import YamlPapers


def register(registry: Registry) -> None:
    """Add our readers, pages and emitters, in the order in which they run."""
    registry.sources += [
        MarkdownSeed(),
        Deferred("arxiv-atom", "arxiv_atom:ArxivAtom", MARKUP),
        Deferred("arxiv-feed", "arxiv_feed:ArxivFeed", MARKUP),
        Deferred("arxiv-html", "arxiv_html:ArxivHtml", MARKUP),
        Deferred("citation-page", "citation_page:CitationPage", MARKUP),
        ArxivAbs(),
        ArxivListing(),
        Deferred("paper-feed", "paper_feed:PaperFeed", MARKUP),
        Deferred("pubmed-xml", "pubmed_xml:PubmedXml", MARKUP),
        Deferred("endnote-xml", "endnote_xml:EndnoteXml", MARKUP),
        Deferred("acl-xml", "acl_xml:AclXml", MARKUP),
        Deferred("dblp-xml", "dblp_xml:DblpXml", MARKUP),
        Bibtex(),
        Ris(),
        Medline(),
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
        map_pages,
        search_pages,
        trending_pages,
        channel_pages,
        reading_list_pages,
        free_pages,
        not_found_pages,
        offline_pages,
    ]


def _emitters() -> list[Emitter]:
    return [
        emit_search,
        emit_map,
        emit_feeds,
        emit_saved_searches,
        emit_citations,
        emit_twins,
        emit_api,
        emit_mails,
        emit_sitemap,
        emit_redirects,
        emit_opensearch,
        emit_offline,
    ]
