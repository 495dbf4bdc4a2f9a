from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.errors import ConfigError
from generator.mail.recipients import of_command_line, read_recipients


def test_each_address_counts_once() -> None:
    text = "ada@x.example\n# a comment\n\nBo Ek <bo@x.example>  # since May\nADA@x.example\n"
    assert read_recipients(text, PurePosixPath("readers.txt")) == (
        "ada@x.example",
        "Bo Ek <bo@x.example>",
    )


def test_the_command_line_takes_commas() -> None:
    assert of_command_line(["a@x.example, b@x.example", "c@x.example"]) == (
        "a@x.example",
        "b@x.example",
        "c@x.example",
    )


@pytest.mark.parametrize(
    "entry",
    [
        "ada",
        "ada@",
        "ada@x.example bo@x.example",
        "<ada@x.example>, <bo@x.example>",
        "ada@x.example\x00",
        "ada@x.example\x0bBcc: evil@x.example",
        "ä@x.example",
        "Bcc: ada@x.example",
        "Ada <ada@x.example> <bo@x.example>",
        "evil@x.example <ada@x.example>",
    ],
)
def test_what_is_no_address_is_named_with_its_line(entry: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_recipients(f"fine@x.example\n{entry}", PurePosixPath("readers.txt"))
    [problem] = caught.value.diagnostics
    assert (problem.code, str(problem.location)) == ("M002", "readers.txt:2")


def test_an_empty_list_is_an_error() -> None:
    with pytest.raises(ConfigError) as caught:
        read_recipients("# nobody\n", PurePosixPath("readers.txt"))
    assert caught.value.diagnostics[0].code == "M001"
