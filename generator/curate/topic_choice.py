"""Where a site's topics come from: its own file, a shipped pack, or the papers themselves.

The file wins over a pack, both win over discovery, and an editor's word for a paper wins over
everything. Nothing is written here: ``python -m generator topics --write`` keeps what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.config.schema import Config
from generator.curate.discovery import LEAST_PAPERS, discover
from generator.curate.packs import (
    ARXIV,
    MACHINE_LEARNING,
    pack_model,
    pack_topics,
    topics_by_category,
    topics_by_pack,
)
from generator.curate.paper_words import paper_words
from generator.curate.taxonomy import load_taxonomy
from generator.curate.terms import TermMatcher
from generator.curate.topic_edits import successors, unedited
from generator.curate.topic_model import TopicModel, topics_by_model
from generator.curate.topic_reasons import TopicSources
from generator.curate.topic_state import STATE_FILE, read_state, unusable
from generator.curate.topics import (
    TopicAssignment,
    assign_topics,
    by_editors,
    named_by_editors,
    sure_topics,
    unknown_topics,
)
from generator.errors import Diagnostic, Severity
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from generator.model.topic import Topic


def choose_topics(papers: Sequence[Paper], config: Config, jobs: int = 1) -> TopicAssignment:
    """Return every paper's topics; the topics file and the kept state are read from the project.

    Args:
        papers: All of the corpus.
        config: The site's settings.
        jobs: Most processes to use; the result is the same for any number.
    """
    filed, misread = load_taxonomy(config)
    if are_discovered(config):
        chosen = _discovered(papers, filed, config)
    elif config.topics.pack:
        chosen = _packed(papers, filed, config)
    else:
        chosen = _filed(papers, filed, config, jobs)
    return replace(chosen, diagnostics=(*misread, *chosen.diagnostics))


def are_discovered(config: Config) -> bool:
    """Tell whether topics are found in the papers, and not taken from a file or a pack."""
    written = config.topics.pack or (config.root / config.topics.file).exists()
    return config.topics.discover or not written


def topic_sources(papers: Iterable[Paper], config: Config) -> TopicSources:
    """Return by what ``choose_topics`` gives these papers their topics."""
    if are_discovered(config):
        return TopicSources(model=discovered_model(papers, config))
    if config.topics.pack:
        known = config.topics.pack == MACHINE_LEARNING
        return TopicSources(model=pack_model() if known else None, both=True)
    kept, _ = load_state(config)
    return TopicSources(model=unedited(kept, load_taxonomy(config)[0]) if kept else None)


def discovered_model(papers: Iterable[Paper], config: Config) -> TopicModel | None:
    """Return the topics that were kept, else those that are in the papers no editor placed."""
    kept, _ = load_state(config)
    return kept or discover(paper for paper in papers if not paper.topics)


def load_state(config: Config) -> tuple[TopicModel | None, tuple[Diagnostic, ...]]:
    """Return the topics that were kept, if any were; a file that cannot be used is reported."""
    try:
        text = (config.root / STATE_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, ()
    except (OSError, UnicodeDecodeError) as error:
        return None, (unusable(error, STATE_FILE),)
    return read_state(text, STATE_FILE)


def _discovered(papers: Sequence[Paper], filed: Sequence[Topic], config: Config) -> TopicAssignment:
    """Return topics by the kept state, or found now in the papers that no editor placed."""
    described = {topic.id: topic for topic in filed}
    named = tuple(described.get(topic.id, topic) for topic in named_by_editors(papers))
    model, problems = load_state(config)
    kept = model is not None
    if model is None:
        model = discover(paper for paper in papers if not paper.topics)
    if model is None:
        found = assign_topics(papers, named, config.topics.limit) if named else _without(papers)
        return TopicAssignment(
            scores=found.scores,
            taxonomy=found.taxonomy,
            diagnostics=(*problems, *(() if named else (_too_few(papers),))),
        )
    names = {topic.id for topic in named}
    taxonomy = (*named, *(topic for topic in model.topics if topic.id not in names))
    scores = topics_by_model(papers, model, config.topics.limit)
    assignment = _with_editors(papers, taxonomy, scores, config.topics.limit)
    found_now = () if kept else (_not_kept(len(model.centres)),)
    return replace(
        assignment,
        diagnostics=(*problems, *found_now, *assignment.diagnostics),
        former=_former(model, assignment) if kept else {},
    )


def _filed(
    papers: Sequence[Paper], filed: Sequence[Topic], config: Config, jobs: int
) -> TopicAssignment:
    """Return topics by the file; those of a kept state that it leaves alone, by their centres."""
    limit = config.topics.limit
    kept, problems = load_state(config)
    model = unedited(kept, filed) if kept else None
    if model is None or not model.centres:
        chosen = assign_topics(papers, filed, limit, jobs)
    else:
        worded = [topic for topic in filed if topic.id not in model.centres]
        learned = topics_by_model(papers, model, limit)
        scores = _merged_all(_ruled(papers, worded, limit), learned, limit)
        chosen = _with_editors(papers, tuple(filed), scores, limit)
    former = _former(kept, chosen) if kept else {}
    return replace(chosen, diagnostics=(*problems, *chosen.diagnostics), former=former)


def _former(kept: TopicModel, chosen: TopicAssignment) -> Mapping[str, str]:
    return successors(kept, {entry.topic for own in chosen.scores.values() for entry in own})


def _packed(papers: Sequence[Paper], filed: Sequence[Topic], config: Config) -> TopicAssignment:
    own = {topic.id for topic in filed}
    taxonomy = (*filed, *(t for t in pack_topics(config.topics.pack) if t.id not in own))
    limit = config.topics.limit
    if config.topics.pack != ARXIV:
        scores = topics_by_pack(papers, taxonomy, limit)
    else:
        coded = topics_by_category(papers, taxonomy, limit)
        scores = _merged_all(_ruled(papers, filed, limit), coded, limit)
    return _with_editors(papers, taxonomy, scores, limit)


def _ruled(
    papers: Iterable[Paper], topics: Sequence[Topic], limit: int
) -> Iterator[tuple[TopicScore, ...]]:
    matcher = TermMatcher(topics)
    return (sure_topics(matcher.score(paper_words(paper)), topics, limit) for paper in papers)


def _merged_all(
    first: Iterable[Sequence[TopicScore]], second: Iterable[Sequence[TopicScore]], limit: int
) -> list[tuple[TopicScore, ...]]:
    """Return each paper's first topics, then those second ones that are not among them."""
    merged = []
    for before, after in zip(first, second, strict=True):
        known = {entry.topic for entry in before}
        merged.append((*before, *(entry for entry in after if entry.topic not in known))[:limit])
    return merged


