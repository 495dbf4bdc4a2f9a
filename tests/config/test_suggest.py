from __future__ import annotations

from generator.config.suggest import did_you_mean


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("Titel", ["title", "venue"]) == "did you mean 'title'?"
    assert did_you_mean("base-url", ["base_url"]) == "did you mean 'base_url'?"


def test_without_a_near_word_all_are_listed() -> None:
    assert did_you_mean("xyz", ["venue", "title"]) == "known are title, venue"
    assert did_you_mean("xyz", []) == ""
