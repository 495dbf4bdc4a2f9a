from __future__ import annotations

import base64

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind, Status
from generator.sources.arxiv_listing import ArxivAbs, ArxivListing
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

RULE = "-" * 78
HEADERS = """Date: Tue, 9 Jul 2019 04:59:45 -0400
From: no-reply@arXiv.org (send mail ONLY to cs)
To: rabble@arXiv.org (cs daily title/abstract distribution)
Subject: cs daily Subj-class mailing 80028 1
"""
PREAMBLE = f"{RULE}\n Submissions to:\nMachine Learning\n{RULE}\n"
NEW = rf"""\\
arXiv:1907.03020
Date: Fri, 5 Jul 2019 20:43:30 GMT   (223kb,D)

Title: Kites that Remember:
  A Study
Authors: Ada Hakkani-T\"ur, Cyd Dee
  and Eve Eff (Oslo)
Categories: cs.LG cs.CL
Comments: Kites 2019. Code: https://github.com/bee/kites
DOI: 10.1234/kites
\\
  We fly kites in the style of
arXiv:1203.00001 and see them fall.
  They remember.
\\ ( https://arxiv.org/abs/1907.03020 ,  223kb)
{RULE}
"""
CROSS = rf"""%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
{RULE}
\\
arXiv:1907.02964 (*cross-listing*)
Date: Thu, 4 Jul 2019 20:43:30 GMT   (22kb)

Title: Crossed Kites
Authors: Ada Bee
Categories: cs.CY cs.LG
\\
  We cross them.
\\ ( https://arxiv.org/abs/1907.02964 ,  22kb)
"""
REPLACED = rf"""%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--
{RULE}
\\
arXiv:1903.01310
replaced with revised version Sun, 7 Jul 2019 17:08:16 GMT   (1729kb,D)

Title: Revised Kites
Authors: Ada Bee and Cyd Dee
Categories: cs.LG
\\ ( https://arxiv.org/abs/1903.01310 ,  1729kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
"""
ABS = rf"""{RULE}
\\
arXiv:hep-th/9901001
From: Ada Bee <a@b.example>
Date: Mon, 4 Jan 1999 14:27:19 GMT   (141kb)
Date (revised v2): Wed, 29 Aug 2007 15:08:14 GMT   (0kb,I)

Title: Strings of Kites
Authors: The Kite Collaboration: A. Bee
Categories: hep-th
Journal-ref: J. Kites 9 (1999) 278
DOI: 10.1234/a; 10.1234/b
\\
  We pull.
\\
"""


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/listing.eml")
    assert ArxivListing().detects(seed)
    return ArxivListing().read(seed)


def test_every_section_of_a_mail_is_read() -> None:
    reading = read(f"{HEADERS}\n{PREAMBLE}{NEW}{CROSS}{REPLACED}")
    assert [paper.title for paper in reading.papers] == [
        "Kites that Remember: A Study",
        "Crossed Kites",
        "Revised Kites",
    ]
    assert [paper.aliases[0] for paper in reading.papers] == [
        "arxiv:1907.03020",
        "arxiv:1907.02964",
        "arxiv:1903.01310",
    ]
    assert [bool(paper.abstract) for paper in reading.papers] == [True, True, False]
    assert not reading.diagnostics
    assert not reading.issues


def test_a_block_is_read_with_all_it_states() -> None:
    (paper,) = read(NEW).papers
    assert paper.abstract == (
        "We fly kites in the style of arXiv:1203.00001 and see them fall.\n\nThey remember."
    )
    assert [(a.name, a.affiliation) for a in paper.authors] == [
        ("Ada Hakkani-Tür", ""),
        ("Cyd Dee", ""),
        ("Eve Eff", "Oslo"),
    ]
    assert str(paper.published) == "2019-07-05"
    assert paper.categories == ("cs.LG", "cs.CL")
    assert paper.aliases == ("arxiv:1907.03020", "doi:10.1234/kites")
    assert [link.kind for link in paper.links] == [LinkKind.PAPER, LinkKind.CODE]
    assert paper.origins[0].location.line == 2


