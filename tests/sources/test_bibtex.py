from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Link, LinkKind, Status
from generator.sources.bibtex import Bibtex
from tests.sources.readers import names, only, parts, read
from tests.sources.seeds import found, make_seed

ARTICLE = r"""
@article{otter2024,
  title = {{River} Maps of {{Otters}} \& Beavers},
  author = {van der Berg, Ada and King, Jr., Martin and {Team Otter, Inc.} and others},
  journal = {Journal of Rivers},
  year = 2024, month = mar,
  doi = {https://doi.org/10.1000/Otter.1},
  url = {https://example.org/otters},
  keywords = {otters, river maps},
  abstract = {We map rivers.

    They are $x_{1}$ long.},
}
"""


def field(name: str, value: str) -> str:
    return f"@misc{{k, title = {{T}}, {name} = {value}}}"


def test_an_article_is_read_with_all_it_states() -> None:
    paper = only(Bibtex(), ARTICLE)
    assert paper.id == "doi:10.1000/otter.1"
    assert paper.title == "River Maps of Otters & Beavers"
    assert paper.abstract == "We map rivers.\n\nThey are $x_{1}$ long."
    assert names(paper) == ["Ada van der Berg", "Martin King Jr.", "Team Otter, Inc."]
    assert parts(paper.authors[0]) == ("Ada", "van der Berg")
    assert parts(paper.authors[2]) == ("", "")
    assert str(paper.published) == "2024-03"
    assert paper.venue == "Journal of Rivers"
    assert paper.keywords == ("otters", "river maps")
    assert Link(url="https://example.org/otters", kind=LinkKind.PAPER) in paper.links
    assert paper.origins[0].location.line == 2


@pytest.mark.parametrize(
    ("fields", "aliases", "categories"),
    [
        ("eprint = {2402.00001v2}, archivePrefix = {arXiv}, primaryClass = {cs.CL}",
         ("arxiv:2402.00001",), ("cs.CL",)),
        ("eprint = {math/0309136}, eprinttype = {arxiv}", ("arxiv:math/0309136",), ()),
        ("eprint = {1234567}, eprinttype = {jstor}", (), ()),
        ("journal = {arXiv preprint arXiv:2402.00001}", ("arxiv:2402.00001",), ()),
        ("journal = {arXiv:2402.00001 [quant-ph]}", ("arxiv:2402.00001",), ("quant-ph",)),
        ("journal = {CoRR}, volume = {abs/2402.00001}", ("arxiv:2402.00001",), ()),
        ("note = {\\url{https://arxiv.org/abs/2402.00001}}", ("arxiv:2402.00001",), ()),
        ("howpublished = {\\url{https://openreview.net/forum?id=aB_c}}", ("openreview:aB_c",), ()),
        ("pmid = {123}", ("pmid:123",), ()),
        ("doi = {10.1000/a\\_b}", ("doi:10.1000/a_b",), ()),
        ("doi = {http://doi.example.org/10.1000/x}", ("doi:10.1000/x",), ()),
    ],
)  # fmt: skip
def test_identifiers_stand_in_many_places(
    fields: str, aliases: tuple[str, ...], categories: tuple[str, ...]
) -> None:
    paper = read(Bibtex(), f"@misc{{k, title = {{T}}, {fields}}}").papers[0]
    assert paper.aliases == aliases
    assert paper.categories == categories
    assert not (paper.venue and "arXiv" in paper.venue)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = {2024}", "2024"),
        ("year = 2024, month = {7}", "2024-07"),
        ('year = 2024, month = "July~4"', "2024-07-04"),
        ("year = 2024, month = jul # {~4}", "2024-07-04"),
        ("year = {2024}, month = {06--09 Jul}", "2024-07-06"),
        ("date = {2024-03-11}", "2024-03-11"),
        ("date = {2024-03/2024-05}", "2024-03"),
        ("date = {2024-21}", "2024"),
        ("date = {/2024}, year = {1999}", "2024"),
        ("year = {2013-02-21}", "2013-02-21"),
        ("year = {in press}", "None"),
    ],
)
def test_dates_keep_their_precision(fields: str, date: str) -> None:
    assert str(only(Bibtex(), f"@misc{{k, title = {{T}}, {fields}}}").published) == date


