from __future__ import annotations

import subprocess
import sys

import pytest

from generator import builtin
from generator.extend import Registry
from generator.sources.deferred import JSON, MARKUP, Deferred
from tests.sources.seeds import make_seed


def deferred() -> list[Deferred]:
    registry = Registry()
    builtin.register(registry)
    return [source for source in registry.sources if isinstance(source, Deferred)]


@pytest.mark.parametrize("source", deferred(), ids=lambda source: source.name)
def test_a_deferred_reader_is_the_one_it_is_named_after(source: Deferred) -> None:
    assert source.reader().name == source.name
    assert source.about == source.reader().about


@pytest.mark.parametrize("text", ["", "Otters\n\nOtters swim.", "\n" * 2000, "@article{otter,"])
def test_files_of_no_sign_are_no_files_of_deferred_readers(text: str) -> None:
    assert not any(source.detects(make_seed(text)) for source in deferred())


@pytest.mark.parametrize("before", ["", "\n\n  ", "\ufeff", " \ufeff\n"])
def test_blanks_and_marks_before_the_sign_do_not_matter(before: str) -> None:
    feed = Deferred("paper-feed", "paper_feed:PaperFeed", MARKUP)
    text = '<rss version="2.0"><channel></channel></rss>'
    assert feed.detects(make_seed(before + text)) is feed.reader().detects(make_seed(before + text))
    assert not Deferred("x", "no_such:Reader", JSON).detects(make_seed(before + text))


def test_a_pasted_page_loads_no_reader_of_xml_or_json() -> None:
    script = (
        "import sys; from generator import builtin; from generator.extend import Registry; "
        "builtin.register(Registry()); "
        "names = ['generator.sources.crossref', 'generator.sources.acl_xml']; "
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run(  # our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
