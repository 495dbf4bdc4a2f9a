"""Everything that a site is made of, as one mark."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.config.schema import Config
from generator.curate.topic_state import STATE_FILE
from generator.rebuild.program import add_files, files_below
from generator.sources.discover import discover


def inputs_fingerprint(config: Config) -> str | None:
    """Return a mark of settings, seeds and theme: with one program, equal marks give equal sites.

    None when nobody can tell: the modules of ``[extensions]`` may look at anything.
    """
    return _fingerprint(config, (*_beside_seeds(config), *_theme(config)))


def contents_fingerprint(config: Config) -> str | None:
    """Return a mark of settings and seeds: with one program, equal marks give equal corpora.

    None as for ``inputs_fingerprint``.
    """
    return _fingerprint(config, _beside_seeds(config))


def frame_fingerprint(config: Config, shared: object) -> str | None:
    """Return a mark of what all pages share: equal subjects then give equal pages.

    None as for ``inputs_fingerprint``.

    Args:
        config: The settings.
        shared: What templates see beside a page's context, and which files links may lead to.

    No page knows what day it is: else the first build of each would render all.
    """
    if config.extensions.modules:
        return None
    mark = hashlib.blake2b(digest_size=16)
    settings = replace(config, root=Path(), today=datetime.date.min)
    mark.update(repr((settings, shared)).encode(errors="surrogatepass"))
    _add_each(mark, _theme(config), config.root)
    return mark.hexdigest()


def _fingerprint(config: Config, others: Iterable[Path]) -> str | None:
    if config.extensions.modules:
        return None
    mark = hashlib.blake2b(digest_size=16)
    mark.update(repr(replace(config, root=Path())).encode())
    found = discover(config)
    for diagnostic in found.diagnostics:
        mark.update(f"{diagnostic}\n".encode())
    for seed in found.files:
        mark.update(f"{seed.path}\n".encode())
        add_files(mark, (seed.target,))
    _add_each(mark, others, config.root)
    return mark.hexdigest()


def _add_each(mark: hashlib.blake2b, files: Iterable[Path], root: Path) -> None:
    """Add files to a mark, each with its path below the project's folder."""
    for file in files:
        mark.update(f"{str(file).removeprefix(str(root))}\n".encode())
        add_files(mark, (file,))


def _beside_seeds(config: Config) -> Iterator[Path]:
    """Yield every other file of the project that a build reads, missing ones too."""
    yield config.root / config.topics.file
    yield config.root / config.curate.same
    yield config.root / config.search.synonyms
    yield config.root / STATE_FILE
    if config.related.model:
        model = config.root / config.related.model
        yield from files_below(model) if model.is_dir() else (model,)


def _theme(config: Config) -> Iterator[Path]:
    for folder in config.theme.overrides:
        for part in ("templates", "static"):
            yield from files_below(config.root / folder / part)
