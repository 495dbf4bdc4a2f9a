from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.artifact import Artifact
from generator.errors import ConfigError, DigestError, InputError
from generator.publish.apply import PublishReport, publish
from tests.publish.made import bodies, make_artifact, make_site, names_in, state

SITE = make_site(index_html="home", papers__a__index_html="a", papers__b__index_html="b")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "_site"


def codes(error: DigestError) -> list[str]:
    return [diagnostic.code for diagnostic in error.diagnostics]


def test_a_new_output_holds_every_artifact_and_a_manifest(output: Path) -> None:
    report = publish(SITE, output)
    assert report == PublishReport(written=3, unchanged=0, removed=0, bytes=6)
    assert bodies(output) == {
        "index.html": "home",
        "papers/a/index.html": "a",
        "papers/b/index.html": "b",
    }
    assert (output / ".florilegium.json").is_file()


def test_nothing_is_left_beside_the_output(output: Path) -> None:
    publish(SITE, output)
    publish(make_site(index_html="changed"), output)
    assert names_in(output.parent) == ["_site"]


def test_a_second_publication_writes_nothing(output: Path) -> None:
    publish(SITE, output)
    before = state(output)
    report = publish(SITE, output)
    assert report == PublishReport(written=0, unchanged=3, removed=0, bytes=0)
    assert state(output) == before


def test_two_clean_outputs_are_identical_whatever_the_order(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "one")
    publish(SITE[::-1], tmp_path / "two")
    one, two = state(tmp_path / "one"), state(tmp_path / "two")
    assert {p: body for p, (body, _) in one.items()} == {p: body for p, (body, _) in two.items()}


def test_only_changed_files_are_touched_and_stale_ones_go_with_their_folders(output: Path) -> None:
    publish(SITE, output)
    before = state(output)
    report = publish(make_site(index_html="new home", papers__a__index_html="a"), output)
    assert report == PublishReport(written=1, unchanged=1, removed=1, bytes=8)
    after = state(output)
    assert after["papers/a/index.html"] == before["papers/a/index.html"]
    assert bodies(output) == {"index.html": "new home", "papers/a/index.html": "a"}
    assert not (output / "papers/b").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(output: Path) -> None:
    publish(make_site(papers="list", topics__a__index_html="a"), output)
    publish(make_site(papers__a__index_html="a", topics="list"), output)
    assert bodies(output) == {"papers/a/index.html": "a", "topics": "list"}


def test_an_error_while_artifacts_are_made_leaves_the_output_as_it_was(output: Path) -> None:
    publish(SITE, output)
    before = state(output)

    def broken() -> Iterator[Artifact]:
        yield make_artifact("index.html", "never seen")
        raise RuntimeError("a template broke")

    with pytest.raises(RuntimeError, match="a template broke"):
        publish(broken(), output)
    assert state(output) == before
    assert names_in(output.parent) == ["_site"]


def test_a_path_claimed_twice_names_both_origins_and_writes_nothing(output: Path) -> None:
    twice = [make_artifact("a.txt", origin="the feed"), make_artifact("a.txt", origin="the map")]
    with pytest.raises(InputError, match=r"the feed and the map both write a\.txt"):
        publish(twice, output)
    assert not output.exists()


@pytest.mark.parametrize("path", ["../outside.txt", "/outside.txt", "a/../../outside.txt"])
def test_nothing_is_written_outside_the_output(output: Path, path: str) -> None:
    with pytest.raises(InputError) as caught:
        publish([make_artifact("index.html"), make_artifact(path)], output)
    assert codes(caught.value) == ["W001"]
    assert names_in(output.parent) == []


def test_foreign_files_stay(output: Path) -> None:
    publish(SITE, output)
    (output / "CNAME").write_text("digest.example")
    (output / "papers/a/notes.txt").write_text("mine")
    publish(make_site(index_html="home"), output)
    expected = {"index.html": "home", "CNAME": "digest.example", "papers/a/notes.txt": "mine"}
    assert bodies(output) == expected