def test_a_replacement_states_its_own_day_and_by_its_id_the_month_of_the_first_version() -> None:
    (paper,) = read(REPLACED).papers
    assert (str(paper.published), str(paper.updated)) == ("2019-03", "2019-07-07")


def test_transfer_encodings_are_undone() -> None:
    body = base64.encodebytes(NEW.encode()).decode()
    headers = f"{HEADERS}Content-Type: text/plain; charset=utf-8\n"
    coded = f"{headers}Content-Transfer-Encoding: base64\n\n{body}"
    quoted = f"{headers}Content-Transfer-Encoding: quoted-printable\n\n{NEW}".replace(
        "We fly kites", "We fl=\ny=20kites"
    )
    for mail in (coded, quoted):
        (paper,) = read(mail).papers
        assert paper.abstract.startswith("We fly kites in")


def test_the_lines_of_an_encoded_mail_count_from_its_body() -> None:
    body = base64.encodebytes(NEW.encode()).decode()
    mail = f"{HEADERS}Content-Transfer-Encoding: base64\n\n{body}"
    assert read(mail).papers[0].origins[0].location.line == 7


def test_several_mails_in_one_file_are_read() -> None:
    mail = f"From no-reply Tue Jul  9 05:00:00 2019\n{HEADERS}\n"
    reading = read(f"{mail}{NEW}\n{mail}{CROSS}")
    assert [paper.title for paper in reading.papers][1:] == ["Crossed Kites"]
    place = f"{mail}{NEW}\n{mail}{CROSS}".split("\n").index("arXiv:1907.02964 (*cross-listing*)")
    assert reading.papers[1].origins[0].location.line == place + 1


def test_a_block_cut_short_is_kept_and_reported() -> None:
    reading = read(NEW[: NEW.index("They")])
    assert reading.papers[0].abstract.startswith("We fly")
    assert found(reading.diagnostics) == [("S133", 2)]


def test_a_block_without_title_is_no_block_and_the_rest_is_read() -> None:
    reading = read(NEW + CROSS.replace("Title: Crossed Kites\n", ""))
    assert len(reading.papers) == 1


def test_an_impossible_date_is_reported() -> None:
    reading = read(NEW.replace("5 Jul", "35 Jul"))
    assert str(reading.papers[0].published) == "2019-07"
    assert [code for code, _ in found(reading.diagnostics)] == ["S130"]


def test_a_file_of_one_paper_is_read() -> None:
    seed = make_seed(ABS, "seeds/9901001.abs")
    assert ArxivAbs().detects(seed)
    assert not ArxivAbs().detects(make_seed(NEW))
    (paper,) = ArxivAbs().read(seed).papers
    assert [author.name for author in paper.authors] == ["The Kite Collaboration", "A. Bee"]
    assert (str(paper.published), str(paper.updated)) == ("1999-01-04", "2007-08-29")
    assert paper.aliases == ("arxiv:hep-th/9901001", "doi:10.1234/a", "doi:10.1234/b")
    assert (paper.venue, paper.status) == ("J. Kites 9 (1999) 278", Status.WITHDRAWN)


def test_a_mail_of_arxivs_without_blocks_is_reported() -> None:
    assert found(read(f"{HEADERS}\nNothing today.\n").diagnostics) == [("S132", None)]


def test_other_mails_and_texts_are_left_alone() -> None:
    for text in ("Subject: hello\nFrom: ada@bee.example\n\nSee arXiv:1907.03020\n", "arXiv:1907.1"):
        assert not ArxivListing().detects(make_seed(text))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([*NEW.splitlines(), *REPLACED.splitlines(), "", "é\x00", ":"])))
def test_blocks_in_any_disorder_are_read_without_a_crash(lines: list[str]) -> None:
    read(f"{NEW}\n" + "\n".join(lines))
    ArxivListing().read(make_seed("\n".join(lines)))