def test_an_impossible_date_is_left_out_and_reported() -> None:
    reading = read(Bibtex(), field("date", "{2024-02-30}"))
    assert reading.papers[0].published is None
    assert found(reading.diagnostics) == [("S106", 1)]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        (r"Ku\v{z}el, Radom\'ir and R{\o}nn, Per", ["Radomír Kužel", "Per Rønn"]),
        ("{El Alaoui}, Ahmed", ["Ahmed El Alaoui"]),
        ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("{The Otter and Beaver Team} and Ada Bee", ["The Otter and Beaver Team", "Ada Bee"]),
        ("family=Berg, given=Ada, prefix=van der", ["Ada van der Berg"]),
        ("Petrov, V. and Ivanov, I.", ["V. Petrov", "I. Ivanov"]),
        ("王, 明 AND others", ["明 王"]),
        ("{\\'E}mile Zola", ["Émile Zola"]),
        ("Cy Dee 0001", ["Cy Dee"]),
    ],
)
def test_names_are_read_by_the_rules_of_bibtex(author: str, expected: list[str]) -> None:
    assert names(only(Bibtex(), field("author", f"{{{author}}}"))) == expected


def test_a_list_of_names_parted_by_commas_is_read_and_noted() -> None:
    reading = read(Bibtex(), field("author", "{Ada Bee, Cy Dee, Eve Eff}"))
    assert names(reading.papers[0]) == ["Ada Bee", "Cy Dee", "Eve Eff"]
    assert found(reading.diagnostics) == [("S107", 1)]


def test_strings_and_joined_values_are_put_together() -> None:
    text = '@string{jr = "Journal of " # rv}\n@STRING(rv = {Rivers})\n'
    reading = read(Bibtex(), "@string(rv = {Rivers})\n" + text + field("journal", 'jr # " {II}"'))
    assert reading.papers[0].venue == "Journal of Rivers II"
    assert reading.diagnostics == ()


def test_an_unknown_abbreviation_stands_for_itself_and_is_noted_once() -> None:
    reading = read(Bibtex(), field("journal", "AAAI-91") + "\n" + field("journal", "aaai-91"))
    assert [paper.venue for paper in reading.papers] == ["AAAI-91", "aaai-91"]
    assert found(reading.diagnostics) == [("S102", 1), ("S103", 2)]


def test_a_paper_has_the_year_and_booktitle_of_its_proceedings_but_not_their_doi() -> None:
    text = """@inproceedings{a, title = {Otters}, crossref = {P}}
@proceedings{p, title = {Proceedings of Rivers}, year = 2020, doi = {10.1000/p}}"""
    paper, whole = read(Bibtex(), text).papers
    assert (paper.venue, str(paper.published), paper.aliases) == (
        "Proceedings of Rivers",
        "2020",
        (),
    )
    assert whole.title == "Proceedings of Rivers"


def test_xdata_is_taken_over_and_no_paper_itself() -> None:
    text = "@xdata{x, journaltitle = {Rivers}}\n@article{a, title = {T}, xdata = {x, gone}}"
    reading = read(Bibtex(), text)
    assert [paper.venue for paper in reading.papers] == ["Rivers"]
    assert found(reading.diagnostics) == [("S105", 2)]


def test_entries_that_refer_to_each_other_end() -> None:
    text = "@misc{a, title = {T}, crossref = {b}}\n@misc{b, title = {U}, crossref = {a}}"
    assert len(read(Bibtex(), text).papers) == 2


def test_comments_preambles_and_free_text_are_passed_over() -> None:
    text = r"""% Encoding: UTF-8
@preamble{"\makeatletter \@ifundefined{url}{}{}"}
@comment{jabref-meta: @article{no, title = {Not a Paper}}}
% @article{no, title = {Nor This}}
Mail otter@example.org (or not).
""" + field("year", "2024")
    assert only(Bibtex(), text, "seeds/my.bib").title == "T"


@pytest.mark.parametrize(
    "text",
    [
        "@Article{,\n title = {T}}",
        "@article{title = {T}}",
        "@article{\n key,\n title={T}\n}",
        "@article{key\n title = {T}}",
        '@article(key, title = "T", year = 1999)',
        "@in_proceedings_x{key, title = {T}, }",
        '  @misc{k, title = {T} note = "n"}',
        "@misc{k, title = T}",
    ],
)
def test_odd_spellings_are_understood(text: str) -> None:
    assert [paper.title for paper in read(Bibtex(), text).papers] == ["T"]


