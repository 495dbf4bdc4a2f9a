"""What scripts say, put into them when the site is built: a browser looks nothing up.

A script writes ``say.save`` and imports ``say`` from ``js/say.js``, which holds the English phrases
for tests and type checks. Here each becomes the phrase itself, in the site's language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.config.language import paper_attributes
from generator.config.schema import Config

MODULE = "js/say.js"

_TABLE = "script."
_SHARED: Mapping[str, str] = MappingProxyType(
    {
        "group": "numbers.group",
        "comma": "lists.comma",
        "and_more": "lists.and_more",
        "papers": "counted.paper",
        "code": "links.code",
        "mute": "lists.mute",
        "previous": "paper.previous",
        "next": "paper.next",
        "more_results": "search.more",
        "narrowed_by": "search.chosen",
        "search": "pages.search",
        "search_papers": "search.label",
    }
)
"""Phrases that pages say too, by the names that scripts have for them."""

_PHRASE = re.compile(r"say\.(\w+)")  # a plain beginning is found fast
_OTHER = re.compile(r"[\w.$]\Z")
_IMPORT = re.compile(r'^import \{ say \} from "[./]*say\.js";\n', re.MULTILINE)
_NAME = re.compile(r"(?<![\w.$/])say\b(?=[.\[,;)}])(?!\.js)")
_OPENING = (
    "/* What scripts say, in English: written by scripts/script_phrases.py; do not edit. */\n"
)


def script_phrases(config: Config) -> dict[str, object]:
    """Return what scripts say by name, and the attributes of elements with text of papers."""
    phrases = config.language.catalogue.phrases
    own = {key.removeprefix(_TABLE): key for key in phrases if key.startswith(_TABLE)}
    said: dict[str, object] = {name: phrases[key] for name, key in {**own, **_SHARED}.items()}
    return {**said, "paper_text": paper_attributes(config.site, config.language)}


def say_module(phrases: Mapping[str, object]) -> str:
    """Return the module that exports the phrases as ``say``."""
    rows = (f"  {name}: {_literal(phrases[name])},\n" for name in sorted(phrases))
    return f"{_OPENING}export const say = {{\n{''.join(rows)}}};\n"


def put_phrases(files: dict[str, bytes], phrases: Mapping[str, object]) -> None:
    """Replace ``say.name`` in every script of ours by what it stands for.

    A name that nobody knows stays, and so does the import that it needs.
    """

    def said(found: re.Match[str]) -> str:
        before = found.string[max(0, found.start() - 3) : found.start()]
        is_ours = before == "..." or not _OTHER.search(before)
        return _literal(phrases[found[1]]) if is_ours and found[1] in phrases else found[0]

    for name, body in files.items():
        is_script = name.endswith(".js") and not name.startswith("vendor/") and name != MODULE
        if is_script and b"say" in body:
            text = _PHRASE.sub(said, body.decode())
            if not _NAME.search(_IMPORT.sub("", text)):
                text = _IMPORT.sub("", text)
            files[name] = text.encode()
    files[MODULE] = say_module(phrases).encode()


def _literal(value: object) -> str:
    """Return a value as JavaScript that may also stand inside a template."""
    return json.dumps(value, ensure_ascii=False).replace("`", "\\u0060")
