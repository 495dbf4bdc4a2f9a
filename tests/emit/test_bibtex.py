from __future__ import annotations

import re

from generator.emit.bibtex import papers_bibtex
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind
from tests.factories import make_paper


def keys(text: str) -> list[str]:
    return re.findall(r"^@\w+\{(.*),$", text, re.MULTILINE)


def test_a_preprint_has_its_eprint() -> None:
    paper = make_paper(
        "LLM Otters & Co",
        abstract="We $x_1$ 5%.\n\nTwo.",
        authors=(
            Author(name="Ada van der Berg", given="Ada", family="van der Berg"),
            Author(name="Martin King Jr.", given="Martin", family="King Jr."),
            Author(name="Team Otter"),
            Author(name="Otters and Friends"),
        ),
        published=PartialDate(2024, 3, 11),
        categories=("cs.CL", "cs.LG"),
        aliases=("arxiv:2402.00001", "doi:10.1000/x"),
        links=(Link(url="https://example.org/a_b#c", kind=LinkKind.PDF),),
    )
    assert papers_bibtex([paper]) == (
        "@misc{vanderberg2024llm,\n"
        "  title = {{LLM} Otters \\& Co},\n"
        "  author = {van der Berg, Ada and King, Jr., Martin and Team Otter"
        " and {Otters and Friends}},\n"
        "  year = {2024},\n"
        "  month = mar,\n"
        "  day = {11},\n"
        "  eprint = {2402.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "  primaryClass = {cs.CL},\n"
        "  categories = {cs.LG},\n"
        "  doi = {10.1000/x},\n"
        "  pdf = {https://example.org/a_b#c},\n"
        "  abstract = {We $x_1$ 5\\%.\n\n  Two.},\n"
        "}\n"
    )


def test_a_venue_makes_an_article_or_a_paper_of_a_conference() -> None:
    text = papers_bibtex([make_paper(venue="ICLR 2025"), make_paper("B", venue="J. Rivers")])
    assert "@inproceedings{" in text
    assert "  booktitle = {ICLR 2025},\n" in text
    assert "@article{" in text
    assert "  journal = {J. Rivers},\n" in text


def test_keys_are_unique_and_do_not_depend_on_the_order() -> None:
    one = make_paper("The Otters", aliases=("arxiv:2402.00001",))
    two = make_paper("Otters Again", aliases=("arxiv:2402.00002",))
    other = make_paper("中文", authors=())
    found = keys(papers_bibtex([one, two, other]))
    assert len(set(found)) == 3
    assert keys(papers_bibtex([other, two, one])) == found[::-1]
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in found[:2])


def test_a_newcomer_does_not_change_the_key_of_an_older_paper() -> None:
    old = make_paper("Otters Here", aliases=("arxiv:2402.00002",), published=PartialDate(2024, 1))
    new = make_paper("Otters There", aliases=("arxiv:2401.00001",), published=PartialDate(2024, 2))
    [alone] = keys(papers_bibtex([old]))
    assert keys(papers_bibtex([new, old]))[1] == alone == "berg2024otters"


def test_nothing_gives_nothing() -> None:
    assert papers_bibtex([]) == ""
