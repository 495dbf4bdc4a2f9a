"""What a paper names: its system, what is released, benchmarks, and the numbers it reports."""

from __future__ import annotations

from generator.curate.acronyms import find_acronyms
from generator.curate.benchmarks import find_benchmarks
from generator.curate.coined import marked_words
from generator.curate.field_names import FieldNames, shipped_names
from generator.curate.links import find_links
from generator.curate.quantities import find_quantities
from generator.curate.releases import find_release
from generator.curate.system_names import find_system_name
from generator.model.enrichment import Facts, FoundLink
from generator.model.paper import Paper
from generator.text.sentences import Spans, sentence_spans


def find_facts(
    paper: Paper,
    *,
    links: tuple[FoundLink, ...] | None = None,
    spans: Spans | None = None,
    names: FieldNames | None = None,
) -> Facts:
    """Return what a paper's title and abstract name, each with its exact place.

    Args:
        paper: The paper.
        links: The addresses in its abstract; found here when None.
        spans: The sentences of its abstract; found here when None.
        names: Names that a whole field uses; the shipped ones when None.
    """
    known = names or shipped_names()
    abstract = paper.abstract
    spans = sentence_spans(abstract) if spans is None else spans
    marked = tuple(marked_words(abstract))
    acronyms = tuple(find_acronyms(abstract))
    system = find_system_name(paper.title, abstract, marked, acronyms, known.shared)
    own = system.name.text if system else ""
    released, place = find_release(abstract, spans, find_links(paper) if links is None else links)
    return Facts(
        system=system.name if system else None,
        expansion=system.expansion if system else None,
        released=released,
        release_span=place,
        benchmarks=find_benchmarks(abstract, marked, acronyms, known, own),
        headline=find_quantities(abstract, spans),
    )
