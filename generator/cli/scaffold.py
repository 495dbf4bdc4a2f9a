"""Files to begin with, for ``new`` and ``init``; none ever overwrites another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.errors import ConfigError, Diagnostic, Severity


def write_new(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write files by their path below a folder; all of them, or none when one exists already.

    Raises:
        ConfigError: One exists (C906), or the file system refuses (C903).
    """
    targets = {folder / name: text for name, text in files.items()}
    if taken := [target for target in targets if target.exists()]:
        raise ConfigError(
            *(
                _problem("C906", f"{path} exists already", "remove it, or choose another name")
                for path in taken
            )
        )
    for target, text in targets.items():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            message = f"cannot write {target}: {error.strerror}"
            raise ConfigError(_problem("C903", message)) from error
    return tuple(targets)


def paper(title: str, date: str) -> str:
    """Return the file of a paper."""
    return f"""\
---
title: {_quoted(title)}
authors:
  - Given Family
published: {date}
# venue: Where it appeared
# links:
#   - url: https://example.org/code
#     kind: code
# topics: [a-topic]
# tldr: One sentence that says what is new.
draft: true
---
The abstract, as Markdown; TeX math in dollar signs. Take the line `draft: true` out to publish it.
"""


def issue(title: str, date: str) -> str:
    """Return the file of an issue."""
    return f"""\
---
kind: issue
title: {_quoted(title)}
date: {date}
sections:
  - title: Worth reading
    papers: []
# A paper is named by its id or one of its identifiers, with a note if you like:
#   - paper: arxiv:2402.12345
#     note: Why it is here.
---
An introduction, as Markdown.
"""


def page(title: str) -> str:
    """Return the file of a free page."""
    return f"""\
---
title: {_quoted(title)}
---
The text, as Markdown.
"""


def project(title: str, date: str) -> dict[str, str]:
    """Return the files of a new digest, by path."""
    return {
        "site.toml": f"""\
# The settings of this digest; every key has a sensible default.

[site]
title = {_quoted(title)}
# base_url = "https://example.org/digest/"
description = "Papers worth reading."
""",
        ".gitignore": "_site/\n.florilegium/*\n!.florilegium/topics.json\n",
        "seeds/topics.yaml": _TOPICS,
        "seeds/papers/a-paper-to-replace.md": _example(date),
    }


def _problem(code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint)


def _quoted(text: str) -> str:
    """Return the text in quotes, as JSON, TOML and YAML all read it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _example(date: str) -> str:
    return f"""\
---
title: "Beavers at Work: Counting Dams from River Sounds"
authors:
  - Ida Holm
  - Teo Marin
published: {date}
---
Counting beaver dams needs people in boats. We listen instead: a microphone under each bridge hears
how a dam changes the sound of a river, and a small model turns that into a count. On twelve rivers
the counts are within 8% of those from boats. This paper is made up: replace it by a real one.
"""


_TOPICS = """\
# The topics, and the words and phrases that speak for each; a * stands for any ending.
topics:
  - slug: wildlife
    name: Wildlife
    description: Animals and the places where they live.
    terms: [beaver*, river*, dam]
"""
