from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetch.answers import crossref_work, rss_feed
from tests.fetch.replay import Replay, Reply, replaying
from tests.projects import files_of, run_generator, write_project

SETTINGS = """\
[site]
base_url = "https://digest.example.org/"
[fetch]
contact = "curator@example.org"
attempts = 2
"""


@pytest.fixture
def replay(monkeypatch: pytest.MonkeyPatch) -> Iterator[Replay]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with replaying() as service:
        yield service


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "digest", {"site.toml": SETTINGS})


def test_a_fetched_feed_can_be_built(
    project: Path, replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741694400")  # 2025-03-11
    replay.answer(rss_feed(3))
    done = run_generator(project, "fetch", "rss", f"{replay.url}/rss/cs.SD", "--into", "seeds/sd")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(project / "seeds" / "sd" / "2025-03-11.xml"),
        f"{replay.url.removeprefix('http://')}: 3 papers, 1 file written",
    ]
    agent = replay.asked[0].headers["User-Agent"]
    assert agent.startswith("florilegium/")
    assert agent.endswith(" (+https://digest.example.org/; mailto:curator@example.org)")
    built = run_generator(project, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "3 papers" in built.stdout


def test_what_is_not_found_is_named_and_the_rest_kept(project: Path, replay: Replay) -> None:
    replay.answer(Reply(status=404), crossref_work("10.1000/a"))
    done = run_generator(
        project, "fetch", "crossref", "10.1000/gone", "10.1000/a", "--base", f"{replay.url}/"
    )
    assert done.returncode == 1
    assert "error F010: Crossref, 10.1000/gone: not found" in done.stderr
    assert list(files_of(project / "seeds").values()) == [crossref_work("10.1000/a")]


def test_a_failed_fetch_says_so_and_writes_nothing(project: Path, replay: Replay) -> None:
    replay.answer(Reply(status=400, body=b'{"message": "unknown filter"}'))
    done = run_generator(project, "fetch", "openalex", "x:y", "--base", replay.url)
    assert done.returncode == 1
    assert "F004: OpenAlex: answered with status 400: unknown filter" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "seeds").exists()


def test_without_a_contact_a_note_asks_for_one(project: Path, replay: Replay) -> None:
    (project / "site.toml").unlink()
    replay.answer(crossref_work("10.1000/a"))
    done = run_generator(project, "fetch", "crossref", "10.1000/a", "--base", replay.url)
    assert done.returncode == 0
    assert "note F002" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "x"), "nowhere"),
        (("arxiv",), "WORD"),
        (("arxiv", "x", "--max", "0"), "--max"),
        (("hf-daily", "today"), "F001"),
        (("arxiv-ids", "missing.txt"), "F014"),
        (("hf-daily", "2025-03-11", "--into", "site.toml"), "F001"),
    ],
)
def test_wrong_usage_ends_before_anything_is_sent(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = files_of(project)
    done = run_generator(project, "fetch", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert files_of(project) == before


def test_progress_and_notes_stay_off_standard_output(project: Path, replay: Replay) -> None:
    replay.answer(crossref_work("10.1000/a"))
    done = run_generator(project, "fetch", "crossref", "10.1000/a", "--base", replay.url)
    (written, summary) = done.stdout.splitlines()
    assert Path(written).is_file()
    assert summary == "Crossref: 1 paper, 1 file written"
