from __future__ import annotations

from pathlib import Path

import pytest

from generator.fetch import arxiv, crossref
from generator.fetch.client import Client
from generator.fetch.collect import Collection, collect
from generator.fetch.fetch_error import FetchError
from generator.fetch.memory import Memory
from generator.fetch.question import Question
from tests.fetch.answers import arxiv_feed, crossref_work
from tests.fetch.replay import Replay, Reply, StoppedClock
from tests.projects import files_of

IDS = [f"2503.{place:05d}" for place in range(1, 601)]
PAGES = tuple(
    arxiv_feed(IDS[start : start + 200], total=600, start=start) for start in (0, 200, 400)
)


class Project:
    """A project that fetches into one folder."""

    def __init__(self, root: Path, client: Client, time: StoppedClock) -> None:
        self.root, self.client, self.time = root / "project", client, time
        self.folder = self.root / "seeds" / "rivers"

    def fetch(self, question: Question, *, fresh: bool = False) -> Collection:
        memory = Memory(self.root, self.folder)
        memory.begin(question.mark, self.time.time, afresh=fresh)
        return collect(question, self.folder, memory, self.client, self.client.progress)

    def files(self) -> dict[str, bytes]:
        return files_of(self.folder)


@pytest.fixture
def project(tmp_path: Path, client: Client, time: StoppedClock) -> Project:
    return Project(tmp_path, client, time)


@pytest.fixture
def rivers(replay: Replay) -> Question:
    return arxiv.search("all:river", limit=600, base=replay.url)


def test_files_hold_what_the_service_sent(
    project: Project, replay: Replay, rivers: Question
) -> None:
    replay.answer(*PAGES)
    project.fetch(rivers)
    assert tuple(project.files().values()) == PAGES


def test_an_interrupted_run_goes_on_where_it_stopped(
    project: Project, replay: Replay, rivers: Question
) -> None:
    replay.answer(PAGES[0], PAGES[1], Reply(status=503))
    with pytest.raises(FetchError):
        project.fetch(rivers)
    assert not project.folder.exists()
    replay.asked.clear()
    replay.answer(PAGES[2])
    assert project.fetch(rivers).papers == 600
    assert [asked.fields["start"] for asked in replay.asked] == ["400"]
    assert tuple(project.files().values()) == PAGES


@pytest.mark.parametrize("why", ["late", "fresh", "other question"])
def test_what_no_longer_fits_is_asked_anew(
    project: Project, replay: Replay, rivers: Question, why: str
) -> None:
    replay.answer(PAGES[0], Reply(status=400))
    with pytest.raises(FetchError):
        project.fetch(rivers)
    if why == "late":
        project.time.time += 25 * 3600
    if why == "other question":
        rivers = arxiv.search("all:rivers", limit=600, base=replay.url)
    replay.asked.clear()
    replay.answer(*PAGES)
    project.fetch(rivers, fresh=why == "fresh")
    assert len(replay.asked) == 3


def test_a_failed_run_leaves_the_old_files(
    project: Project, replay: Replay, rivers: Question
) -> None:
    replay.answer(*PAGES)
    project.fetch(rivers)
    before = project.files()
    replay.answer(arxiv_feed(["2503.09999"], total=600), Reply(status=400))
    with pytest.raises(FetchError):
        project.fetch(rivers)
    assert project.files() == before


def test_an_unchanged_answer_is_neither_sent_nor_written_again(
    project: Project, replay: Replay
) -> None:
    date = "Mon, 10 Mar 2025 10:00:00 GMT"
    question = crossref.works(["10.1000/a"], contact="", base=replay.url)
    replay.answer(
        Reply(body=crossref_work("10.1000/a"), headers={"ETag": 'W/"1"', "Last-Modified": date})
    )
    project.fetch(question)
    before = {path: path.stat().st_mtime_ns for path in project.folder.iterdir()}
    replay.answer(Reply(status=304))
    for _ in range(2):  # what 304 says is remembered, too
        again = project.fetch(question)
        assert (again.papers, again.written, again.unchanged) == (1, (), 1)
        assert replay.asked[-1].headers["If-None-Match"] == 'W/"1"'
        assert replay.asked[-1].headers["If-Modified-Since"] == date
    assert {path: path.stat().st_mtime_ns for path in project.folder.iterdir()} == before


