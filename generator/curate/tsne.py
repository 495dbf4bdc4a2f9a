"""t-SNE: places in the plane so that what is alike lies together.

Method: van der Maaten & Hinton 2008, Visualizing data using t-SNE. Attraction is summed over pairs
that are alike only. Repulsion is exact for few points; for many it is read from a grid, as the
slope of the potential that all points make together (after Linderman et al. 2019, Fast
interpolation-based t-SNE), so that a step costs in proportion to points and pairs.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Shorts = NDArray[np.int32]

_EXACT_UP_TO = 300
_CELL = 0.5
_GRIDS = (64, 128, 256, 512)
_GRAVITY = 0.02
_SMALLEST = 1e-12
_BLOCK = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Which points attract each other: both directions of each pair, sorted by the first.

    Attributes:
        starts: Where the entries of each point begin; every point has at least one.
        others: The point attracted to, for each entry.
        shares: How strongly; all together 1.
    """

    starts: Integers
    others: Shorts
    shares: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of the descent.

    Attributes:
        steps: How many.
        exaggeration: Attraction counts this many times.
        momentum: Share of the last step that goes on, 0 to 1.
    """

    steps: int
    exaggeration: float
    momentum: float


def settle(places: Floats, pairs: Pairs, phases: tuple[Phase, ...], rate: float) -> Floats:
    """Return the places after a descent that starts from them, centred on 0.

    The steps of a coordinate grow while its slope keeps its sign and shrink when that changes
    (Jacobs 1988, Increased rates of convergence through learning rate adaptation).
    """
    step = np.zeros_like(places)
    gains = np.ones_like(places)
    for phase in phases:
        for _ in range(phase.steps):
            slope = _slope(places, pairs, phase.exaggeration)
            gains = np.where(slope * step < 0.0, gains + 0.2, np.maximum(gains * 0.8, 0.01))
            step = phase.momentum * step - rate * gains * slope
            places = places + step
            places = places - places.mean(axis=0)
    return places


def balance(places: Floats, pairs: Pairs, scale: float) -> float:
    """Return how much the points push outwards at this scale: under 0 when they pull inwards."""
    scaled = places * scale
    return -float((_slope(scaled, pairs, 1.0) * scaled).sum())


def _slope(places: Floats, pairs: Pairs, exaggeration: float) -> Floats:
    repulsion = _exact_repulsion if len(places) <= _EXACT_UP_TO else _grid_repulsion
    inward = _GRAVITY / len(places) ** 2 * places  # else what nothing attracts would drift off
    return 4.0 * (exaggeration * _attraction(places, pairs) - repulsion(places) + inward)


def _attraction(places: Floats, pairs: Pairs) -> Floats:
    flat = np.ascontiguousarray(places.T, dtype=np.float32)
    total = np.empty_like(places)
    ends = np.append(pairs.starts, len(pairs.others))
    for start in range(0, len(places), _BLOCK):
        points = slice(start, start + _BLOCK)
        bounds = ends[start : start + _BLOCK + 1]
        entries, counts, starts = slice(bounds[0], bounds[-1]), np.diff(bounds), bounds[:-1]
        others = pairs.others[entries]
        across, along = (np.repeat(line[points], counts) - line[others] for line in flat)
        force = pairs.shares[entries] / (1.0 + across * across + along * along)
        for side, apart in enumerate((across, along)):
            total[points, side] = np.add.reduceat(force * apart, starts - bounds[0])
    return total


def _exact_repulsion(places: Floats) -> Floats:
    flat = places.astype(np.float32)
    x = flat[:, :1] - flat[:, 0]
    y = flat[:, 1:] - flat[:, 1]
    near = 1.0 / (1.0 + x * x + y * y)
    total = float(near.sum(dtype=np.float64)) - len(places)
    near *= near
    force: Floats = np.stack([(near * x).sum(axis=1), (near * y).sum(axis=1)], axis=1)
    return force / max(total, _SMALLEST)


def _grid_repulsion(places: Floats) -> Floats:
    """Return half the slope of the potential, read between the grid points around each point."""
    size, cell = _grid(places)
    spots = places / cell + size / 4
    corners = np.floor(spots).astype(np.int64)
    upper = spots - corners
    lower = 1.0 - upper
    cells = corners[:, 0] * size + corners[:, 1]
    around = (
        (cells, lower[:, 0] * lower[:, 1]),
        (cells + 1, lower[:, 0] * upper[:, 1]),
        (cells + size, upper[:, 0] * lower[:, 1]),
        (cells + size + 1, upper[:, 0] * upper[:, 1]),
    )
    mass = sum(np.bincount(where, weights=part, minlength=size * size) for where, part in around)
    spectrum = np.fft.rfft2(np.reshape(mass, (size, size))) * _kernel(size, cell)
    field = np.fft.irfft2(spectrum, (size, size)).ravel()
    total = sum(float(part @ field[where]) for where, part in around) - len(places)
    slopes = [
        sum(part * (field[where + step] - field[where - step]) for where, part in around)
        for step in (size, 1)
    ]
    return np.stack(slopes, axis=1) / (-4 * cell * max(total, _SMALLEST))


def _grid(places: Floats) -> tuple[int, float]:
    """Return a grid's side in cells and the size of a cell; points lie in its middle half."""
    width = 2.0 * float(np.abs(places).max()) + 2.0
    size = next((size for size in _GRIDS if size * _CELL >= 2 * width), _GRIDS[-1])
    return size, max(_CELL, 2 * width / size)


@lru_cache(maxsize=8)
def _kernel(size: int, cell: float) -> NDArray[np.complex128]:
    """Return the spectrum of the potential of one point, on a grid that wraps around."""
    apart = np.minimum(np.arange(size), size - np.arange(size)) * cell
    spectrum: NDArray[np.complex128] = np.fft.rfft2(1.0 / (1.0 + apart[:, None] ** 2 + apart**2))
    return spectrum
