from __future__ import annotations

import threading

from generator.errors import Diagnostic, Severity
from generator.serve.live_site import Edition, LiveSite
from tests.serve.made import make_artifacts

PROBLEM = Diagnostic(code="S001", severity=Severity.ERROR, message="no title")


def test_the_same_build_again_is_no_new_edition() -> None:
    live = LiveSite()
    live.succeed(make_artifacts())
    version = live.current.version
    live.succeed(make_artifacts())
    assert live.current.version == version


def test_a_failure_its_repair_and_a_change_are_editions_each() -> None:
    live = LiveSite()
    versions = [live.current.version]
    live.succeed(make_artifacts())
    versions.append(live.current.version)
    live.fail([PROBLEM])
    versions.append(live.current.version)
    live.succeed(make_artifacts())
    versions.append(live.current.version)
    live.succeed(make_artifacts(home="changed"))
    versions.append(live.current.version)
    assert len(set(versions)) == 5


def test_a_failure_keeps_the_last_good_files() -> None:
    live = LiveSite()
    live.succeed(make_artifacts())
    live.fail([PROBLEM])
    assert live.current.problems == (PROBLEM,)
    assert live.current.artifacts["css/site.css"].body == b"body{}"


def test_waiting_ends_without_an_edition_when_time_is_up_or_the_site_is_closed() -> None:
    live = LiveSite()
    assert live.wait_for_other(live.current.version, 0.001) is None
    answers: list[Edition | None] = []
    waiting = threading.Thread(
        target=lambda: answers.append(live.wait_for_other(live.current.version, 60))
    )
    waiting.start()
    live.close()
    waiting.join(timeout=10)
    assert answers == [None]
    assert live.closed
