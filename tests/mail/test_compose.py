from __future__ import annotations

import dataclasses
import datetime
import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from generator.config.mail import MailConfig
from generator.config.schema import Config
from generator.config.site import SiteConfig
from generator.language.language import Language
from generator.mail.compose import Composition, as_html, as_text, compose, message
from generator.mail.emit import emit_mails
from generator.mail.letter import MAX_BYTES, fitted, make_letter, strongest
from generator.model.corpus import Corpus
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Link, LinkKind, Signals
from generator.render.environment import make_environment
from tests.factories import make_config, make_corpus, make_issue, make_paper, make_papers
from tests.planning import make_plan

MAIL = MailConfig(
    sender="Rivers <digest@rivers.example>",
    unsubscribe="https://rivers.example/leave?a=1&who={address}",
    postal="1 River Road",
)
SITE = SiteConfig(title="Rivers", base_url="https://rivers.example/d/")
CONFIG = make_config(Path("/nowhere"), site=SITE, mail=MAIL)


def composed(corpus: Corpus, config: Config = CONFIG, issue: Issue | None = None) -> Composition:
    plan = make_plan(corpus, config)
    return compose(corpus, plan, config, make_environment(config), issue or corpus.issues[0])


def test_a_letter_has_what_is_new_in_every_paper() -> None:
    code = Link(url="https://code.example/otters", kind=LinkKind.CODE)
    paper = make_paper(links=(code,))
    section = Section(title="First", picks=(Pick(paper=paper.id, note="*Read* this"),))
    issue = make_issue(sections=(section,), introduction="**Hello**")
    letter = composed(make_corpus([paper], issues=(issue,)))
    for text in (letter.html, letter.text):
        assert "Otters: A Benchmark of River Maps" in text
        assert "https://rivers.example/d/papers/otters-a-benchmark-of-river-maps/" in text
        assert "We draw river maps with otters." in text.replace("\n", " ")
        assert "https://code.example/otters" in text
        assert "1 River Road" in text
        assert "First" in text
    assert "<em>Read</em> this" in letter.html
    assert "<strong>Hello</strong>" in letter.html
    assert letter.subject == "Rivers: 11 March 2024"


def test_mail_programs_find_the_rules_in_the_elements() -> None:
    html = composed(make_corpus()).html
    assert re.search(r'<h1 style="[^"]*font:', html)
    assert "prefers-color-scheme: dark" in html or "prefers-color-scheme:dark" in html
    assert "<script" not in html
    assert "<img" not in html
    assert "stylesheet" not in html
    assert html.count('role="presentation"') == 2


def test_hostile_titles_stay_text() -> None:
    paper = make_paper('<script>alert("1")</script>\r\nBcc: x@evil.example', authors=())
    issue = make_issue([paper], title="Issue\r\nBcc: x@evil.example")
    letter = composed(make_corpus([paper], issues=(issue,)))
    assert "<script" not in letter.html
    made = message(letter, MAIL, to="a@x.example").as_bytes()
    assert not re.search(rb"(?m)^Bcc:", made.partition(b"\r\n\r\n")[0])


def test_a_long_issue_tells_the_strongest_papers_and_names_the_others() -> None:
    papers = [
        make_paper(f"Paper {n}", abstract="Rivers are long. " * 30, signals=Signals(upvotes=n))
        for n in range(300)
    ]
    letter = composed(make_corpus(papers))
    assert 0.8 * MAX_BYTES < len(letter.html.encode()) <= MAX_BYTES
    told = [int(n) for n in re.findall(r"<h2[^>]*><a [^>]*>Paper (\d+)</a>", letter.html)]
    assert told == sorted(told)
    assert min(told) == 300 - len(told)
    assert letter.html.count("papers/paper-") == 300
    assert f"{300 - len(told)} papers of 300 are not told in full" in letter.html
    assert letter.text.count("https://rivers.example/d/papers/") == 300


def test_an_endless_issue_says_how_many_papers_are_not_even_named() -> None:
    letter = composed(make_corpus(make_papers(3000)))
    assert len(letter.html.encode()) <= MAX_BYTES
    assert re.search(r"[\d\u202f]+ more papers on the page of the issue", letter.html)


def test_nothing_is_cut_that_fits() -> None:
    corpus = make_corpus(make_papers(5))
    letter = make_letter(corpus, make_plan(corpus, CONFIG), CONFIG, corpus.issues[0])
    assert fitted(letter, strongest(corpus, letter), lambda _: 5, 5) is letter
    none = fitted(letter, strongest(corpus, letter), lambda _: 6, 5)
    assert (none.sections, none.titles, none.hidden) == ((), (), 5)