@pytest.mark.parametrize("foreign", ["index.html", "papers", "papers/a/index.html/mine.txt"])
def test_a_foreign_file_in_the_way_is_named_and_nothing_is_written(
    output: Path, foreign: str
) -> None:
    (output / foreign).parent.mkdir(parents=True)
    (output / foreign).write_text("mine")
    before = state(output)
    with pytest.raises(InputError, match=foreign) as caught:
        publish(SITE, output)
    assert codes(caught.value) == ["W005"]
    assert state(output) == before


def test_many_foreign_files_in_the_way_are_counted(output: Path) -> None:
    site = [make_artifact(f"{number}.txt", "ours") for number in range(25)]
    output.mkdir()
    for artifact in site:
        (output / artifact.path).write_text("mine")
    with pytest.raises(InputError, match="15 more") as caught:
        publish(site, output)
    assert len(caught.value.diagnostics) == 11


def test_an_unknown_file_with_our_bytes_is_adopted(output: Path) -> None:
    publish(SITE, output)
    (output / ".florilegium.json").unlink()
    before = bodies(output)
    assert publish(SITE, output).written == 0
    assert bodies(output) == before
    assert publish(make_site(index_html="home"), output).removed == 2


@pytest.mark.parametrize("damage", ["missing", "shorter"])
def test_a_damaged_file_of_ours_is_written_again(output: Path, damage: str) -> None:
    publish(SITE, output)
    file = output / "papers/a/index.html"
    if damage == "missing":
        file.unlink()
    else:
        file.write_text("")
    assert publish(SITE, output).written == 1
    assert file.read_text() == "a"


def test_a_damaged_manifest_is_no_licence_to_guess(output: Path) -> None:
    publish(SITE, output)
    (output / ".florilegium.json").write_text("{")
    before = state(output)
    with pytest.raises(InputError) as caught:
        publish(make_site(index_html="new"), output)
    assert codes(caught.value) == ["W007"]
    assert state(output) == before


def test_clean_writes_every_file_anew(output: Path) -> None:
    publish(SITE, output)
    (output / "papers/a/index.html").write_text("x")  # same size: unnoticed otherwise
    report = publish(SITE, output, clean=True)
    assert report.written == 3
    assert bodies(output)["papers/a/index.html"] == "a"
    assert names_in(output.parent) == ["_site"]


def test_clean_refuses_to_drop_foreign_files(output: Path) -> None:
    publish(SITE, output)
    (output / "CNAME").write_text("digest.example")
    before = state(output)
    with pytest.raises(InputError, match="CNAME") as caught:
        publish(SITE, output, clean=True)
    assert codes(caught.value) == ["W006"]
    assert state(output) == before


@pytest.mark.parametrize("protected", [".", "seeds"])
def test_the_output_may_not_hold_a_protected_folder(tmp_path: Path, protected: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    with pytest.raises(ConfigError) as caught:
        publish(SITE, project, clean=True, protected=[project / protected])
    assert codes(caught.value) == ["W009"]
    assert names_in(project) == []


def test_the_output_may_lie_in_a_protected_folder(tmp_path: Path) -> None:
    assert publish(SITE, tmp_path / "_site", protected=[tmp_path]).written == 3


def test_a_file_in_place_of_the_output_is_refused(output: Path) -> None:
    output.write_text("mine")
    with pytest.raises(ConfigError):
        publish(SITE, output)
    assert output.read_text() == "mine"


def test_an_empty_output_folder_is_taken_over(output: Path) -> None:
    output.mkdir()
    assert publish(SITE, output).written == 3


def test_an_output_reached_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "_site"
    link.symlink_to(tmp_path / "real")
    publish(SITE, link)
    publish(SITE, link, clean=True)
    assert link.is_symlink()
    assert bodies(tmp_path / "real")["index.html"] == "home"


def test_a_site_of_nothing_empties_the_output(output: Path) -> None:
    publish(SITE, output)
    assert publish([], output).removed == 3
    assert bodies(output) == {}


def test_a_refusing_file_system_is_reported_with_the_file(output: Path) -> None:
    name = "n" * 250
    deep = "/".join([name] * 20)  # each part is allowed, the whole is longer than PATH_MAX
    with pytest.raises(InputError, match=os.strerror(errno.ENAMETOOLONG)) as caught:
        publish([make_artifact(deep)], output)
    assert codes(caught.value) == ["W010"]
    assert not output.exists()
