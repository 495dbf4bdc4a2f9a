"""Which papers stand for all: drawn by lot, so that one paper more hardly changes who they are.

What is learned from the papers with the lowest lots stays the same when any other paper changes,
comes or goes.
"""

from __future__ import annotations

from zlib import crc32


def lot(name: str) -> int:
    """Return a number of 32 bits that depends on the name alone, and is spread evenly."""
    return crc32(name.encode(errors="surrogatepass"))
