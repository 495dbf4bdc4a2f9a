"""Templates print what Jinja's own code would print."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.render.environment import make_environment
from tests.render.contexts import make_config

VALUES = {"text": "a<b>'\"&", "safe": Markup("<i>&amp;</i>"), "number": 3, "rows": ["<", ">"]}


@pytest.mark.parametrize(
    "source",
    [
        "{{ text }}{{ safe }}{{ number }}{{ rows }}",
        "{{ text ~ safe }}{{ rows | join(safe) }}{{ '<' }}{{ text | safe }}",
        "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(text) }}{{ m(m(safe)) }}",
        "{% set x %}<u>{{ text }}</u>{% endset %}{{ x }}",
        "{% autoescape false %}{{ text }}{% endautoescape %}{{ text }}",
        "{% filter upper %}{{ text }}{% endfilter %}",
        "{% for row in rows %}{{ row }}{{ loop.index }}{% else %}none{% endfor %}",
        "{% call(x) m2() %}{{ x }}{% endcall %}".replace("m2()", "caller2(text)"),
    ],
)
def test_values_are_printed_as_jinja_prints_them(source: str) -> None:
    helper = "{% macro caller2(x) %}[{{ caller(x) }}]{% endmacro %}"
    plain = Environment(autoescape=True, undefined=StrictUndefined)
    ours = make_environment(make_config(Path("/nowhere")))
    expected = plain.from_string(helper + source).render(VALUES)
    assert ours.from_string(helper + source).render(VALUES) == expected


def test_an_unknown_name_is_an_error() -> None:
    environment = make_environment(make_config(Path("/nowhere")))
    with pytest.raises(UndefinedError):
        environment.from_string("{{ missing }}").render()


@pytest.mark.parametrize(
    "source",
    [
        "{{ row.name }}{{ row.keys }}{{ rows.0 }}",
        "{{ page.nothing | default('none') }}{{ page.nothing is defined }}",
        "{{ page.ſ }}{{ page.class }}",
        "{% macro m(x, y=2) %}{{ x }}{{ y }}{% endmacro %}{{ m('<') }}{{ m(y=1, x=1) }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(*rows[:1]) }}{{ m(row.name) }}",
        "{% macro m() %}{{ text }}{% endmacro %}{% autoescape false %}{{ m() }}{% endautoescape %}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{% set m = text.upper %}{{ m() }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ text }}{% endcall %}",
    ],
)
def test_haste_prints_what_care_prints_or_raises(source: str) -> None:
    environment = make_environment(make_config(Path("/nowhere")))
    values = {**VALUES, "row": {"name": "<n>"}, "page": SimpleNamespace(s="long")}
    careful = outcome(environment.careful, source, values)
    assert outcome(environment, source, values) in {careful, "error"}


def outcome(environment: Environment, source: str, values: dict[str, object]) -> str:
    try:
        return environment.from_string(source).render(values)
    except (AttributeError, UndefinedError):
        return "error"


def test_haste_asks_nobody_for_an_attribute(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = make_environment(make_config(Path("/nowhere")))

    def fail(*_: object) -> None:
        raise AssertionError("Jinja was asked")

    monkeypatch.setattr(type(environment), "getattr", fail)
    page = SimpleNamespace(title="<t>", row=SimpleNamespace(name="n"))
    source = "{{ page.title }}{{ page.row.name }}"
    assert environment.from_string(source).render(page=page) == "&lt;t&gt;n"
