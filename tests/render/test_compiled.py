from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

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
