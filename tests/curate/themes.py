"""Invented papers on a few themes, enough for topics to be discovered."""

from __future__ import annotations

from generator.model.paper import Paper
from tests.factories import make_paper

THEMES = {
    "Otter tracking": ("otters", "rivers", "collars", "swimming", "kelp", "whiskers"),
    "Bread baking": ("flour", "yeast", "ovens", "crusts", "dough", "bakers"),
    "Lunar geology": ("craters", "basalt", "regolith", "orbiters", "moonquakes", "lava"),
    "Chess openings": ("gambits", "pawns", "bishops", "castling", "endgames", "knights"),
}


def themed_papers(each: int = 6, *, first: int = 1, keywords: bool = True) -> tuple[Paper, ...]:
    """Return ``each`` papers on every theme; each speaks of its theme and four of its words."""
    papers = []
    for name, words in THEMES.items():
        for number in range(first, first + each):
            one, two, three, four = (words[(number + step) % len(words)] for step in range(4))
            papers.append(
                make_paper(
                    f"{name} with {one} and {two}, part {number}",
                    abstract=f"We study {name.lower()}. The {one} meet {three} near {four}, and "
                    f"{two} follow the {one}.",
                    keywords=(name,) if keywords else (),
                )
            )
    return tuple(papers)
