"""The command as a user runs it, killed and begun again, with a real mail server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mail.servers import OK, Mailbox, serving
from tests.projects import SITES, TIMEOUT, build, copy_site, files_of, run_generator, write_project

ADDRESSES = [f"{name}@x.example" for name in "abcdef"]


def project(root: Path, mail: str = "", base_url: str = "https://r.example/") -> Path:
    copy_site("tiny", root)
    return write_project(
        root / "tiny",
        {
            "site.toml": f'[site]\nbase_url = "{base_url}"\n[[seeds]]\npath = "seeds/*.txt"\n'
            f"year = 2023\n[mail]\n{mail}\n",
            "readers.txt": "\n".join(ADDRESSES),
        },
    )


def settings(port: int) -> str:
    return (
        f'sender = "digest@r.example"\nhost = "localhost"\nport = {port}\n'
        'security = "none"\nrate = 60000\n'
    )


def start(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", "mail", "--issue", "latest"]
    return subprocess.Popen(
        [*command, "--list", "readers.txt"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SITES.parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(running: subprocess.Popen[str]) -> int:
    running.communicate(timeout=TIMEOUT)
    return running.returncode


def test_a_dry_run_talks_to_nobody_and_says_who_would_get_what(tmp_path: Path) -> None:
    folder = project(tmp_path, 'sender = "d@r.example"')
    before = files_of(folder)
    done = run_generator(
        folder, "mail", "--issue", "2023-05-04", "--to", "a@x.example,b@x.example", "--dry-run"
    )
    assert done.returncode == 0, done.stderr
    assert "2 of 2 recipients" in done.stdout
    assert "b@x.example" in done.stdout
    assert files_of(folder) == before


def test_a_send_killed_halfway_goes_on_without_a_second_copy(tmp_path: Path) -> None:
    mailbox = Mailbox()
    running: list[subprocess.Popen[str]] = []

    def kill_at_the_third(address: str, tries: int) -> str:
        if address == ADDRESSES[2] and tries == 1:
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()
        return OK

    mailbox.at_rcpt = kill_at_the_third
    with serving(mailbox) as port:
        folder = project(tmp_path, settings(port))
        running.append(start(folder))
        assert finish(running[0]) == -signal.SIGKILL
        assert mailbox.addresses == ADDRESSES[:2]
        assert finish(start(folder)) == 0
        assert mailbox.addresses == ADDRESSES
        assert finish(start(folder)) == 0
    assert mailbox.addresses == ADDRESSES


def test_a_send_killed_before_the_answer_reports_the_doubt(tmp_path: Path) -> None:
    mailbox = Mailbox()
    running: list[subprocess.Popen[str]] = []

    def kill_at_the_third(address: str) -> None:
        if address == ADDRESSES[2]:
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()

    mailbox.after_data = kill_at_the_third
    with serving(mailbox) as port:
        folder = project(tmp_path, settings(port))
        running.append(start(folder))
        assert finish(running[0]) == -signal.SIGKILL
        assert finish(start(folder)) == 1
    assert mailbox.addresses == ADDRESSES


@pytest.mark.parametrize(
    ("mail", "options", "code"),
    [
        ("", ("--to", "a@x.example"), "M003"),
        ('sender = "d@r.example"', ("--to", "a@x.example"), "M003"),
        ('sender = "d@r.example"', ("--to", "nobody", "--dry-run"), "M002"),
        ('sender = "d@r.example"', ("--to", "a@x.example\nBcc: b@x.example", "--dry-run"), "M002"),
        ('sender = "d@r.example"', ("--list", "missing.txt", "--dry-run"), "M001"),
        ('password = "x"', ("--to", "a@x.example"), "C005"),
    ],
)
def test_what_is_missing_or_wrong_is_said_before_anything_is_sent(
    mail: str, options: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    done = run_generator(project(tmp_path, mail), "mail", "--issue", "latest", *options)
    assert done.returncode == 2
    assert code in done.stderr


def test_an_unknown_issue_is_an_error(tmp_path: Path) -> None:
    folder = project(tmp_path, 'sender = "d@r.example"')
    done = run_generator(folder, "mail", "--issue", "2023-05-05", "--to", "a@x.example")
    assert (done.returncode, "M003" in done.stderr) == (2, True)
    dry = run_generator(folder, "mail", "--issue", "2023-05-05", "--to", "a@x.example", "--dry-run")
    assert (dry.returncode, "2023-05-04" in dry.stderr) == (2, True)


def test_no_build_sends_anything(tmp_path: Path) -> None:
    mailbox = Mailbox()
    with serving(mailbox) as port:
        site = build(project(tmp_path, settings(port)))
    assert mailbox.tries == {}
    assert (site / "emails" / "2023-05-04.eml").is_file()
