"""The encoding that a file says it is in."""

from __future__ import annotations

import codecs
import re

_HEAD = 1024
_DECLARATIONS = (
    # XML 1.0, 4.3.3 and appendix F: the declaration opens the file.
    re.compile(rb"""\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)["']"""),
    # HTML: <meta charset="…"> or <meta http-equiv=… content="text/html; charset=…">.
    re.compile(rb"""(?is:.{0,1000}?<meta\s[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+))"""),
    # JabRef's first line: % Encoding: Cp1252.
    re.compile(rb"(?i:\s*%\s*encoding\s*:\s*([\w.:-]+))"),
    # Emacs, in any comment of the first line: -*- coding: latin-1 -*-.
    re.compile(rb"(?i:[^\n]{0,200}-\*-[^\n]{0,100}?coding\s*:\s*([\w.:-]+)[^\n]*-\*-)"),
)
_TEXT_CODECS = re.compile(
    r"cp125\d|cp437|cp8[567][0-9]|cp9[345][029]|iso8859-\d+|koi8-[rtu]|mac-\w+|tis-620"
    r"|gb2312|gbk|gb18030|big5|big5hkscs|shift_jis\w*|euc_\w+|iso2022_\w+|hz"
)
_STATEFUL = ("iso2022_", "hz")
_SUPERSETS = {
    # What calls itself Latin-1 is windows-1252 in practice (https://encoding.spec.whatwg.org/);
    # the others are subsets that programs name although they write the whole set.
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def declared_encoding(raw: bytes) -> str:
    """Return the codec of the encoding that the first bytes name; empty when they name none.

    Only codecs of text are returned, and of those that are no Unicode: UTF-8 proves itself, and
    UTF-16 cannot spell its own name in ASCII.
    """
    head = raw[:_HEAD]
    for pattern in _DECLARATIONS:
        if match := pattern.match(head):
            return _codec(match[1].decode("ascii", errors="replace"))
    return ""


def is_stateful(codec: str) -> bool:
    """Tell whether the codec spells foreign letters in ASCII bytes."""
    return codec.startswith(_STATEFUL)


def _codec(name: str) -> str:
    try:
        codec = codecs.lookup(name.lower()).name
    except (LookupError, ValueError):
        return ""
    codec = _SUPERSETS.get(codec, codec)
    return codec if _TEXT_CODECS.fullmatch(codec) else ""
