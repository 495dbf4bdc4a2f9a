import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from generator.cache import Cache
from generator.config.language import read_language
from generator.config.schema import Config, ThemeConfig
from generator.emit import assets
from generator.emit.assets import JOINED, PARTS, load_assets
from generator.emit.bundle import bundle
from generator.errors import InputError
from generator.resources import shipped
from tests.factories import make_config


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name, text in {
        "css/site.css": '@import "tokens.css";\n@import "mine.css";\nbody{}\n',
        "css/tokens.css": ":root{--ink:#123}",
        "css/mine.css": "p{}",
        "js/a.js": 'import { b } from "./b.js"; import("./missing.js");',
        "js/b.js": "export const b = 1;",
    }.items():
        path = tmp_path / "theme" / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_a_theme_wins_over_the_shipped_files(theme: Path) -> None:
    found = load_assets(make_config(theme, theme=ThemeConfig(overrides=("theme",))))
    style = next(file for file in found.artifacts if file.path == "assets/css/site.css")
    assert style.body.decode() == ":root{--ink:#123}\np{}\nbody{}\n"


def test_style_sheets_become_one_file(theme: Path) -> None:
    found = load_assets(make_config(theme, theme=ThemeConfig(overrides=("theme",))))
    assert [name for name in found.urls if name.endswith(".css")] == ["css/site.css"]


def test_imports_between_scripts_carry_the_version_of_the_pages(theme: Path) -> None:
    found = load_assets(make_config(theme, theme=ThemeConfig(overrides=("theme",))))
    version = found.urls["js/a.js"].partition("?v=")[2]
    script = next(file for file in found.artifacts if file.path == "assets/js/a.js").body.decode()
    assert f'from "./b.js?v={version}"' in script
    assert 'import("./missing.js")' in script


def test_the_version_changes_with_any_file(theme: Path) -> None:
    config = make_config(theme, theme=ThemeConfig(overrides=("theme",)))
    before = load_assets(config).urls["css/site.css"]
    (theme / "theme/static/js/b.js").write_text("export const b = 2;")
    assert load_assets(config).urls["css/site.css"] != before


def test_scripts_are_joined_once_for_as_long_as_none_changes(
    theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = make_config(theme, theme=ThemeConfig(overrides=("theme",)))
    cache = Cache(folder=theme / "cache", program="ours")
    joined: list[str] = []

    def counted(files: Mapping[str, bytes], entry: str, **options: Any) -> bytes:
        joined.append(entry)
        return bundle(files, entry, **options)

    monkeypatch.setattr(assets, "bundle", counted)
    first = load_assets(config, cache)
    assert sorted(joined) == sorted([*JOINED, *chain(*PARTS.values())])
    assert load_assets(config, cache) == first
    assert len(joined) == len([*JOINED, *chain(*PARTS.values())])
    (theme / "theme/static/js/b.js").write_text("export const b = 2;")
    assert load_assets(config, cache) == load_assets(config) != first


def test_names_are_shortened_only_where_no_theme_brings_scripts_of_its_own(theme: Path) -> None:
    def search(config: Config) -> bytes:
        path = "assets/js/search/worker-whole.js"
        return next(file.body for file in load_assets(config).artifacts if file.path == path)

    shipped_alone, themed = make_config(theme), ThemeConfig(overrides=("theme",))
    assert len(search(shipped_alone)) < len(search(make_config(theme, theme=themed)))


def test_an_import_of_a_missing_style_sheet_is_named(theme: Path) -> None:
    (theme / "theme/static/css/site.css").write_text('@import "nowhere.css";')
    with pytest.raises(InputError, match=r"nowhere\.css"):
        load_assets(make_config(theme, theme=ThemeConfig(overrides=("theme",))))


def test_a_script_that_a_page_names_is_one_file(tmp_path: Path) -> None:
    scripts = {
        file.path.removeprefix("assets/"): file.body.decode()
        for file in load_assets(make_config(tmp_path)).artifacts
        if file.path.endswith(".js")
    }
    templates = shipped("templates").rglob("*.html")
    named = {name for path in templates for name in re.findall(r"js/[\w/-]+\.js", _assets(path))}
    assert {"js/site.js", "js/map/page.js"} <= named
    assert [
        name for name in sorted(named) if re.search(r"^import\b", scripts[name], re.MULTILINE)
    ] == []


def _assets(template: Path) -> str:
    return " ".join(re.findall(r"site\.assets\['([^']+)'\]", template.read_text("utf-8")))


@pytest.mark.parametrize(
    ("tag", "added"), [("en", []), ("zh", ["zh"]), ("ar", ["rtl", "ar"]), ("ar-EG", ["rtl", "ar"])]
)
def test_rules_of_a_script_are_added_where_a_language_needs_them(
    tag: str, added: list[str]
) -> None:
    language, _ = read_language(tag, Path("/nowhere"))
    assert language is not None
    found = load_assets(make_config(language=language))
    style = next(file for file in found.artifacts if file.path == "assets/css/site.css")
    folder = shipped("static") / "css" / "scripts"
    rules = "".join((folder / f"{name}.css").read_text("utf-8") for name in added)
    assert style.body.decode().endswith(rules)
    assert ("transform: scaleX(-1)" in style.body.decode()) == ("rtl" in added)
    assert [name for name in found.urls if "scripts/" in name] == []
