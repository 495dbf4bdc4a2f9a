"""A template in one piece renders what it renders in pieces, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, Template

from generator.render.environment import MANY, TemplateEnvironment, make_environment
from generator.render.flat import flat_template
from tests.render.contexts import TEMPLATES, make_config, make_page, make_site

BASE = (
    "{% set head = page %}<t>{% block title %}{{ head }}{% endblock %}</t>"
    "{% block main %}{% endblock %}"
)
MIDDLE = (
    "{% extends 'base' %}{% block main %}<m>{% block inner %}one{% endblock %}</m>{% endblock %}"
)


def rendered(**templates: str) -> tuple[str, str | None]:
    """Return what ``page`` renders in pieces, and in one."""
    environment = Environment(
        autoescape=True, loader=DictLoader({"base": BASE, "middle": MIDDLE, **templates})
    )
    whole = flat_template(environment, "page")
    values = {"page": "<p>", "rows": [1, 2]}
    pieces = environment.get_template("page").render(values)
    return pieces, whole.render(values) if whole else None


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_shipped_page_has_one_piece_that_renders_the_same(kind: str) -> None:
    environment = make_environment(make_config(Path("/nowhere")))
    page, site = make_page(kind), make_site()
    whole = flat_template(environment, page.template)
    assert whole is not None
    context = page.context()
    expected = environment.get_template(page.template).render(site=site, page=context)
    assert whole.render(site=site, page=context) == expected


@pytest.mark.parametrize(
    "page",
    [
        "no parent {{ page }}",
        "{% extends 'base' %}\n{% set x = 1 %}\n{% block main %}{{ x }}{{ head }}{% endblock %}\n",
        "{% extends 'middle' %}{% block inner %}two{% endblock %}{% block title %}t{% endblock %}",
        "{% extends 'base' %}{% block main %}{% include 'part' %}{{ y is defined }}{% endblock %}",
        "{% extends 'base' %}{% from 'm' import m %}{% block main %}{{ m(page) }}{% endblock %}",
        "{% extends 'base' %}{% block main %}{% for r in rows %}{% include 'part' %}{% endfor %}"
        "{% set z = 1 %}{{ z }}{% endblock %}",
    ],
)
def test_pieces_are_joined(page: str) -> None:
    part = "{% set y = 2 %}({{ page }}{{ y }}{{ r }})"
    macros = "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}"
    pieces, whole = rendered(page=page, part=part, m=macros)
    assert whole == pieces


@pytest.mark.parametrize(
    "page",
    [
        "{% extends 'base' %}{% block title %}{{ super() }}!{% endblock %}",
        "{% extends 'base' %}{% block main %}{{ self.title() }}{% endblock %}",
        "{% extends 'ba' ~ 'se' if rows else 'middle' %}",
        "{% if rows %}{% extends 'base' %}{% endif %}",
        "{% extends 'base' %}{% if rows %}{% block main %}two{% endblock %}{% endif %}",
    ],
)
def test_what_cannot_be_joined_stays_in_pieces(page: str) -> None:
    pieces, whole = rendered(page=page)
    assert whole in {None, pieces}


def test_an_include_of_itself_is_left_alone() -> None:
    page = "{% include 'tree' %}"
    tree = "{{ rows | length }}{% if rows %}{% set rows = [] %}{% include 'tree' %}{% endif %}"
    pieces, whole = rendered(page=page, tree=tree)
    assert whole == pieces


def test_the_pieces_of_a_page_are_joined_once_and_only_for_many_pages() -> None:
    environment = make_environment(make_config(Path("/nowhere")))
    first = environment.page_template("pages/page.html")
    assert environment.page_template("pages/page.html") is first
    once = needed_by_many(environment)
    assert once is not first
    assert environment.page_template("pages/page.html") is once


def needed_by_many(environment: TemplateEnvironment) -> Template:
    for _ in range(MANY):
        environment.page_template("pages/page.html")
    return environment.page_template("pages/page.html")


def test_a_page_that_cannot_be_joined_is_rendered_in_pieces(tmp_path: Path) -> None:
    page = tmp_path / "theme/templates/pages/page.html"
    page.parent.mkdir(parents=True)
    text = "{% extends 'default/pages/page.html' %}{% block main %}[{{ super() }}]{% endblock %}"
    page.write_text(text, encoding="utf-8")
    environment = make_environment(make_config(tmp_path, "theme"))
    context = make_page("page").context()
    html = needed_by_many(environment).render(site=make_site(), page=context)
    assert "<main" in html
    assert "[" in html
