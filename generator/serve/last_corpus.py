"""The corpus of the last build, for as long as nothing has changed that it is made of."""

from __future__ import annotations

from typing import Any

from generator.build import ReadCorpus, read_corpus
from generator.config.schema import Config
from generator.extend import Registry
from generator.rebuild.inputs import contents_fingerprint


class LastCorpus:
    """Reads a project; again only after a change of settings, seeds or topics.

    A change of a template or style sheet, of which there are many while one works on a theme,
    then costs no reading.
    """

    def __init__(self) -> None:
        self._mark: str | None = None
        self._found: ReadCorpus | None = None

    def read(self, config: Config, registry: Registry, **options: Any) -> ReadCorpus:
        """Return what ``build.read_corpus`` returns; arguments as there."""
        # Taken before reading: what is saved meanwhile makes another mark.
        mark = contents_fingerprint(config)
        if self._found is None or mark is None or mark != self._mark:
            self._found, self._mark = None, None
            self._found = read_corpus(config, registry, **options)
            self._mark = mark
        return self._found
