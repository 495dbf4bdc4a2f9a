"""What tells a preprint from a published record: its DOI, or the name of its server."""

from __future__ import annotations

import re

_DOI = re.compile(
    r"doi:10\.(?:48550/arxiv|1101/(?:\d{4}\.\d\d\.\d\d\.)?\d+(?:v\d+)?$|64898/|21203/rs"
    r"|2139/ssrn|20944/preprints|26434/chemrxiv|3121[89]/|3122\d/|3123[0-9]/|31730/|32942/|35542/"
    r"|36227/techrxiv|22541/|33774/|5281/zenodo|6084/m9\.figshare|1002/essoar|12688/|14293/s2199)"
)
_SERVER = re.compile(
    r"\W*(?:[a-z]{0,9}xiv|(?:corr|ssrn|hal|openrxiv|zenodo|authorea|osf preprints|research square"
    r"|preprints?(?:\.org)?|e-?prints?|under review|in review|submitted|submission|unpublished"
    r"|manuscript)\b)",
    re.IGNORECASE,
)


def is_preprint_doi(alias: str) -> bool:
    """Tell whether ``doi:…`` (lower case) belongs to a preprint server or a repository.

    Prefixes as the servers registered them with Crossref and DataCite. bioRxiv and medRxiv share
    10.1101 with journals, whose suffixes have letters.
    """
    return _DOI.match(alias) is not None


def is_preprint_venue(venue: str) -> bool:
    """Tell whether a venue is none: a preprint server, or a place a paper was only sent to."""
    return _SERVER.match(venue) is not None or venue.lower().rstrip(". ").endswith(" submission")
