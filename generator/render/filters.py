"""The Jinja filters that templates can use beside Jinja's own."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from generator.config.language import paper_attributes
from generator.config.schema import Config
from generator.text.mathml import math_html

_HTML = "_html"


def shipped_filters(config: Config) -> dict[str, Callable[..., object]]:
    """Return every shipped filter by the name templates know it by.

    Jinja applies a filter with constant arguments once, when it compiles a template, so a plain
    phrase costs nothing when a page is rendered.
    """
    language = config.language
    attributes = _attributes(config)

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
        "lang_of": attributes.__getitem__,
    }


def _attributes(config: Config) -> dict[str, Markup]:
    """Return the attributes for text of papers, and those for the interface's amid it."""
    of_papers = paper_attributes(config.site, config.language)
    language = config.language
    of_interface = {"lang": language.tag} if "lang" in of_papers else {}
    if "dir" in of_papers:
        of_interface["dir"] = language.direction
    return {"papers": _written(of_papers), "interface": _written(of_interface)}


def _written(attributes: dict[str, str]) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(*pair) for pair in attributes.items())
