from __future__ import annotations

from generator.text.holder import Holder


def test_held_pieces_come_back_where_their_places_went() -> None:
    holder = Holder()
    text = f"a {holder.hold('one')} b {holder.hold('two')}"
    assert holder.release(" ".join(reversed(text.split()))) == "two b one a"


def test_two_holders_of_different_planes_do_not_meet() -> None:
    outer, inner = Holder(), Holder(plane=16)
    text = inner.hold(f"[{outer.hold('x')}]") + outer.hold("y")
    assert outer.release(inner.release(text)) == "[x]y"
    assert inner.release(outer.release(text)) != "[x]y"


def test_a_character_that_stands_for_nothing_stays() -> None:
    holder = Holder()
    holder.hold("x")
    assert holder.release("\U000f1234") == "\U000f1234"
