"""The generator's version; the package's own metadata is made of it."""

VERSION = "0.1.0"
