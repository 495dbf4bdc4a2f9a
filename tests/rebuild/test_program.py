"""What counts as this program."""

from __future__ import annotations

from generator.rebuild.program import program_files
from generator.resources import shipped


def test_code_catalogues_templates_and_scripts_all_make_the_program() -> None:
    files = set(program_files())
    package = shipped("locales").parent
    for path in (
        package / "build.py",
        package / "locales" / "de.toml",
        shipped("templates") / "base.html",
        shipped("static") / "js" / "site.js",
    ):
        assert path in files
