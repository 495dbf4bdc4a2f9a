"""Papers, topics and issues as Markdown beside their pages, and ``llms.txt``, which lists them.

https://llmstxt.org describes the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.model.issue import Issue
from generator.model.paper import Paper, PaperId
from generator.model.topic import Topic
from generator.plan import urls
from generator.plan.files import MARKDOWN, has_each
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links, gist, issue_card
from generator.text.markdown_escape import markdown_text
from generator.text.plain import readable

SUMMARY_LENGTH = 280
LISTED_PAPERS = 200


def emit_twins(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the Markdown files and the list of them."""
    twins = Twins(corpus, plan, config)
    if has_each(config.files, len(corpus.papers)):
        for paper in corpus.papers:
            yield _file(plan.paper_urls[paper.id] + urls.TWIN, twins.paper(paper))
        for topic in corpus.topics:
            yield _file(plan.topic_urls[topic.id] + urls.TWIN, twins.topic(topic))
        for issue in corpus.issues:
            yield _file(plan.issue_urls[issue.id] + urls.TWIN, twins.issue(issue))
    yield _file(urls.LLMS, twins.contents(), "text/plain")


class Twins:
    """Writes pages of a site as Markdown."""

    def __init__(self, corpus: Corpus, plan: SitePlan, config: Config) -> None:
        self._corpus = corpus
        self._plan = plan
        self._site = config.site
        self._language = config.language
        self._name = urls.TWIN if has_each(config.files, len(corpus.papers)) else ""

    def paper(self, paper: Paper) -> str:
        """Return a paper: who wrote it, what it adds and found, its abstract, where it is."""
        corpus, enrichment = self._corpus, self._corpus.enrichments[paper.id]
        say = self._language.text
        names = say("lists.comma").join(author.name for author in paper.authors)
        published = str(paper.published) if paper.published else ""
        facts = [text for text in (names, paper.venue, published) if text]
        statements = (("paper.new", enrichment.contribution), ("paper.found", enrichment.result))
        said = [f"- {say(key)}: {markdown_text(readable(s.text))}" for key, s in statements if s]
        topics = say("lists.comma").join(corpus.topic_names(paper.id))
        links = [f"- {link.kind.value}: <{link.url}>" for link in all_links(corpus, paper)]
        url = self._plan.paper_urls[paper.id]
        page = urls.absolute(self._site.base_url, url)
        blocks = (
            f"# {markdown_text(readable(paper.title))}",
            markdown_text("; ".join(facts)),
            f"{say('pages.topics')}: {markdown_text(topics)}" if topics else "",
            "\n".join(said),
            "\n".join(links),
            f"## {say('paper.abstract')}" if paper.abstract else "",
            markdown_text(readable(paper.abstract)),
            f"{say('twins.page')}: <{page}>" if page else "",
        )
        return _joined(blocks)

    def topic(self, topic: Topic) -> str:
        """Return a topic with its papers."""
        papers = [paper.id for paper in self._corpus.in_topic(topic.id)]
        root = urls.root_of(self._plan.topic_urls[topic.id])
        blocks = (
            f"# {markdown_text(topic.name)}",
            markdown_text(topic.description),
            self._list(papers, root),
        )
        return _joined(blocks)

    def issue(self, issue: Issue) -> str:
        """Return an issue with its sections, and the editor's words as they were written."""
        card = issue_card(issue, self._language)
        root = urls.root_of(self._plan.issue_urls[issue.id])
        blocks = [f"# {markdown_text(card.name)}"]
        if issue.curator:
            curator = markdown_text(issue.curator)
            blocks.append(self._language.text("frame.curated_by", name=curator))
        blocks.append(issue.introduction.strip())
        for section in issue.sections:
            blocks.append(f"## {markdown_text(section.title)}" if section.title else "")
            blocks.append(self._list([pick.paper for pick in section.picks], root))
        return _joined(blocks)

    def contents(self) -> str:
        """Return the list of everything; of papers only the newest."""
        corpus, plan, say = self._corpus, self._plan, self._language.text
        root = self._site.base_url
        issues = [
            f"- [{markdown_text(issue_card(issue, self._language).name)}]"
            f"({root}{urls.encoded(plan.issue_urls[issue.id] + self._name)})"
            f": {self._language.counted(len(issue.papers), 'paper')}"
            for issue in corpus.issues
        ]
        topics = [
            f"- [{markdown_text(topic.name)}]"
            f"({root}{urls.encoded(plan.topic_urls[topic.id] + self._name)})"
            f": {markdown_text(topic.description) or len(corpus.in_topic(topic.id))}"
            for topic in corpus.topics
        ]
        newest = [paper.id for paper in corpus.papers[:LISTED_PAPERS]]
        blocks = [
            f"# {markdown_text(self._site.title)}",
            f"> {markdown_text(self._site.description)}" if self._site.description else "",
            *_section(say("pages.issues"), issues),
            *_section(say("pages.topics"), topics),
            *_section(say("home.newest"), [self._list(newest, root)] if newest else []),
            *_section("Optional", self._data(root)),
        ]
        return _joined(blocks)

    def _data(self, root: str) -> list[str]:
        say = self._language.text
        count = self._language.counted(len(self._corpus.papers), "paper")
        return [
            f"- [{say('twins.files')}]({root}{urls.DATA}): {say('twins.which_files')}",
            f"- [{say('pages.all_papers')}]({root}{urls.PAPERS}): {count}",
        ]

    def _list(self, papers: Iterable[PaperId], root: str) -> str:
        return "\n".join(self._row(self._corpus.paper(paper), root) for paper in papers)

    def _row(self, paper: Paper, root: str) -> str:
        url = root + urls.encoded(self._plan.paper_urls[paper.id] + self._name)
        new = gist(paper, self._corpus.enrichments[paper.id], SUMMARY_LENGTH).replace("\n", " ")
        row = f"- [{markdown_text(readable(paper.title))}]({url})"
        return f"{row}: {markdown_text(new)}" if new else row


def _section(title: str, rows: list[str]) -> list[str]:
    return [f"## {title}", "\n".join(rows)] if rows else []


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _file(path: str, text: str, media_type: str = MARKDOWN) -> Artifact:
    body = text.encode("utf-8", "replace")
    return Artifact(path=path, body=body, media_type=media_type, origin="Markdown twin")
