from __future__ import annotations

from generator.curate.lots import lot


def test_a_lot_is_the_same_in_every_build() -> None:
    assert lot("otters-draw-maps") == 2837113004


def test_lots_are_spread_evenly() -> None:
    low = sum(lot(f"paper-{n}") < 2**31 for n in range(1000))
    assert 400 < low < 600


def test_any_text_has_a_lot() -> None:
    assert 0 <= lot("\ud800") < 2**32
