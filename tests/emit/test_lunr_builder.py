from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import pytest
from lunr.index import Index

from generator.emit.lunr.builder import build_index
from generator.emit.lunr.counts import Weighing, count
from tests.emit.scripts import run_script

Documents = list[dict[str, str]]

FIELDS = {"title": 3.0, "authors": 1.0, "abstract": 1.0, "topics": 2.5}
HASHES = Path(__file__).parent / "lunr_hashes.json"

PLAIN: Documents = [
    {"title": "A Survey of River Maps", "abstract": "We survey maps. Maps of rivers, by otters."},
    {"title": "Playing Otters", "authors": "Ada van der Berg", "topics": "Otters"},
    {"title": "Keys and Arrays", "abstract": "Keys play with arrays; arrays display keys."},
]
HOSTILE: Documents = [
    {"title": "José ﬂight 𝒪(L2) 😀", "authors": "Müller, Łukasz", "abstract": "e.g. (f(x)) 42.5%"},
    {"title": "扩散模型 x扩散 拡散モデル", "abstract": "İstanbul ΣΑΣ ΑΣ. ΌΔΟΣ-Σ \ufeffbom\u2028x"},
    {
        "title": "-- ... \x00 \x1c a\x1cb \x85",
        "abstract": '"quoted\\" <b> & \t __proto__ constructor',
    },
    {"title": "$\\alpha$-divergence {SkillNet} `quoted'' ~--", "topics": "7 8-9 1,000"},
    {},
    {"title": "toString valueOf hasOwnProperty", "abstract": "the of and"},
    {"abstract": "lone \ud800 surrogates \udc00y"},
    {"abstract": "ﬂ𝒪 𝒪ﬂ ｆｕｌｌ Ǆ ŉ ẞ ﬃ ͅ"},
    {"title": "👩‍🔬 of 🦦s: i.e. U.S.-based, 3.5-5 k-NN", "authors": "O’Neil-Ågren, J.-P."},
    {
        "abstract": "\x85\ufeff \x1f-\x1d- $O(n^{2})$--\\cite{x} 한국어 рыбы, Ελλάδα ไทย",
        "title": " ",
    },
    {"abstract": "skies sss eed ies sses ated by y yy bbbly agreed hopping -- ''''' _x_ __"},
]


def many() -> Documents:
    """Return enough documents for every rounding and every kind of frequency."""
    source = random.Random(1)  # noqa: S311 — repeatable on purpose
    roots = ("river", "otter", "map", "key", "play", "sur")
    words = [root + ending for root in roots for ending in ("", "s", "ing", "y")]
    weights = [1 / (n + 1) for n in range(len(words))]
    return [
        {name: " ".join(source.choices(words, weights, k=source.randrange(40))) for name in FIELDS}
        for _ in range(120)
    ]


CORPORA: dict[str, Documents] = {
    "none": [],
    "one empty": [{}],
    "plain": PLAIN,
    "hostile": HOSTILE,
    "many": many(),
}

every_corpus = pytest.mark.parametrize("name", CORPORA)


@every_corpus
def test_an_index_is_what_lunr_wrote_when_this_test_was(name: str) -> None:
    expected = json.loads(HASHES.read_text(encoding="utf-8"))
    assert hashlib.sha256(build_index(CORPORA[name], FIELDS)).hexdigest() == expected[name]


@pytest.mark.node
@every_corpus
def test_an_index_is_byte_for_byte_what_lunr_writes(name: str, node: str) -> None:
    value = {"fields": FIELDS, "documents": CORPORA[name]}
    assert build_index(CORPORA[name], FIELDS) == run_script(node, "lunr-index", value)


@pytest.mark.node
@pytest.mark.parametrize("weighing", [Weighing(k1=0.0, b=0.0), Weighing(b=0.0), Weighing(k1=0.7)])
def test_lunr_weighs_repetition_and_length_alike(weighing: Weighing, node: str) -> None:
    told = {"fields": FIELDS, "documents": many(), "k1": weighing.k1, "b": weighing.b}
    assert build_index(many(), FIELDS, weighing) == run_script(node, "lunr-index", told)


def test_the_python_package_reads_the_index_and_finds_the_papers() -> None:
    index = Index.load(build_index(PLAIN, FIELDS).decode())
    assert [found["ref"] for found in index.search("maps")] == ["0"]
    assert [found["ref"] for found in index.search("title:otter")] == ["1"]
    query = index.create_query()
    query.term("array", use_pipeline=False)  # the package itself would look for "arrai"
    assert [found["ref"] for found in index.query(query)] == ["2"]


def test_counts_tell_the_distinct_tokens_met_and_their_terms() -> None:
    counts = count([["Maps, maps"], ["MAPS of"]], {"title": 1})
    assert dict(counts.tokens) == {"maps,": 0, "maps": 0, "of": -1}
    assert counts.terms == {"map": 0}
    assert counts.found.tolist() == [2]


def test_counts_are_the_same_however_many_documents_are_counted_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [[f"otter maps {'river ' * n}", "the"] for n in range(8)]
    whole = count(texts, {"abstract": 1, "title": 3})
    monkeypatch.setattr("generator.emit.lunr.counts._RUN", 3)
    parted = count(texts, {"abstract": 1, "title": 3})
    for one, other in zip(whole.fields, parted.fields, strict=True):
        for column in ("documents", "terms", "counts", "lengths"):
            assert getattr(one, column).tolist() == getattr(other, column).tolist()
