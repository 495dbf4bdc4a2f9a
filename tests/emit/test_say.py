"""What scripts say: put into them at build time, in the language of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config.language import read_language
from generator.config.site import SiteConfig
from generator.emit.assets import load_assets
from generator.emit.say import MODULE, put_phrases, script_phrases
from generator.emit.script_text import uncommented
from generator.language.catalogue import shipped_tags
from generator.resources import shipped
from scripts.script_phrases import TARGET, english_module
from tests.factories import make_config

SCRIPTS = sorted((shipped("static") / "js").rglob("*.js"))
TEXT = re.compile(r"""(["'`])([A-Z][a-z]+(?:[ …].*?)?)\1""")
NO_TEXT = re.compile(r"Arrow|Enter|Escape|Missing|[A-Z]+$")  # keys, names of errors
NAMES = {"Markdown", "Accept", "Content-Type", "Nature"}
"""Texts that are the same in every language, or are told to nobody."""


def said(source: str, phrases: dict[str, object]) -> str:
    files = {"js/a.js": source.encode()}
    put_phrases(files, phrases)
    return files["js/a.js"].decode()


def test_the_english_module_is_fresh() -> None:
    assert TARGET.read_text("utf-8") == english_module(), "run: python scripts/script_phrases.py"


def test_a_phrase_stands_where_its_name_stood() -> None:
    source = (
        'import { say } from "../say.js";\nf(say.save, { ...say.attributes }, `${say.save}!`);\n'
    )
    made = said(source, {"save": 'Merken "x"', "attributes": {"dir": "auto"}})
    assert made == 'f("Merken \\"x\\"", { ...{"dir": "auto"} }, `${"Merken \\"x\\""}!`);\n'


def test_what_is_no_phrase_stays() -> None:
    source = 'import { say } from "./say.js";\nthis.say.save(); say.unknown;\n'
    assert said(source, {"save": "Save"}) == source
    assert said("x.say.save;\n", {"save": "Save"}) == "x.say.save;\n"


def test_a_phrase_cannot_end_the_template_it_stands_in() -> None:
    made = said("`${say.save}`;\n", {"save": "a ` b"})
    assert made == '`${"a \\u0060 b"}`;\n'


@pytest.mark.parametrize("tag", shipped_tags())
def test_built_scripts_hold_their_phrases_and_no_names_of_them(tag: str) -> None:
    language, _ = read_language(tag, Path("/nowhere"))
    assert language is not None
    config = make_config(language=language, site=SiteConfig(language=tag))
    scripts = {
        file.path: file.body.decode()
        for file in load_assets(config).artifacts
        if file.path.endswith(".js") and file.path != f"assets/{MODULE}"
    }
    named = {path for path, body in scripts.items() if re.search(r"(?<!this\.)\bsay\.\w", body)}
    assert named == set()
    assert language.text("script.save") in scripts["assets/js/site.js"]


def test_every_name_in_a_script_has_a_phrase_and_every_phrase_is_said() -> None:
    names = set()
    for path in SCRIPTS:
        if path != TARGET:
            names |= set(re.findall(r"(?<![\w$])say\.(\w+)", path.read_text("utf-8")))
    known = set(script_phrases(make_config()))
    assert names - known == {"js"}  # the imports
    assert known - names == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_nothing_but_phrases(path: Path) -> None:
    if path == TARGET:
        return
    source = uncommented(path.read_text("utf-8"))
    found = [text for _, text in TEXT.findall(source) if not NO_TEXT.match(text)]
    assert [text for text in found if text not in NAMES] == []
