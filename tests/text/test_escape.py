from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.text.escape import escaped, printed


@given(st.text())
def test_text_is_escaped_as_markupsafe_does_it(text: str) -> None:
    assert escaped(text) == escape(text)
    assert printed(text) == escape(text)


@pytest.mark.parametrize("value", [Markup("<b>é</b>"), 7, 0.5, None, ("<", ">"), [Markup("<i>")]])
def test_a_value_is_printed_as_markupsafe_does_it(value: object) -> None:
    assert printed(value) == escape(value)


def test_what_knows_its_own_html_is_printed_so() -> None:
    class Shown:
        def __html__(self) -> str:
            return "<hr>"

    assert printed(Shown()) == "<hr>"
