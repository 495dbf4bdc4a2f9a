"""What papers mean by a sentence-embedding model that the user has on disk.

Nothing is ever downloaded. The model is one for ``model2vec``, an optional package: a table of word
vectors with a tokenizer (Tulkens & van Dongen 2024, Model2Vec). Imports it and numpy, so import
this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import numpy as np

from generator.curate.meaning_space import unit_points
from generator.curate.rows import Singles
from generator.errors import ConfigError, Diagnostic, Severity, SourceLocation
from generator.model.paper import Paper


def model_points(papers: Sequence[Paper], folder: Path) -> Singles:
    """Return a point of length 1 for each paper, by title and abstract; 0 where it says nothing.

    Args:
        papers: In the order of the points.
        folder: The model's; ``config.load`` has seen that it and the package exist.

    Raises:
        ConfigError: The folder holds no model that can be loaded (C012).
    """
    try:
        from model2vec import StaticModel  # noqa: PLC0415 - an optional package

        model = StaticModel.from_pretrained(str(folder))
        texts = [f"{paper.title}. {paper.abstract}" for paper in papers]
        points = np.asarray(model.encode(texts, use_multiprocessing=False), dtype=np.float32)
    except Exception as error:  # whatever its parts raise on damaged files
        raise ConfigError(
            Diagnostic(
                code="C012",
                severity=Severity.ERROR,
                message=f"the model in {folder} cannot be used: {error}",
                location=SourceLocation(PurePosixPath("site.toml")),
                hint="model in [related] names a folder with model.safetensors, tokenizer.json and "
                "config.json, as model2vec saves them",
            )
        ) from error
    return unit_points(np.nan_to_num(points))
