"""Filters that templates use beside Jinja's own."""

from __future__ import annotations

from collections.abc import Callable

from generator.text.mathml import math_html


def grouped(number: int) -> str:
    """Return the number with a no-break thin space between groups of three digits, from 10,000.

    As the SI brochure (section 5.4.4) has it; four digits stay together.
    """
    return str(number) if abs(number) < 10_000 else f"{number:,}".replace(",", "\u202f")


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return for example ``1 paper``, ``92 papers``; ``plural`` is for nouns that add no s."""
    return f"{grouped(number)} {noun if number == 1 else plural or noun + 's'}"


def shipped_filters() -> dict[str, Callable[..., object]]:
    """Return every shipped filter by the name templates know it by."""
    return {"grouped": grouped, "counted": counted, "math": math_html}
