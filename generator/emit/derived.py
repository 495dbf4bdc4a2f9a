"""What the site derived about a paper, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.enrichment import Enrichment, Statement
from generator.model.paper import PaperId


def derived_facts(
    enrichment: Enrichment, topic_names: Mapping[str, str], slugs: Mapping[PaperId, str]
) -> dict[str, object]:
    """Return topics, statements, names and neighbours, with the names that ``export`` promises.

    Args:
        enrichment: Of the paper.
        topic_names: By topic id.
        slugs: Page slug by paper id.
    """
    facts = enrichment.facts
    place = enrichment.position
    return {
        "topics": [
            {"slug": entry.topic, "name": topic_names[entry.topic]} for entry in enrichment.topics
        ],
        "tldr": {
            "contribution": _text(enrichment.contribution),
            "result": _text(enrichment.result),
            "origin": enrichment.contribution.origin.value if enrichment.contribution else None,
        },
        "summary": enrichment.contribution.brief if enrichment.contribution else None,
        "system_name": facts.system.text if facts.system else None,
        "acronym_expansion": facts.expansion.text if facts.expansion else None,
        "headline_result": [fact.text for fact in facts.headline],
        "datasets_or_benchmarks": [fact.text for fact in facts.benchmarks],
        "released": facts.released.value,
        "related": [slugs[related.paper] for related in enrichment.related],
        "position": [place.x, place.y] if place else None,
    }


def _text(statement: Statement | None) -> str | None:
    return statement.text if statement else None
