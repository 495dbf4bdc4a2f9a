from __future__ import annotations

import pytest

from generator.model.paper import Status
from generator.sources.submission_status import status_named, status_of_title


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Poster", Status.ACCEPTED),
        ("Accept (oral)", Status.ACCEPTED),
        ("Top-5%", Status.UNKNOWN),
        ("Findings", Status.ACCEPTED),
        ("Reject", Status.REJECTED),
        ("Desk Rejected Submission", Status.REJECTED),
        ("Withdraw", Status.WITHDRAWN),
        ("Withdrawn Poster", Status.WITHDRAWN),
        ("retracted", Status.RETRACTED),
        ("Active", Status.UNKNOWN),
        ("", Status.UNKNOWN),
    ],
)
def test_words_tell_what_became_of_a_submission(words: str, status: Status) -> None:
    assert status_named(words) is status


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("RETRACTED: Otters", Status.RETRACTED),
        ("[Retracted] Otters", Status.RETRACTED),
        ("Retracted Article: Otters", Status.RETRACTED),
        ("WITHDRAWN: Otters", Status.WITHDRAWN),
        ("Retracted otters swim", Status.UNKNOWN),
    ],
)
def test_a_title_may_be_marked(title: str, status: Status) -> None:
    assert status_of_title(title) is status
