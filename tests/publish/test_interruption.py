"""A build that is killed at any step leaves nothing that the next build does not repair.

Child processes are killed at their n-th file system operation, for every n, by an audit hook
(https://docs.python.org/3/library/audit_events.html), so nothing in the code knows of it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish.apply import publish
from tests.publish.made import bodies, make_site, names_in

OLD = make_site(index_html="old home", papers__a__index_html="a", gone__index_html="gone")
NEW = make_site(index_html="new home", papers__a__index_html="a", fresh__index_html="fresh")
MOST_STEPS = 40
KILLED = 9

# Takes a folder and a mode; publishes into 0/_site, 1/_site, … in a process each, and prints how
# each ended. Forked, because starting Python anew for each step would take most of the time.
KILL_AT_EVERY_STEP = f"""
import os, sys
from pathlib import Path
from generator.publish.apply import publish
from tests.publish.test_interruption import NEW

CHANGES = {{"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}}
folder, mode = Path(sys.argv[1]), sys.argv[2]

def publish_until(steps, output):
    def hook(event, arguments):
        nonlocal steps
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
        if event in CHANGES or writes:
            steps -= 1
            if steps < 0:
                os._exit({KILLED})

    sys.addaudithook(hook)
    publish(NEW, output, clean=mode == "clean")
    os._exit(0)

for steps in range({MOST_STEPS}):
    child = os.fork()
    if child == 0:
        publish_until(steps, folder / str(steps) / "_site")
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


@pytest.mark.parametrize("mode", ["update", "clean", "first"])
def test_a_build_killed_at_any_step_is_repaired_by_the_next(tmp_path: Path, mode: str) -> None:
    for step in range(MOST_STEPS):
        (tmp_path / str(step)).mkdir()
        if mode != "first":
            publish(OLD, tmp_path / str(step) / "_site")
        if mode == "update":
            (tmp_path / str(step) / "_site/CNAME").write_text("mine")
    done = subprocess.run(
        [sys.executable, "-c", KILL_AT_EVERY_STEP, str(tmp_path), mode],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    ends = [int(line) for line in done.stdout.split()]
    steps = ends.index(0)
    assert steps > 5
    assert ends == [KILLED] * steps + [0] * (MOST_STEPS - steps)
    foreign = {"CNAME": "mine"} if mode == "update" else {}
    for step in range(steps):
        for number, following in enumerate((NEW, OLD)):
            project = Path(shutil.copytree(tmp_path / str(step), tmp_path / f"{step}-{number}"))
            publish(following, project / "_site")
            wanted = {artifact.path: artifact.body.decode() for artifact in following}
            assert bodies(project / "_site") == wanted | foreign, f"killed at step {step}"
            assert names_in(project) == ["_site"], f"killed at step {step}"