def _with_editors(
    papers: Sequence[Paper],
    taxonomy: tuple[Topic, ...],
    scores: Iterable[tuple[TopicScore, ...]],
    limit: int,
) -> TopicAssignment:
    """Return the scores, those that editors gave instead where they did, and what fits nowhere."""
    known = {topic.id: topic for topic in taxonomy}
    final = {
        paper.id: by_editors(paper, known, limit) or entries
        for paper, entries in zip(papers, scores, strict=True)
    }
    lost = [paper for paper in papers if not final[paper.id]]
    unknown = [problem for paper in papers for problem in unknown_topics(paper, known)]
    return TopicAssignment(
        scores=final,
        taxonomy=taxonomy,
        diagnostics=(*unknown, *((_fits_nowhere(lost, len(papers)),) if lost else ())),
    )


def _without(papers: Iterable[Paper]) -> TopicAssignment:
    return TopicAssignment(scores={paper.id: () for paper in papers}, taxonomy=(), diagnostics=())


def _too_few(papers: Sequence[Paper]) -> Diagnostic:
    if len(papers) < LEAST_PAPERS:
        message = (
            f"the site has no topics: there is no topics file, and {len(papers)} papers are too "
            f"few to discover any; {LEAST_PAPERS} are needed"
        )
    else:
        message = "the site has no topics: no two papers speak of the same things"
    hint = "write seeds/topics.yaml, or set pack in [topics] of site.toml"
    return Diagnostic(code="U085", severity=Severity.NOTE, message=message, hint=hint)


def _not_kept(count: int) -> Diagnostic:
    return Diagnostic(
        code="U086",
        severity=Severity.NOTE,
        message=f"{count} topics were discovered, and may change when papers are added",
        hint="keep them: python -m generator topics --write",
    )


def _fits_nowhere(lost: Sequence[Paper], count: int) -> Diagnostic:
    where = lost[0].origins[0].location if lost[0].origins else None
    return Diagnostic(
        code="U088",
        severity=Severity.NOTE,
        message=f"{len(lost)} of {count} papers fit no topic, for example {lost[0].title!r}",
        location=where,
        hint="see python -m generator topics, or give the papers topics",
    )
