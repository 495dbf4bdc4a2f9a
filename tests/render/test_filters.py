"""What the shipped filters do in a template."""

from __future__ import annotations

import pytest

from generator.config.site import SiteConfig
from generator.language.language import Language
from generator.render.environment import make_environment
from tests.factories import make_config


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{{ "pages.topics" | t }}', "Topics"),
        ('{{ "frame.curated_by" | t(name="A & B") }}', "Curated by A &amp; B"),
        ('{{ "search.search_papers" | t(n=12345) }}', "Search 12\u202f345 papers"),
        (
            '{{ "frame.moved_html" | t(target="a&b") }}',
            '<a href="a&amp;b">This page has moved.</a>',
        ),
        (
            '{{ 2 | counted("paper") }}, {{ 2 | counted("entry", "entries") }}',
            "2 papers, 2 entries",
        ),
        ('{{ ("dates.weekdays" | names)[0] }}', "Monday"),
    ],
)
def test_phrases_come_from_the_catalogue(template: str, text: str) -> None:
    environment = make_environment(make_config())
    assert environment.from_string(template).render() == text


def test_a_phrase_without_values_is_part_of_the_compiled_template() -> None:
    environment = make_environment(make_config())
    source = environment.compile('<b>{{ "pages.topics" | t }}</b>', raw=True)
    assert "'<b>Topics</b>'" in source


def test_text_of_papers_says_its_language_and_direction_where_they_differ() -> None:
    heading = '<h1{{ "papers" | lang_of }}><i{{ "interface" | lang_of }}>'
    english = make_environment(make_config())
    assert english.from_string(heading).render() == "<h1><i>"
    arabic = make_config(
        language=Language(tag="ar", shipped="ar"), site=SiteConfig(papers_language="en")
    )
    # The inner element's own direction keeps its text out of what "auto" looks at.
    assert make_environment(arabic).from_string(heading).render() == (
        '<h1 lang="en" dir="auto"><i lang="ar" dir="rtl">'
    )
