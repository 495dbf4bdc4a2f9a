from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Template

from generator.language.language import Language
from generator.render.compiled import CompiledTemplates
from generator.render.environment import TemplateEnvironment, make_environment
from tests.factories import make_config as plain_config
from tests.render.contexts import make_config, make_page, make_site

PAGE = "{% extends 'default/pages/page.html' %}{% block main %}WORD{% endblock %}"


def write(project: Path, word: str) -> None:
    page = project / "theme/templates/pages/page.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(PAGE.replace("WORD", word), encoding="utf-8")


def rendered(environment: TemplateEnvironment) -> str:
    template = environment.get_template("pages/page.html")
    return template.render(site=make_site(), page=make_page("page").context())


def test_a_template_is_compiled_once_for_many_builds_and_again_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def watched(self: TemplateEnvironment, *given: Any, **options: Any) -> str:
        asked.append(given[1])
        return generate(self, *given, **options)

    generate = TemplateEnvironment._generate
    monkeypatch.setattr(TemplateEnvironment, "_generate", watched)
    compiled = CompiledTemplates()
    for word, expected in (("otters", None), ("otters", []), ("beavers", ["pages/page.html"])):
        write(tmp_path, word)
        asked.clear()
        html = rendered(make_environment(make_config(tmp_path, "theme"), compiled=compiled))
        assert word in html
        assert expected is None or asked == expected
    fresh = rendered(make_environment(make_config(tmp_path, "theme")))
    assert html == fresh


def names_prepared(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    environment = make_environment(make_config(project, "theme"), compiled=CompiledTemplates())
    find = environment.get_template

    def watched(name: str) -> Template:
        asked.append(name)
        return find(name)

    monkeypatch.setattr(environment, "get_template", watched)
    CompiledTemplates.prepare(environment)
    return asked


def test_of_a_replaced_template_the_shipped_one_is_prepared_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "otters")
    asked = names_prepared(tmp_path, monkeypatch)
    assert len(asked) == len(set(asked))
    assert [name for name in asked if name.startswith("default/")] == ["default/pages/page.html"]


def test_code_that_travels_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    there = CompiledTemplates()
    there.prepare(make_environment(plain_config(), compiled=there))
    here: CompiledTemplates = pickle.loads(pickle.dumps(there))  # noqa: S301 # our own
    page = make_page("page").context()

    def refused(*_: object, **__: object) -> str:
        raise AssertionError("compiled again")

    monkeypatch.setattr(TemplateEnvironment, "_generate", refused)
    html = make_environment(plain_config(), compiled=here).get_template("pages/page.html")
    assert html.render(site=make_site(), page=page).startswith("<!doctype html>")


def test_templates_are_prepared_beside_one_that_is_broken(tmp_path: Path) -> None:
    write(tmp_path, "{% if %}")
    compiled = CompiledTemplates()
    environment = make_environment(make_config(tmp_path, "theme"), compiled=compiled)
    compiled.prepare(environment)
    assert "base.html" in environment.list_templates()


def test_another_language_compiles_templates_anew() -> None:
    compiled = CompiledTemplates()
    for tag, title in (("en", "Topics"), ("de", "Themen"), ("en", "Topics")):
        config = dataclasses.replace(plain_config(), language=Language(tag=tag, shipped=tag))
        environment = make_environment(config, compiled=compiled)
        assert f">{title}</h1>" in environment.get_template("pages/topics.html").render(
            site=make_site(), page=make_page("topics").context()
        )
