from __future__ import annotations

import pytest

from generator.plan.publication import Publication, publication
from tests.factories import make_paper


@pytest.mark.parametrize(
    ("venue", "aliases", "kind"),
    [
        ("", ("arxiv:2402.00001",), Publication.PREPRINT),
        ("ICLR 2025", (), Publication.CONFERENCE),
        ("KDD '24", (), Publication.CONFERENCE),
        ("Proc. of the Rivers", (), Publication.CONFERENCE),
        ("Workshop on Otters", (), Publication.CONFERENCE),
        ("Findings of Rivers", ("acl:2024.riv-1.1",), Publication.CONFERENCE),
        ("Journal of Rivers", ("doi:10.1000/x",), Publication.JOURNAL),
        ("PLOS ONE", (), Publication.JOURNAL),
        ("IROS", (), Publication.CONFERENCE),
        ("arXiv preprint", (), Publication.PREPRINT),
    ],
)
def test_the_venue_tells_what_kind_of_publication_a_paper_is(
    venue: str, aliases: tuple[str, ...], kind: Publication
) -> None:
    assert publication(make_paper(venue=venue, aliases=aliases)) is kind
