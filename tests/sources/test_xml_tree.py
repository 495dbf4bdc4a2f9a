from __future__ import annotations

import pytest

from generator.sources.xml_tree import read_xml
from tests.sources.seeds import found, make_seed


def text_in(xml: str) -> str:
    root = read_xml(make_seed(xml, "seeds/a.xml")).root
    assert root is not None
    return "".join(str(text) for text in root.itertext())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Gar&ccedil;on &amp; fille", "Garçon & fille"),
        ("2 &lt; 3, &LT;b&GT;", "2 < 3, <b>"),
        ("&#233;&#xE9;", "éé"),
        ("a&#xD800;b&#0;c&#x1F;d&#99999999999;e&#xFFFF;f", "abcdef"),
        ("&#x1F9A6; &#129446;", "🦦 🦦"),
        ("a\x00b\x1bc", "abc"),
    ],
)
def test_characters_are_read_in_every_spelling(written: str, read: str) -> None:
    assert text_in(f"<t>{written}</t>") == read


def test_entities_of_the_file_are_not_expanded_and_lines_stay() -> None:
    bomb = '<!DOCTYPE t [\n<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;">\n]>\n'
    document = read_xml(make_seed(f'<?xml version="1.0"?>\n{bomb}<t>\n<p>x &b; y</p></t>'))
    assert document.root is not None
    assert "aaaa" not in "".join(str(text) for text in document.root.itertext())
    assert [str(element.sourceline) for element in document.root] == ["7"]
    assert {code for code, _ in found(document.diagnostics)} == {"S062"}


def test_what_precedes_a_fault_is_read() -> None:
    document = read_xml(make_seed("<t>\n<p>one</p>\n<p>two</q>\n</t>"))
    assert document.root is not None
    assert [element.text for element in document.root][:2] == ["one", "two"]
    assert found(document.diagnostics)[0] == ("S062", 3)


@pytest.mark.parametrize("text", ["", "no XML", "<", "<?xml version='1.0'?>", "<!-- only -->"])
def test_what_is_no_xml_is_reported(text: str) -> None:
    document = read_xml(make_seed(text))
    assert document.root is None or document.diagnostics
    assert document.diagnostics