def test_a_message_has_both_forms_and_the_headers_of_a_list() -> None:
    letter = composed(make_corpus())
    made = message(letter, MAIL, to="Ada <ada@x.example>").as_bytes()
    read = message_from_bytes(made, policy=policy.default)
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    leave = "https://rivers.example/leave?a=1&who=ada%40x.example"
    assert read["List-Unsubscribe"] == f"<{leave}>"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert read["Message-ID"].endswith("@rivers.example>")
    assert read["Date"] == "Mon, 11 Mar 2024 00:00:00 +0000"
    text, html = (part.get_content() for part in read.iter_parts())
    assert leave in text
    assert leave.replace("&", "&amp;") in html
    assert not read.defects
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_a_message_is_the_same_each_time_and_differs_by_recipient() -> None:
    letter = composed(make_corpus())
    one, same, other = (message(letter, MAIL, to=f"{to}@x.example") for to in "aab")
    assert one.as_bytes() == same.as_bytes()
    assert one["Message-ID"] != other["Message-ID"]
    later = datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)
    assert message(letter, MAIL, to="a@x.example", now=later)["Message-ID"] == one["Message-ID"]


def test_a_mailto_address_is_no_one_click() -> None:
    mail = MailConfig(sender="d@x.example", unsubscribe="mailto:leave@x.example")
    made = message(composed(make_corpus()), mail, to="a@x.example")
    assert made["List-Unsubscribe"] == "<mailto:leave@x.example>"
    assert made["List-Unsubscribe-Post"] is None


def test_a_build_writes_the_newest_issues() -> None:
    papers = make_papers(2)
    issues = tuple(
        make_issue(papers, date=datetime.date(2024, 3, day), id=f"2024-03-{day:02}")
        for day in range(14, 9, -1)
    )
    corpus = make_corpus(papers, issues=issues)
    made = {file.path for file in emit_mails(corpus, make_plan(corpus, CONFIG), CONFIG)}
    assert made == {
        f"emails/2024-03-{day}.{ending}"
        for day in (14, 13, 12)
        for ending in ("html", "txt", "eml")
    }


def test_without_an_address_there_is_no_letter_and_without_a_sender_no_message() -> None:
    corpus = make_corpus()
    nowhere = make_config(Path("/nowhere"))
    assert list(emit_mails(corpus, make_plan(corpus, nowhere), nowhere)) == []
    nobody = make_config(Path("/nowhere"), site=SITE)
    made = emit_mails(corpus, make_plan(corpus, nobody), nobody)
    assert [file.path for file in made] == ["emails/2024-03-11.html", "emails/2024-03-11.txt"]


@pytest.mark.parametrize(
    "form",
    [
        lambda letter: as_text(letter, CONFIG.language),
        lambda letter: as_html(make_environment(CONFIG), letter),
    ],
)
def test_an_empty_issue_is_a_letter_too(form: object) -> None:
    corpus = make_corpus(issues=(make_issue([]),))
    letter = make_letter(corpus, make_plan(corpus, CONFIG), CONFIG, corpus.issues[0])
    assert "0 papers" in form(letter)  # type: ignore[operator]  # either form


def test_a_letter_speaks_the_language_of_its_site() -> None:
    german = dataclasses.replace(CONFIG, language=Language(tag="de", shipped="de"))
    letter = composed(make_corpus(), german)
    assert letter.subject == "Rivers: 11. März 2024"
    assert '<html lang="de">' in letter.html
    for text in (letter.html, letter.text):
        assert "3 Paper" in text
        assert "weil Sie Rivers abonniert haben" in text
    assert "Im Web lesen" in letter.html
    assert "Abbestellen: https://rivers.example/leave" in letter.text


def test_a_letter_in_arabic_runs_from_right_to_left() -> None:
    arabic = dataclasses.replace(CONFIG, language=Language(tag="ar", shipped="ar"))
    letter = composed(make_corpus(), arabic)
    assert '<html lang="ar" dir="rtl">' in letter.html
    assert re.search(r'class="cell" style="[^"]*text-align: ?right', letter.html)
    assert re.search(r'<h2 class="paper" dir="auto"', letter.html)
    assert "3 أوراق" in letter.text