@pytest.mark.parametrize("change", ["edited", "deleted", "fresh"])
def test_a_file_that_is_no_longer_the_answer_is_asked_for_as_a_whole(
    project: Project, replay: Replay, change: str
) -> None:
    question = crossref.works(["10.1000/a"], contact="", base=replay.url)
    replay.answer(Reply(body=crossref_work("10.1000/a"), headers={"ETag": '"1"'}))
    project.fetch(question)
    (path,) = project.folder.iterdir()
    if change == "edited":
        path.write_text("{}", encoding="utf-8")
    elif change == "deleted":
        path.unlink()
    project.fetch(question, fresh=change == "fresh")
    assert replay.asked[-1].headers["If-None-Match"] is None
    assert path.read_bytes() == crossref_work("10.1000/a")


def test_the_same_bytes_are_not_written_again(
    project: Project, replay: Replay, rivers: Question
) -> None:
    replay.answer(*PAGES)
    project.fetch(rivers)
    replay.answer(PAGES[0], PAGES[1], arxiv_feed(IDS[:100], total=600, start=400))
    again = project.fetch(rivers)
    assert ([path.name for path in again.written], again.unchanged) == (["0003.xml"], 2)


def test_pages_that_the_answer_no_longer_fills_go_unless_somebody_changed_them(
    project: Project, replay: Replay, rivers: Question
) -> None:
    replay.answer(*PAGES)
    project.fetch(rivers)
    own = project.folder / "notes.md"
    own.write_text("mine", encoding="utf-8")
    (project.folder / "0002.xml").write_text("mine, too", encoding="utf-8")
    replay.answer(arxiv_feed(IDS[:5], total=5))
    collection = project.fetch(rivers)
    assert [path.name for path in collection.removed] == ["0003.xml"]
    assert sorted(project.files()) == ["0001.xml", "0002.xml", "notes.md"]


def test_an_empty_answer_empties_nothing(
    project: Project, replay: Replay, rivers: Question
) -> None:
    replay.answer(*PAGES)
    project.fetch(rivers)
    before = project.files()
    replay.answer(arxiv_feed([], total=0))
    collection = project.fetch(rivers)
    assert [problem.code for problem in collection.diagnostics] == ["F011"]
    assert project.files() == before
    replay.answer(arxiv_feed(IDS[:5], total=5))
    assert len(project.fetch(rivers).removed) == 2


def test_two_folders_remember_apart(tmp_path: Path, replay: Replay, client: Client) -> None:
    first, second = (Memory(tmp_path, tmp_path / name / "rivers") for name in ("a", "b"))
    first.begin("mark", 1.0, afresh=False)
    second.begin("other", 1.0, afresh=False)
    assert Memory(tmp_path, tmp_path / "a" / "rivers").state.mark == "mark"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"staged": {"u": {"x": 1}}}', b"\xff"])
def test_a_damaged_memory_is_forgotten(
    project: Project, replay: Replay, rivers: Question, damage: bytes
) -> None:
    replay.answer(*PAGES)
    project.fetch(rivers)
    (memory,) = project.root.rglob("memory.json")
    memory.write_bytes(damage)
    replay.answer(*PAGES)
    assert project.fetch(rivers).papers == 600


def test_a_folder_that_cannot_be_written_is_an_error(
    project: Project, replay: Replay, rivers: Question
) -> None:
    project.root.mkdir()
    (project.root / "seeds").write_text("a file", encoding="utf-8")
    replay.answer(*PAGES)
    with pytest.raises(FetchError) as caught:
        project.fetch(rivers)
    assert caught.value.code == "F009"
    assert "seeds" in caught.value.message
