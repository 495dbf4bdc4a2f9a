"""Templates print what Jinja's own code would print."""

from __future__ import annotations

from pathlib import Path

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
