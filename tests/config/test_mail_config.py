from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.config.load import load_config
from generator.config.mail import MailConfig, is_address
from generator.errors import ConfigError


@pytest.mark.parametrize(
    "line",
    [
        'sender = "nobody"',
        'sender = "Rivers <digest@rivers.example>\\r\\nBcc: x@evil.example"',
        'reply_to = "a@x.example\\nX-Evil: 1"',
        'postal = "1 River Road\\nUtrecht"',
        'unsubscribe = "http://rivers.example/leave"',
        'unsubscribe = "javascript:alert(1)"',
        'unsubscribe = "https://rivers.example/> <https://evil.example"',
        'unsubscribe = "mailto:nobody"',
        'host = "smtp.example.org:25/x"',
        'host = "smtp.example.org\\r\\n"',
        'security = "ssl"',
        "port = 70000",
        "rate = 0",
        "attempts = 0",
        "issues = -1",
        'password = "secret"',
    ],
)
def test_a_bad_setting_is_an_error_at_its_line(line: str, tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_text(f"[mail]\n# a line\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file, today=datetime.date(2024, 6, 1))
    [problem] = caught.value.diagnostics
    assert (problem.code, str(problem.location)) == ("C005", "site.toml:3")
    assert "secret" not in str(problem)


def test_mail_in_the_clear_is_for_this_machine_alone() -> None:
    assert MailConfig(host="localhost", security="none").is_here
    with pytest.raises(ValueError, match="in the clear"):
        MailConfig(host="smtp.example.org", security="none")


@pytest.mark.parametrize("text", ["ada@x.example", "o'neil+x@sub.x-y.example", "a@localhost"])
def test_addresses_are_known(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "a", "a@", "@b", "a b@c", "a@b\n", "a@b,c@d", "a@b..c"])
def test_other_texts_are_no_addresses(text: str) -> None:
    assert not is_address(text)
