from __future__ import annotations

import contextlib
import datetime
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.load import load_config
from generator.config.schema import Config, SeedsConfig
from generator.errors import ConfigError
from generator.model.dates import PartialDate

TODAY = datetime.date(2025, 6, 1)


def load(folder: Path, text: str, **options: Any) -> Config:
    (folder / "site.toml").write_text(text, encoding="utf-8")
    return load_config(folder / "site.toml", today=TODAY, **options)


def problems(folder: Path, text: str, **options: Any) -> list[tuple[str, int | None]]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text, **options)
    return [(d.code, d.location.line if d.location else None) for d in caught.value.diagnostics]


def test_every_table_becomes_its_record(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        '[site]\ntitle = "Rivers"\nbase_url = "https://a.example/d"\n'
        '[[seeds]]\npath = "seeds/*.txt"\nyear = 2025\n'
        '[[seeds]]\npath = "notes/*.md"\ndate = 2025-03-11\n'
        "[build]\npage_size = 20\n[theme]\noverrides = ['mine', 'ours']\n",
    )
    assert config.root == tmp_path.resolve()
    assert (config.today, config.drafts) == (TODAY, False)
    assert (config.site.title, config.site.base_url) == ("Rivers", "https://a.example/d/")
    assert config.seeds == (
        SeedsConfig(path="seeds/*.txt", year=2025),
        SeedsConfig(path="notes/*.md", date=datetime.date(2025, 3, 11)),
    )
    assert config.build.page_size == 20
    assert config.theme.overrides == ("mine", "ours")


def test_a_folder_without_settings_gets_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = Config(root=tmp_path.resolve(), today=TODAY)
    assert load_config(tmp_path, today=TODAY) == expected
    monkeypatch.chdir(tmp_path)
    assert load_config(None, today=TODAY) == expected


def test_settings_in_the_current_folder_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Rivers"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_config(None, today=TODAY).site.title == "Rivers"


def test_a_file_that_was_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path / "other.toml", today=TODAY)
    assert [d.code for d in caught.value.diagnostics] == ["C006"]


def test_options_win_over_the_file(tmp_path: Path) -> None:
    text = '[site]\nbase_url = "https://a.example/"\n[build]\noutput = "out"\n'
    config = load(tmp_path, text, base_url="https://b.example/sub", output="elsewhere")
    assert (config.site.base_url, config.build.output) == ("https://b.example/sub/", "elsewhere")
    assert load(tmp_path, text, base_url="").site.base_url == ""


def test_a_wrong_option_is_reported(tmp_path: Path) -> None:
    assert problems(tmp_path, "", base_url="rivers") == [("C005", None)]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load(tmp_path, '\ufeff[site]\ntitle = "Rivers"\n').site.title == "Rivers"


def test_all_problems_are_found_at_once_with_their_lines(tmp_path: Path) -> None:
    text = (
        "loose = 1\n"
        '[site]\ntitel = "A"\nbase_url = "ftp://x"\ntitle = 5\n'
        "[[seeds]]\nyear = '2025'\n"
        "[[seeds]]\nyear = 0\ndate = 2025-03-11T10:00:00\n"
        "[serch]\na = 1\n"
        '[build]\npage_size = true\noutput = ""\n'
        "[theme]\noverrides = [1]\n"
    )
    assert problems(tmp_path, text) == [
        ("C003", 1), ("C003", 3), ("C005", 4), ("C004", 5), ("C004", 7), ("C005", 9), ("C004", 10),
        ("C002", 11), ("C004", 14), ("C005", 15), ("C004", 17),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[serch]\n", "did you mean 'search'?"),
        ("[site]\nTitle = 'A'\n", "did you mean 'title'?"),
        ("[seeds]\npath = 'a'\n", "write [[seeds]] with two brackets"),
    ],
)
def test_a_hint_says_what_was_meant(tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert [d.hint for d in caught.value.diagnostics] == [hint]


@pytest.mark.parametrize("text", ["site = 1", "[[site]]", "seeds = [1]", "seeds = 2"])
def test_a_table_of_the_wrong_shape_is_reported(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [("C004", 1)]


@pytest.mark.parametrize("written", ["2024-03-11", '"2024-03-11"'])
def test_a_date_may_stand_in_quotes(tmp_path: Path, written: str) -> None:
    config = load(tmp_path, f"[filter]\nsince = {written}\nuntil = '2024-05'\n")
    assert config.filter.since == PartialDate(2024, 3, 11)
    assert config.filter.until == PartialDate(2024, 5)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("since = 2024", "C004"),
        ("since = 'March'", "C004"),
        ("exclude = ['*']", "C005"),
        ("exclude_status = ['refused']", "C005"),
        ("per_issue = -1", "C005"),
    ],
)
def test_a_wrong_filter_is_reported(tmp_path: Path, line: str, code: str) -> None:
    assert problems(tmp_path, f"[filter]\n{line}\n") == [(code, 2)]


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    assert problems(tmp_path, '[site]\ntitle = "A\n') == [("C001", 2)]


def test_a_file_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_bytes(b'[site]\ntitle = "na\xefve"\n')
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path, today=TODAY)
    assert [d.code for d in caught.value.diagnostics] == ["C006"]


@given(st.text(alphabet="[]=\"'\n site.tle{},12#\x00é", max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_loads_or_is_refused_as_settings(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with contextlib.suppress(ConfigError):
        assert load(folder, text).root == folder.resolve()


def test_columns_name_the_column_of_a_field(tmp_path: Path) -> None:
    config = load(tmp_path, '[[seeds]]\ncolumns = { title = "Paper Title", authors = "Who" }\n')
    assert config.seeds == (SeedsConfig(columns={"title": "Paper Title", "authors": "Who"}),)
    assert hash(config.seeds[0])


@pytest.mark.parametrize(
    ("columns", "code"),
    [('{ titel = "Paper Title" }', "C005"), ("{ title = 3 }", "C004"), ('"title"', "C004")],
)
def test_columns_of_unknown_fields_and_wrong_types_are_refused(
    tmp_path: Path, columns: str, code: str
) -> None:
    assert problems(tmp_path, f"[[seeds]]\ncolumns = {columns}\n") == [(code, 2)]


def test_a_model_that_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    assert problems(tmp_path, '[related]\nlimit = 3\nmodel = "nowhere"\n') == [("C011", 3)]


def test_a_model_without_the_package_is_told_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)
    (tmp_path / "model").mkdir()
    assert problems(tmp_path, '[related]\nmodel = "model"\n') == [("C011", 2)]
