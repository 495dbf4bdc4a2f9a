from __future__ import annotations

from generator.curate.openings import without_reason, without_showing, without_ties


def test_ties_go_however_many_there_are() -> None:
    assert without_ties("However, to this end, in this work, we thus swim.") == "We swim."
    assert without_ties("Otters, however, swim.") == "Otters, however, swim."


def test_a_reason_goes_only_before_we_or_this_work() -> None:
    assert without_reason("Unlike beavers, we swim.") == "We swim."
    assert without_reason("Unlike beavers, otters swim.") == "Unlike beavers, otters swim."


def test_names_in_small_letters_stay_small() -> None:
    assert without_showing("Results show that iOtter swims.") == "iOtter swims."
    assert without_showing("Results show that otter2 swims.") == "otter2 swims."
    assert without_showing("We find that otters swim.") == "Otters swim."


def test_what_is_shown_twice_stays_whole() -> None:
    twice = "We show that otters swim, and that beavers build."
    assert without_showing(twice) == twice
    ours = "We find that otters swim, and we ask why."
    assert without_showing(ours) == ours
    further = "Our results show that otters swim, and demonstrate, in a river, that they float."
    assert without_showing(further) == further


def test_what_has_no_clause_of_its_own_stays_behind_who_shows_it() -> None:
    adrift = "We prove that for a river with one bend under fair conditions."
    assert without_showing(adrift) == adrift
    whole = "We prove that for a river with one bend, otters swim."
    assert without_showing(whole) == "For a river with one bend, otters swim."