@pytest.mark.parametrize(
    ("broken", "title"),
    [
        ("@misc{a, title = {Otters, year = 2020,\n year = {2020}\n}\n", "Otters, year = 2020"),
        ("@misc{a, title = {Otters},\n abstract = {We {swim\n}\n", "Otters"),
        ('@misc{a, title = "Otters,\n year = "2020"\n}\n', "Otters"),
        ("@misc{a, title = {Otters}\n", "Otters"),
        ("@misc{a, title = {Otters}},\n year = {2020}\n}\n", "Otters"),
        (r"@misc{a, title = {Otters\{ swim}, " + "\n year = {2020}\n}\n", "Otters{ swim"),
        ("@misc{a, title = {Otters}, ???,\n year = {2020}\n}\n", "Otters"),
    ],
)
def test_behind_a_broken_entry_the_rest_is_read(broken: str, title: str) -> None:
    reading = read(Bibtex(), broken + "\n@misc{b, title = {Beavers}}\n")
    assert [paper.title for paper in reading.papers] == [title, "Beavers"]
    assert {code for code, _ in found(reading.diagnostics)} <= {"S100", "S101"}
    assert reading.diagnostics


def test_fields_behind_a_value_that_does_not_end_are_still_read() -> None:
    text = "@misc{a,\n title = {Otters,\n year = {2020}\n}\n\n@misc{b, title = {Beavers}}"
    first = read(Bibtex(), text).papers[0]
    assert (first.title, str(first.published)) == ("Otters", "2020")


def test_repeated_keys_and_fields_are_read_and_noted() -> None:
    text = "@misc{a, title = {One}, year = 1999, year = 2000}\n@misc{a, title = {Two}}"
    reading = read(Bibtex(), text)
    assert [paper.title for paper in reading.papers] == ["One", "Two"]
    assert str(reading.papers[0].published) == "1999"
    assert found(reading.diagnostics) == [("S104", 1), ("S103", 2)]


def test_an_untitled_article_is_listed_by_where_it_appeared() -> None:
    text = (
        "@article{a, author = {Bee, Ada and Cy Dee}, journal = {Rivers}, volume = 3, year = 1953}"
    )
    reading = read(Bibtex(), text)
    assert reading.papers[0].title == "Bee et al.: Rivers 3 (1953)"
    assert found(reading.diagnostics) == [("S111", 1)]


def test_a_subtitle_counts_where_biblatex_prints_it() -> None:
    fields = "title = {Otters}, subtitle = {A Study}"
    assert only(Bibtex(), f"@misc{{k, {fields}, date = {{2020}}}}").title == "Otters: A Study"
    assert only(Bibtex(), f"@misc{{k, {fields}, year = {{2020}}}}").title == "Otters"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("note = {Rejected}", Status.REJECTED),
        ("pubstate = {withdrawn}", Status.WITHDRAWN),
        ("note = {A rejected idea}", Status.UNKNOWN),
    ],
)
def test_the_status_is_read_where_it_is_stated(fields: str, status: Status) -> None:
    assert only(Bibtex(), f"@misc{{k, title = {{T}}, {fields}}}").status is status


def test_a_retracted_title_tells() -> None:
    assert only(Bibtex(), "@misc{k, title = {RETRACTED: Otters}}").status is Status.RETRACTED


def test_links_have_the_kind_of_their_field() -> None:
    text = "@misc{k, title = {T}, pdf = {https://example.org/x}, code = {https://example.org/y}}"
    kinds = {link.url: link.kind for link in only(Bibtex(), text).links}
    assert kinds == {"https://example.org/x": "pdf", "https://example.org/y": "code"}


@pytest.mark.parametrize(
    "text",
    ["", "no entry", "title: @article\n", "[1, 2]", "@comment{only this}", "a @misc{b, c=1}"],
)
def test_other_text_is_not_taken_for_bibtex(text: str) -> None:
    assert not Bibtex().detects(make_seed(text, "seeds/page.txt"))


def test_a_file_without_entries_is_reported() -> None:
    seed = make_seed("@comment{nothing}", "seeds/empty.bib")
    assert found(Bibtex().read(seed).diagnostics) == [("S110", 1)]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='@{}()"#=,\\\n %abc1$~-', max_size=200))
def test_no_text_stops_the_reader(text: str) -> None:
    reading = Bibtex().read(make_seed("@misc{a, title = {T},\n" + text, "seeds/a.bib"))
    assert all(paper.title for paper in reading.papers)


def test_many_broken_entries_take_no_time_to_speak_of() -> None:
    text = "@misc{a, title = {x\n" * 4000
    assert len(Bibtex().read(make_seed(text, "seeds/a.bib")).papers) == 4000
