from __future__ import annotations

from generator.config.toml_lines import TomlLines

TEXT = """\
top = 1
[site]
title = "A"   # the name
"quoted key" = 2
[[seeds]]
path = "a"
[[seeds]] # the second
  path = "b"
inline.dotted = 3
"""


def test_keys_and_tables_are_found() -> None:
    lines = TomlLines(TEXT)
    assert lines.table("top") == 1
    assert lines.table("site") == 2
    assert lines.key("site", 0, "title") == 3
    assert lines.key("site", 0, "quoted key") == 4
    assert [lines.table("seeds", place) for place in (0, 1, 2)] == [5, 7, None]
    assert [lines.key("seeds", place, "path") for place in (0, 1)] == [6, 8]


def test_a_key_that_is_not_found_has_the_line_of_its_table() -> None:
    assert TomlLines(TEXT).key("site", 0, "base_url") == 2
    assert TomlLines("site = {title = 'A'}").key("site", 0, "title") == 1
    assert TomlLines("").key("site", 0, "title") is None
