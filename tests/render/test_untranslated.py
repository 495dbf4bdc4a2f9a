"""No template says anything to a reader but through the catalogues."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.resources import shipped

TEMPLATES = sorted(shipped("templates").rglob("*.html"))

WORD = re.compile(r"[^\W\d_]{2,}")
TAG = re.compile(r"<[^>]*>")
UNSEEN = re.compile(r"<(style|kbd)\b.*?</\1>|<!--.*?-->|&\w+;|url\([^)]*\)", re.DOTALL)
SAID = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"')
CONSTANT = re.compile(r"[A-Z][a-z]")
NAMES = {"Markdown", "article"}
"""What is called the same in every language, and a value of Open Graph."""


def visible(source: str) -> list[str]:
    """Return the words of a template's own text that a reader would see or hear."""
    tree = Environment(autoescape=True).parse(source)
    # Where an expression stands, a mark: a tag may go on behind it.
    text = "".join(
        part.data if isinstance(part, nodes.TemplateData) else "\x00"
        for output in tree.find_all(nodes.Output)
        for part in output.nodes
    )
    text = UNSEEN.sub(" ", text)
    constants = (str(const.value) for const in tree.find_all(nodes.Const))
    said = [*SAID.findall(text), TAG.sub(" ", text), *filter(CONSTANT.search, constants)]
    return [word for part in said for word in WORD.findall(part) if word not in NAMES]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_words_of_its_own(path: Path) -> None:
    assert visible(path.read_text(encoding="utf-8")) == []


def test_words_are_seen_wherever_they_stand() -> None:
    assert visible('<p class="a">Some <b>{{ x }}</b> {% if y %}more{% endif %}</p>') == [
        *("Some", "more")
    ]
    assert visible('<a aria-label="Close {{ x }}" href="a/b">{{ "k.v" | t }}</a>') == ["Close"]
    assert visible('<h2>{{ "Issues" if x else "k.v" | t }}</h2>') == ["Issues"]
    assert visible("<kbd>Esc</kbd><style>p { color: red }</style>") == []
