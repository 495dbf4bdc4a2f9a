"""``explain``: why a paper's sentences, names, topics and neighbours were chosen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.build import make_registry, read_corpus
from generator.cli.parser import add_config_option
from generator.cli.settings import settings
from generator.cli.topic_lines import topic_lines
from generator.curate.statement_weights import SentenceModel, shipped_weights
from generator.curate.tldr import ScoredSentence, explain_statements
from generator.curate.topic_choice import topic_sources
from generator.curate.topic_reasons import TopicSources
from generator.errors import ConfigError, Diagnostic, Severity
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment, Fact
from generator.model.paper import Paper
from generator.plan.urls import paper_slugs
from generator.text.slug import folded

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.parser import Subparsers

_EXAMPLES = """\
examples:
  python -m generator explain arxiv:2402.12345
  python -m generator explain a-slug-from-the-site
  python -m generator explain "words of the title"
"""
_SHOWN_FEATURES = 5


def add_parser(commands: Subparsers) -> None:
    """Declare the command and its options."""
    parser = commands.add_parser(
        "explain",
        help="say why a paper's sentences, topics and neighbours were chosen",
        description="Print what was derived about a paper, from which of its words, and why.",
        epilog=_EXAMPLES,
    )
    add_config_option(parser)
    parser.add_argument("paper", help="id, identifier, slug, or words of the title")
    parser.set_defaults(run=run)


def run(args: Namespace, console: Console) -> int:
    """Return 0; 2 when no paper, or more than one, goes by that name."""
    config = settings(args.config)
    corpus, _, _ = read_corpus(config, make_registry(config))
    paper = find_paper(corpus, args.paper)
    for line in explanation(corpus, paper, topic_sources(corpus.papers, config)):
        console.print(line)
    return 0


def find_paper(corpus: Corpus, name: str) -> Paper:
    """Return the paper known by an id, an identifier, a slug, or words of its title.

    Raises:
        ConfigError: There is none, or there are several (C913).
    """
    known = corpus.resolve(name)
    if known:
        return corpus.paper(known)
    by_slug = {slug: paper for paper, slug in paper_slugs(corpus.papers).items()}
    if name in by_slug:
        return corpus.paper(by_slug[name])
    wanted = folded(name)
    found = [paper for paper in corpus.papers if wanted and wanted in folded(paper.title)]
    if len(found) == 1:
        return found[0]
    titles = "; ".join(repr(paper.title) for paper in found[:3])
    raise ConfigError(
        Diagnostic(
            code="C913",
            severity=Severity.ERROR,
            message=f"{len(found)} papers go by {name!r}" if found else f"no paper is {name!r}",
            hint=f"for example {titles}" if found else "give an id, a slug or words of the title",
        )
    )


def explanation(corpus: Corpus, paper: Paper, sources: TopicSources) -> Iterator[str]:
    """Yield the lines that say what was derived about a paper, and why."""
    enrichment = corpus.enrichments[paper.id]
    yield paper.title
    for origin in paper.origins:
        yield f"  read from {origin.location} ({origin.format})"
    yield "\nSentences (contribution, result; what counted most)"
    yield from _sentences(paper, enrichment)
    yield "\nNames and quantities"
    yield from _facts(enrichment)
    yield "\nTopics"
    yield from topic_lines(paper, enrichment.topics, corpus.topics, sources)
    yield "\nRead next"
    for related in enrichment.related:
        terms = ", ".join(related.terms)
        yield f"  {related.score:.2f}  {corpus.paper(related.paper).title}  [{terms}]"


def _sentences(paper: Paper, enrichment: Enrichment) -> Iterator[str]:
    model = shipped_weights().sentence
    chosen = {
        statement.start: name
        for name, statement in (("new", enrichment.contribution), ("found", enrichment.result))
        if statement and statement.start >= 0
    }
    if enrichment.contribution and enrichment.contribution.start < 0:
        yield f"  given by {enrichment.contribution.origin}: {enrichment.contribution.text}"
    explained = explain_statements(paper)
    if explained and explained[0].start > 0:
        yield "        background: all before the authors first speak of their work"
    for sentence in explained:
        mark = chosen.get(sentence.start, "")
        text = " ".join(paper.abstract[sentence.start : sentence.end].split())
        yield (
            f"  {mark:>5} {sentence.contribution / 1000:7.2f} {sentence.result / 1000:6.2f}  {text}"
        )
        if mark:
            yield f"        because: {_reasons(sentence, model, int(mark == 'found'))}"


def _reasons(sentence: ScoredSentence, model: SentenceModel, which: int) -> str:
    parts = {
        name: value * model.features.get(name, (0, 0))[which]
        for name, value in sentence.features.items()
    }
    for word in model.words.keys() & sentence.words:
        parts[f"“{word}”"] = model.words[word][which]
    ranked = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    return ", ".join(f"{name} {value / 1000:+.2f}" for name, value in ranked[:_SHOWN_FEATURES])


def _facts(enrichment: Enrichment) -> Iterator[str]:
    facts = enrichment.facts
    named: tuple[tuple[str, Fact | None], ...] = (
        ("system", facts.system),
        ("stands for", facts.expansion),
        (f"released: {facts.released}", facts.release_span),
        *(("benchmark", fact) for fact in facts.benchmarks),
        *(("quantity", fact) for fact in facts.headline),
    )
    for name, fact in named:
        if fact:
            where = "title" if fact.in_title else "abstract"
            yield f"  {name}: {fact.text!r} ({where}, characters {fact.start} to {fact.end})"
