"""The Jinja filters that templates can use beside Jinja's own."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from generator.language.language import Language
from generator.text.mathml import math_html

_HTML = "_html"


def shipped_filters(language: Language) -> dict[str, Callable[..., object]]:
    """Return every shipped filter by the name templates know it by.

    Jinja applies a filter with constant arguments once, when it compiles a template, so a plain
    phrase costs nothing when a page is rendered.
    """

    def said(key: str, **values: str | int) -> str:
        if not key.endswith(_HTML):
            return language.text(key, **values)
        number = values.get("n")
        found = language.phrase(key, number if isinstance(number, int) else None)
        return Markup(found).format_map(language.shown(values))  # noqa: S704 (a catalogue's)

    return {
        "t": said,
        "names": language.names,
        "grouped": language.grouped,
        "counted": language.counted,
        "math": math_html,
    }
