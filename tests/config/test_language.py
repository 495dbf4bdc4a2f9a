"""The language of a site, and its own phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.language import gaps, paper_attributes, read_language
from generator.config.load import load_config
from generator.config.site import SiteConfig
from generator.errors import ConfigError
from tests.factories import TODAY
from tests.projects import write_project


def project(root: Path, tag: str, phrases: str = "") -> Path:
    files: dict[str, str | bytes] = {"site.toml": f'[site]\nlanguage = "{tag}"\n'}
    if phrases:
        files[f"locales/{tag}.toml"] = phrases
    return write_project(root, files)


def problems(root: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(root, today=TODAY)
    return [str(diagnostic) for diagnostic in caught.value.diagnostics]


def test_a_shipped_language_is_taken_with_its_region(tmp_path: Path) -> None:
    config = load_config(project(tmp_path, "de-AT"), today=TODAY)
    assert config.language.tag == "de-AT"
    assert config.language.text("pages.topics") == "Themen"


def test_an_unknown_language_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    [found] = problems(project(tmp_path, "tlh"))
    assert found.startswith("site.toml:2:")
    assert "'tlh'; known are ar, de, en, es, fr, zh" in found


@pytest.mark.parametrize("tag", ["../secret", "a/b", "..\\\\up"])
def test_a_language_is_no_path(tmp_path: Path, tag: str) -> None:
    (tmp_path / "secret.toml").write_text('[pages]\ntopics = "no"\n')
    [found] = problems(project(tmp_path, tag))
    assert "must be a tag such as en" in found


def test_a_site_says_one_thing_in_other_words(tmp_path: Path) -> None:
    config = load_config(project(tmp_path, "en", '[pages]\npapers = "Articles"\n'), today=TODAY)
    assert config.language.text("pages.papers") == "Articles"
    assert config.language.text("pages.topics") == "Topics"
    assert gaps(config.language) == ()


def test_a_site_adds_a_language_and_hears_what_is_missing(tmp_path: Path) -> None:
    own = '[language]\nname = "Polski"\n[plurals]\none = "n = 1"\nfew = "n % 10 = 2..4"\n' + (
        '[counted]\npaper = { one = "{n} praca", few = "{n} prace", other = "{n} prac" }\n'
    )
    config = load_config(project(tmp_path, "pl", own), today=TODAY)
    assert config.language.counted(3, "paper") == "3 prace"
    assert config.language.text("pages.topics") == "Topics"
    [gap] = gaps(config.language)
    assert gap.code == "C014"
    assert "phrases are missing in 'pl'" in gap.message


def test_a_theme_has_phrases_of_its_own(tmp_path: Path) -> None:
    own = '[theme]\ngreeting = "Hello, {name}"\n'
    config = load_config(project(tmp_path, "en", own), today=TODAY)
    assert config.language.text("theme.greeting", name="otter") == "Hello, otter"


@pytest.mark.parametrize(
    ("phrases", "line", "message"),
    [
        ('[pages]\ntopcis = "x"\n', 2, "[pages] has no key 'topcis'"),
        ('[pagse]\ntopics = "x"\n', 1, "has no table [pagse]"),
        ('[frame]\ncurated_by = "By {who}"\n', 2, "has the placeholder {who}"),
        ('[frame]\ncurated_by = "By {name"\n', 2, "has a brace too many"),
        ("[pages]\ntopics = 3\n", 2, "must be a text"),
        ('[dates]\nmonths = ["a"]\n', 2, "must be a list of 12 texts"),
        ('[counted]\npaper = { one = "x" }\n', 2, "must be a text or a table with other"),
        ('[counted]\npaper = { lots = "x", other = "y" }\n', 2, "has no plural form 'lots'"),
        ('[plurals]\none = "n is 1"\n', 2, "not a plural rule"),
        ('[plurals]\nsome = "n = 1"\n', 2, "not for 'some'"),
        ('[language]\ndirection = "up"\n', 2, "must be ltr or rtl"),
        ("[pages\n", None, "cannot be read"),
    ],
)
def test_a_fault_of_a_catalogue_is_told_with_its_line(
    tmp_path: Path, phrases: str, line: int | None, message: str
) -> None:
    [found] = problems(project(tmp_path, "en", phrases))
    place = f"locales/en.toml:{line}: " if line else "locales/en.toml: "
    assert found.startswith(place)
    assert message in found


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    own = '[pages]\ntopcis = "x"\npapres = "y"\n'
    assert len(problems(project(tmp_path, "en", own))) == 2


def test_what_is_wrong_is_not_used(tmp_path: Path) -> None:
    root = project(tmp_path, "en", '[pages]\ntopics = "Themes"\nnope = "x"\n')
    language, found = read_language("en", root)
    assert len(found) == 1
    assert language is not None
    assert language.text("pages.topics") == "Topics"


def test_text_of_papers_has_attributes_where_it_differs_from_the_interface() -> None:
    english, arabic = (read_language(tag, Path("/nowhere"))[0] for tag in ("en", "ar"))
    assert english is not None
    assert arabic is not None
    assert paper_attributes(SiteConfig(), english) == {}
    assert paper_attributes(SiteConfig(papers_language="en"), english) == {}
    assert paper_attributes(SiteConfig(), arabic) == {"dir": "auto"}
    foreign = SiteConfig(papers_language="en")
    assert paper_attributes(foreign, arabic) == {"lang": "en", "dir": "auto"}
