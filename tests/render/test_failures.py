"""A broken template names its file, its line and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Diagnostic, InputError
from generator.plan.site_plan import Page
from generator.render.environment import TemplateEnvironment, make_environment
from generator.render.renderer import render_page
from tests.render.contexts import make_config, make_page, make_site


def environment_with(root: Path, **templates: str) -> TemplateEnvironment:
    for name, text in templates.items():
        path = root / "theme" / "templates" / "pages" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return make_environment(make_config(root, "theme"))


def render(environment: TemplateEnvironment, page: Page) -> None:
    render_page(environment, page, page.context(), make_site())


def failure_of(root: Path, template: str) -> Diagnostic:
    with pytest.raises(InputError) as caught:
        render(environment_with(root, page=template), make_page("page"))
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def test_a_misspelt_field_is_named_with_its_line_and_the_likely_field(tmp_path: Path) -> None:
    found = failure_of(tmp_path, "<p>one</p>\n<p>{{ page.title_ }}</p>\n")
    assert found.code == "R002"
    assert str(found.location) == "theme/templates/pages/page.html:2"
    assert "title_" in found.message
    assert "did you mean 'title'?" in found.hint


def test_an_unknown_variable_is_an_error_not_an_empty_text(tmp_path: Path) -> None:
    found = failure_of(tmp_path, "{{ zebra }}")
    assert (found.code, str(found.location)) == ("R002", "theme/templates/pages/page.html:1")
    assert "docs/templates.md" in found.hint


def test_a_name_that_is_spelt_right_but_not_at_hand_is_not_suggested(tmp_path: Path) -> None:
    assert "did you mean 'issue'" not in failure_of(tmp_path, "{{ issue }}").hint


def test_a_failure_in_a_block_of_an_extending_template_has_its_own_line(tmp_path: Path) -> None:
    text = '{% extends "base.html" %}\n\n{% block main %}\n{{ page.nothing }}\n{% endblock %}\n'
    assert str(failure_of(tmp_path, text).location) == "theme/templates/pages/page.html:4"


def test_a_syntax_error_is_located(tmp_path: Path) -> None:
    found = failure_of(tmp_path, "fine\n{% if page %}\n")
    assert (found.code, str(found.location)) == ("R001", "theme/templates/pages/page.html:2")


def test_an_expression_that_raises_is_located(tmp_path: Path) -> None:
    found = failure_of(tmp_path, "fine\n\n{{ 1 // 0 }}\n")
    assert (found.code, str(found.location)) == ("R004", "theme/templates/pages/page.html:3")
    assert "ZeroDivisionError" in found.message


def test_a_template_that_includes_a_missing_one_names_both(tmp_path: Path) -> None:
    found = failure_of(tmp_path, "fine\n{% include 'partials/nowhere.html' %}\n")
    assert (found.code, str(found.location)) == ("R003", "theme/templates/pages/page.html:2")
    assert "partials/nowhere.html" in found.message


def test_a_page_whose_template_does_not_exist_is_reported(tmp_path: Path) -> None:
    page = make_page("page", template="pages/nowhere.html")
    with pytest.raises(InputError, match=r"pages/nowhere\.html: error R003"):
        render(environment_with(tmp_path), page)
