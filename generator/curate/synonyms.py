"""What the user says of words: those that mean the same; read from ``seeds/synonyms.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.config.schema import Config, SearchConfig
from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic, error_at
from generator.text.tokens import words
from generator.text.yaml_lines import YamlList, YamlMapping, YamlNode, YamlText, read_yaml

Groups = tuple[tuple[str, ...], ...]
"""Words and phrases that mean the same, as written."""

_KEY = "synonyms"
_FORM = "write a list of lists, for example - [T2I, text-to-image]"


def load_synonyms(config: Config) -> tuple[Groups, tuple[Diagnostic, ...]]:
    """Read the file that the configuration names.

    A missing file is no fault where the configuration did not ask for one by name.
    """
    name = config.search.synonyms
    path = PurePosixPath(name)
    try:
        text = (config.root / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if name == SearchConfig().synonyms:
            return (), ()
        hint = "write one, or correct synonyms in [search] of site.toml"
        return (), (error_at("U064", path, None, "there is no such file of synonyms", hint),)
    except (OSError, UnicodeDecodeError) as error:
        hint = "save it as UTF-8 text"
        return (), (error_at("U064", path, None, f"the file cannot be read: {error}", hint),)
    return read_synonyms(text, path)


def read_synonyms(text: str, path: PurePosixPath) -> tuple[Groups, tuple[Diagnostic, ...]]:
    """Return the groups of a file's text, and everything wrong with it."""
    reading = read_yaml(text)
    reader = _SynonymReader(path)
    for fault in reading.faults:
        reader.blame("U064", fault.line, fault.message, fault.hint)
    groups = tuple(reader.groups(reading.root))
    return groups, tuple(sorted(reader.found, key=lambda problem: problem.sort_key))


class _SynonymReader:
    """One pass over the file that gathers groups and diagnostics."""

    def __init__(self, path: PurePosixPath) -> None:
        self._path = path
        self.found: list[Diagnostic] = []

    def groups(self, root: YamlNode | None) -> Iterator[tuple[str, ...]]:
        for node in self._lists(root):
            if not isinstance(node, YamlList):
                self.blame("U065", node.line, "synonyms are a list of two or more", _FORM)
                continue
            group = tuple(dict.fromkeys(self._phrases(node)))
            if len(group) > 1:
                yield group
            elif len(node.entries) == len(group):
                self.blame("U065", node.line, "a list of synonyms needs two or more", _FORM)

    def _lists(self, root: YamlNode | None) -> tuple[YamlNode, ...]:
        if root is None:
            return ()
        if not isinstance(root, YamlMapping):
            self.blame("U065", root.line, f"the file must begin with {_KEY}:", _FORM)
            return ()
        for key, (line, _) in root.entries.items():
            if key != _KEY:
                self.blame("U065", line, f"unknown key {key!r}", did_you_mean(key, (_KEY,)))
        line, node = root.entries.get(_KEY, (root.line, None))
        if isinstance(node, YamlList):
            return node.entries
        if node is not None and not (isinstance(node, YamlText) and node.is_null):
            self.blame("U065", line, f"{_KEY} must be a list", _FORM)
        return ()

    def _phrases(self, node: YamlList) -> Iterator[str]:
        for entry in node.entries:
            if not isinstance(entry, YamlText):
                self.blame("U065", entry.line, "a synonym is a word or a phrase", _FORM)
            elif not words(entry.text):
                message = f"there is no word in {entry.text!r}"
                self.blame("U065", entry.line, message, "remove it")
            else:
                yield " ".join(entry.text.split())

    def blame(self, code: str, line: int, message: str, hint: str = "") -> None:
        self.found.append(error_at(code, self._path, line, message, hint))
