from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.errors import ConfigError
from generator.fetch.question import Question
from generator.fetch.questions import SERVICES, Wish, question_of


def wish(service: str, *words: str, limit: int | None = None, base: str = "") -> Question:
    return question_of(
        Wish(
            service=service,
            words=words,
            limit=limit,
            base=base,
            contact="a@b.example",
            today=datetime.date(2025, 3, 11),
        )
    )


@pytest.mark.parametrize(
    ("words", "folder", "start"),
    [
        (
            ("arxiv", "cat:cs.CL AND abs:grammar"),
            "arxiv-cat-cs-cl-and-abs-grammar",
            "https://export.arxiv.org/api/query?",
        ),
        (("hf-daily", "2024-02-29"), "hf-daily", "https://huggingface.co/api/daily_papers?date="),
        (("hf-daily", "2025-W11"), "hf-daily", "https://huggingface.co/api/daily_papers?week="),
        (("hf-daily", "2025-03"), "hf-daily", "https://huggingface.co/api/daily_papers?month="),
        (
            ("openalex", "river", "sounds"),
            "openalex-river-sounds",
            "https://api.openalex.org/works?",
        ),
        (
            ("crossref", "https://doi.org/10.1000/X"),
            "crossref",
            "https://api.crossref.org/works/10.1000%2Fx?mailto=",
        ),
        (
            ("openreview", "ICLR.cc/2025/Conference/"),
            "openreview-iclr-cc-2025-conference",
            "https://api2.openreview.net/notes?content.venueid=ICLR.cc/2025/Conference&",
        ),
        (
            ("rss", "https://papers.example.org/rss/cs.CL"),
            "rss-papers-example-org-rss-cs-cl",
            "https://papers.example.org/rss/cs.CL",
        ),
    ],
)
def test_words_lead_to_the_service_and_a_folder(
    words: tuple[str, ...], folder: str, start: str
) -> None:
    question = wish(*words)
    assert question.folder == folder
    assert question.calls[0].url.startswith(start)


@pytest.mark.parametrize(
    "words",
    [
        ("arxiv", "two", "words"),
        ("arxiv", " "),
        ("hf-daily", "yesterday"),
        ("hf-daily", "2025-02-30"),
        ("hf-daily", "2025-W53"),
        ("hf-daily", "2025-13"),
        ("hf-daily", "2025-03-11&x=y"),
        ("openalex", " "),
        ("crossref", "10.1000/a", "not-a-doi"),
        ("openreview", "ICLR"),
        ("openreview", "ICLR 2025/Conference"),
        ("rss", "papers.example.org/feed"),
        ("rss", "file:///etc/hostname"),
        ("rss", "https://"),
        ("rss", "https://[::1"),
        ("rss", "https://papers.example.org:x/"),
        ("rss", "https://me:secret@papers.example.org/"),
        ("rss", "https://papers.example.org/a b"),
        ("rss", "https://papers.example.org/\r\nX: y"),
    ],
)
def test_nonsense_is_refused_with_a_hint(words: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError) as caught:
        wish(*words)
    assert [problem.code for problem in caught.value.diagnostics] == ["F001"]
    assert "secret" not in str(caught.value)


def test_a_limit_is_for_those_who_take_one() -> None:
    assert "max_results=7" in wish("arxiv", "all:x", limit=7).calls[0].url
    with pytest.raises(ConfigError, match="takes no --max"):
        wish("hf-daily", "2025-03-11", limit=7)
    with pytest.raises(ConfigError, match="30,000"):
        wish("arxiv", "all:x", limit=30_001)


def test_another_address_is_used_where_it_makes_sense(tmp_path: Path) -> None:
    ids = tmp_path / "ids.txt"
    ids.write_text("2402.12345", encoding="utf-8")
    words = {"arxiv-ids": str(ids), "hf-daily": "2025-03-11", "openreview": "a/b"}
    for service in SERVICES.keys() - {"rss"}:
        word = words.get(service, "10.1000/a")
        question = wish(service, word, base="http://127.0.0.1:9/mirror")
        assert question.calls[0].url.startswith("http://127.0.0.1:9/mirror/")
        with pytest.raises(ConfigError):
            wish(service, word, base="ftp://127.0.0.1")
    with pytest.raises(ConfigError, match="takes no --base"):
        wish("rss", "https://papers.example.org/feed", base="http://127.0.0.1:9")


def test_ids_are_read_in_every_form(tmp_path: Path) -> None:
    path = tmp_path / "To read.txt"
    path.write_text(
        "\ufeff# what to read\n2402.12345v3\n\narXiv:hep-th/9901001  # old\n"
        "https://arxiv.org/abs/2402.12346\n2402.12345\n",
        encoding="utf-8",
    )
    question = wish("arxiv-ids", str(path))
    assert question.folder == "arxiv-to-read"
    assert "id_list=2402.12345,hep-th/9901001,2402.12346&" in question.calls[0].url


def test_every_wrong_line_of_a_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ids.txt"
    path.write_text("2402.12345\nBeavers at Work\n10.1000/a\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        wish("arxiv-ids", str(path))
    assert [problem.location and problem.location.line for problem in caught.value.diagnostics] == [
        2,
        3,
    ]


@pytest.mark.parametrize(
    ("body", "code"), [(None, "F014"), (b"\xff\xfe", "F014"), (b"#\n", "F001")]
)
def test_a_list_that_names_nothing_is_refused(
    tmp_path: Path, body: bytes | None, code: str
) -> None:
    path = tmp_path / "ids.txt"
    if body is not None:
        path.write_bytes(body)
    with pytest.raises(ConfigError) as caught:
        wish("arxiv-ids", str(path))
    assert caught.value.diagnostics[0].code == code
