from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generator.config.load import load_config
from generator.curate.derive import derive
from generator.curate.likeness import alike
from generator.curate.sentence_model import model_points
from generator.curate.vectors import paper_vectors
from generator.errors import ConfigError
from tests.config.test_load import TODAY
from tests.factories import make_paper

pytest.importorskip("model2vec")

WORDS = {"[UNK]": (0, 0), "otters": (1, 0), "lutrinae": (0.9, 0.1), "dams": (0, 1), "a": (0, 0)}


def save_model(folder: Path) -> None:
    """Write a model of five words, in which two that look different mean the same."""
    from model2vec import StaticModel  # noqa: PLC0415 - optional
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415

    tokenizer = Tokenizer(
        models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]")  # noqa: S106
    )
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    vectors = np.array(list(WORDS.values()), dtype=np.float32)
    StaticModel(vectors, tokenizer).save_pretrained(str(folder))


def test_papers_whose_words_the_model_knows_to_mean_the_same_are_near(tmp_path: Path) -> None:
    save_model(tmp_path / "model")
    papers = [make_paper(title, abstract=title) for title in ("Otters", "Lutrinae", "Dams", "!")]
    points = model_points(papers, tmp_path / "model")
    assert points[0] @ points[1] > 0.9
    assert points[0] @ points[2] < 0.2
    assert not points[3].any()


def test_the_model_brings_papers_together_that_share_few_words(tmp_path: Path) -> None:
    save_model(tmp_path / "model")
    texts = ["Otters swim", "Lutrinae swim", "Dams swim", "Dams hold"]
    papers = sorted((make_paper(text, abstract=text) for text in texts), key=lambda p: p.id)
    vectors = paper_vectors(papers)
    points = model_points(papers, tmp_path / "model")
    place = {paper.title.split()[0]: number for number, paper in enumerate(papers)}
    near = alike(vectors.rows(), vectors.lots(), points)
    assert near.places[place["Otters"]][0] == place["Lutrinae"]


def test_a_project_with_a_model_is_derived_with_it(tmp_path: Path) -> None:
    save_model(tmp_path / "model")
    (tmp_path / "site.toml").write_text('[related]\nmodel = "model"\n')
    config = load_config(tmp_path, today=TODAY)
    papers = [make_paper(f"River maps of otters {n}", abstract="River maps.") for n in range(3)]
    made = derive(papers, {paper.id: () for paper in papers}, config)
    assert all(found.related for found in made.values())


def test_damaged_files_are_told_with_the_settings(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    with pytest.raises(ConfigError) as caught:
        model_points([make_paper("Otters")], tmp_path / "model")
    assert [problem.code for problem in caught.value.diagnostics] == ["C012"]
