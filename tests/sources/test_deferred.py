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


@pytest.mark.parametrize("text", ["", "Otters\n\nOtters swim.", "\n" * 2000])
def test_files_of_no_sign_are_no_files_of_deferred_readers(text: str) -> None:
    assert not any(source.detects(make_seed(text)) for source in deferred())


@pytest.mark.parametrize("before", ["", "\n\n  ", "\ufeff", " \ufeff\n"])
def test_blanks_and_marks_before_the_sign_do_not_matter(before: str) -> None:
    feed = Deferred("paper-feed", "paper_feed:PaperFeed", MARKUP)
    text = '<rss version="2.0"><channel></channel></rss>'
    assert feed.detects(make_seed(before + text)) is feed.reader().detects(make_seed(before + text))
    assert not Deferred("x", "no_such:Reader", JSON).detects(make_seed(before + text))


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("otters.md", "---\ntitle: Otters\nabstract: Otters swim.\n---\n", "markdown"),
        ("otters.txt", "@article{otter,\n  title = {Otters}\n}\n", "bibtex"),
        ("otters.txt", "TY  - JOUR\nTI  - Otters\nER  - \n", "ris"),
        ("otters.yml", "- title: Otters\n  abstract: Otters swim.\n", "yaml"),
    ],
)
def test_a_file_with_a_sign_is_read_by_whom_the_sign_tells_of(
    name: str, text: str, reader: str
) -> None:
    found = [source.name for source in deferred() if source.detects(make_seed(text, name))]
    assert found[0] == reader


def test_names_and_words_that_are_no_signs_load_nothing() -> None:
    seed = make_seed("Otters swim: a paper of quality", "otters.txt")
    assert not Deferred("x", "no_such:Reader", suffixes=(".md",)).detects(seed)
    assert not Deferred("x", "no_such:Reader", words=("Paper:", "TY ")).detects(seed)


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
