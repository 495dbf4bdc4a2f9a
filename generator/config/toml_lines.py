"""Where the keys of a TOML file stand; ``tomllib`` does not tell."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*([.=])""")


class TomlLines:
    """Looks up the 1-based line of a table or a key.

    A quick scan, not a parser: text inside a multi-line string may look like a key, so the first
    place counts. What it cannot find is None.
    """

    def __init__(self, text: str) -> None:
        self._tables: dict[tuple[str, int], int] = {}
        self._keys: dict[tuple[str, int, str], int] = {}
        self._arrays: set[str] = set()
        table, place = "", 0
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.fullmatch(line):
                table = header[2].strip("\"' ")
                place = 0
                if header[1] == "[[":
                    self._arrays.add(table)
                    place = sum(name == table for name, _ in self._tables)
                self._tables.setdefault((table, place), number)
            elif key := _KEY.match(line):
                name = key[1] or key[2] or key[3]
                self._keys.setdefault((table, place, name), number)

    def table(self, name: str, place: int = 0) -> int | None:
        """Return the line of ``[name]``, of the ``place``-th ``[[name]]``, or of ``name = …``."""
        return self._tables.get((name, place)) or self._keys.get(("", 0, name))

    def key(self, table: str, place: int, name: str) -> int | None:
        """Return the line of a key or of the list of tables it names, or that of its table."""
        line = self._keys.get((table, place, name)) or self._tables.get((f"{table}.{name}", 0))
        return line or self.table(table, place)

    def title(self, name: str) -> str:
        """Return how the file spells a table's header: ``[name]`` or ``[[name]]``."""
        return f"[[{name}]]" if name in self._arrays else f"[{name}]"
