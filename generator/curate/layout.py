"""Where each paper lies on the topic map, so that papers about the same thing lie together.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.curate.affinity import affinities
from generator.curate.likeness import Alike
from generator.curate.map_neighbours import map_neighbours, map_space, space_neighbours
from generator.curate.rows import Singles
from generator.curate.tsne import Floats, Pairs, Phase, balance, settle
from generator.model.enrichment import Position
from generator.model.paper import PaperId

_FEWEST = 5
_MARGIN = 0.02
_KNOWN_SHARE = 0.5
_START = 1e-2
_FRESH = (
    Phase(steps=100, exaggeration=12.0, momentum=0.5),
    Phase(steps=250, exaggeration=1.0, momentum=0.8),
)
_SETTLED = (Phase(steps=25, exaggeration=1.0, momentum=0.5),)
_REFINED = (
    Phase(steps=15, exaggeration=4.0, momentum=0.8),
    Phase(steps=25, exaggeration=1.0, momentum=0.8),
)
_AT_ONCE = 2_000
_ONE_IN = 8
_SCALES = (1.0, 2_000.0)
_HALVINGS = 12


def place_papers(
    papers: Sequence[PaperId],
    alike: Alike,
    previous: Mapping[PaperId, Position] | None = None,
) -> dict[PaperId, Position]:
    """Return a position for each paper, with three decimals.

    Fewer than five papers stand on a circle: there is no neighbourhood to show.

    Args:
        papers: In the order in which they were compared.
        alike: The papers most like each of them.
        previous: Positions of an earlier build. Where at least half of the papers have one, the
            map starts from them and stays much as it was; where all have one, exactly.
    """
    count, before = len(papers), previous or {}
    if count < _FEWEST:
        return dict(zip(papers, _circle(count), strict=True))
    if before.keys() >= set(papers):
        return {paper: before[paper] for paper in papers}
    space = map_space(alike)
    pairs = affinities(*map_neighbours(space, alike))
    known = np.array([paper in before for paper in papers])
    if known.sum() >= _KNOWN_SHARE * count:
        old = [before[paper] for paper in papers if paper in before]
        places = _settled(known, np.array([(at.x, at.y) for at in old]), pairs)
    else:
        places = _framed(_fresh(space, pairs))
    return {
        paper: Position(round(x, 3), round(y, 3))
        for paper, (x, y) in zip(papers, places.tolist(), strict=True)
    }


def _fresh(space: Singles, pairs: Pairs) -> Floats:
    """Return places that depend on no earlier ones, centred on 0.

    Of many papers, one in eight is placed first, and the others are added to those.
    """
    if len(space) <= _AT_ONCE:
        return settle(_start(space.astype(np.float64)), pairs, _FRESH, _rate(len(space)))
    first = np.arange(len(space)) % _ONE_IN == 0
    few = space[first]
    return _added(first, _framed(_fresh(few, affinities(*space_neighbours(few)))), pairs, _REFINED)


def _circle(count: int) -> list[Position]:
    """Return places on a circle, the first at the left; a single one lies in the middle."""
    radius = 0.25 if count > 1 else 0.0
    turns = [2 * math.pi * place / max(count, 1) for place in range(count)]
    return [
        Position(round(0.5 - radius * math.cos(turn), 3), round(0.5 - radius * math.sin(turn), 3))
        for turn in turns
    ]


def _rate(count: int) -> float:
    """Return the size of a step: points over exaggeration (Belkina et al. 2019)."""
    return max(count / 12.0, 12.0)


def _start(space: Floats) -> Floats:
    """Return the two main dimensions, very small; a tiny spiral parts what would coincide."""
    count = len(space)
    places = np.zeros((count, 2))
    places[:, : min(2, space.shape[1])] = space[:, :2]
    places -= places.mean(axis=0)
    turns = np.arange(count) * math.pi * (3 - math.sqrt(5))
    spiral = np.stack([np.cos(turns), np.sin(turns)], axis=1) * (np.arange(count) / count)[:, None]
    return _START * (places / max(float(places.std()), _START) + _START * spiral)


def _framed(places: Floats) -> Floats:
    """Return the places moved and scaled, alike in both directions, into the unit square."""
    low, high = places.min(axis=0), places.max(axis=0)
    scale = (1.0 - 2 * _MARGIN) / max(float((high - low).max()), 1e-9)
    framed: Floats = 0.5 + (places - (low + high) / 2) * scale
    return framed


def _settled(known: NDArray[np.bool_], old: Floats, pairs: Pairs) -> Floats:
    """Return the places after new papers came among those whose places are known."""
    places = _added(known, old, pairs, _SETTLED)
    turn, shrink, shift = _alignment(places[known], old)
    aligned: Floats = np.clip(places @ turn * shrink + shift, 0.0, 1.0)
    return aligned


def _added(
    known: NDArray[np.bool_], old: Floats, pairs: Pairs, phases: tuple[Phase, ...]
) -> Floats:
    """Return all places, after a short descent from the known ones, centred on 0."""
    places = _joined(known, old - old.mean(axis=0), pairs)
    return settle(places * _natural_scale(places, pairs), pairs, phases, _rate(len(places)))


def _joined(known: NDArray[np.bool_], old: Floats, pairs: Pairs) -> Floats:
    """Return all places: each new paper beside the known ones that attract it most."""
    counts = np.diff(np.append(pairs.starts, len(pairs.others)))
    places = np.zeros((len(known), 2))
    places[known] = old
    weights = pairs.shares * known[pairs.others]
    strongest = np.repeat(np.maximum.reduceat(weights, pairs.starts), counts)
    weights = np.where(weights >= strongest / 2, weights, 0.0)
    total = np.maximum(np.add.reduceat(weights, pairs.starts), 1e-300)
    means = np.add.reduceat(weights[:, None] * places[pairs.others], pairs.starts) / total[:, None]
    turns = np.arange(len(known)) * math.pi * (3 - math.sqrt(5))
    beside = means + 1e-3 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    joined: Floats = np.where(known[:, None], places, beside)
    return joined


def _natural_scale(places: Floats, pairs: Pairs) -> float:
    """Return the scale at which attraction and repulsion balance."""
    low, high = _SCALES
    for _ in range(_HALVINGS):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if balance(places, pairs, middle) > 0 else (low, middle)
    return low


def _alignment(places: Floats, old: Floats) -> tuple[Floats, float, Floats]:
    """Return the turn, scale and shift that bring the places nearest to the old ones.

    Orthogonal Procrustes analysis (Schönemann 1966).
    """
    middle, target = places.mean(axis=0), old.mean(axis=0)
    left, sizes, right = np.linalg.svd((places - middle).T @ (old - target))
    turn = left @ right
    scale = float(sizes.sum() / max(((places - middle) ** 2).sum(), 1e-12))
    return turn, scale, target - middle @ turn * scale
