"""The colours of the cards: those of the theme, in light."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"--(ground|ink|leaf|hue-\d+):\s*(?:light-dark\()?\s*(#[0-9a-fA-F]{6})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Colours such as ``#1f5339``; the defaults stand for what a theme writes in another way."""

    ground: str = "#faf7f0"
    ink: str = "#1c1b17"
    leaf: str = "#1f5339"
    hues: tuple[str, ...] = ()

    def of(self, hue: int) -> tuple[str, str, str, str]:
        """Return ground, half ink, ink, and the topic's colour; of no topic, the theme's own."""
        topic = self.hues[hue] if 0 <= hue < len(self.hues) else self.leaf
        return self.ground, _between(self.ground, self.ink), self.ink, topic


def theme_colours(style: str) -> Colours:
    """Return the colours that a style sheet gives its custom properties first."""
    found: dict[str, str] = {}
    for name, colour in _TOKEN.findall(style):
        found.setdefault(name, colour.lower())
    hues: list[str] = []
    while colour := found.pop(f"hue-{len(hues)}", ""):
        hues.append(colour)
    known = {name: found[name] for name in ("ground", "ink", "leaf") if name in found}
    return Colours(hues=tuple(hues), **known)


def _between(one: str, other: str) -> str:
    parts = (int(one[i : i + 2], 16) + int(other[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{part // 2:02x}" for part in parts)
