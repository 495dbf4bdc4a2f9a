from __future__ import annotations

from generator.emit.cards.colours import Colours, theme_colours
from generator.resources import shipped


def test_the_shipped_theme_states_every_colour() -> None:
    colours = theme_colours((shipped("static") / "css/tokens.css").read_text(encoding="utf-8"))
    assert len(set(colours.hues)) == 12
    assert colours == Colours(hues=colours.hues)


def test_a_theme_may_write_one_colour_for_light_and_dark() -> None:
    style = ":root{--ink:#102030;--ground: light-dark(#FFFFFF, #000000);--hue-0:#abcdef}"
    colours = theme_colours(style + "@media print{:root{--ink:#000000}}")
    assert colours.of(0) == ("#ffffff", "#878f97", "#102030", "#abcdef")


def test_what_is_written_in_another_way_takes_the_default() -> None:
    assert theme_colours(":root{--ink:oklch(40% 0 0);--hue-1:#ababab}") == Colours()


def test_without_a_topic_the_colour_is_the_accent() -> None:
    assert Colours(leaf="#111111", hues=("#222222",)).of(-1)[3] == "#111111"
