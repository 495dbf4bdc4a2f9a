"""English words that tell nothing about what a text is about."""

from __future__ import annotations

_WORDS = """
    a about across after again against all along already also although among an and another any
    are around as at based be because been before being below better between beyond both but by
    can cannot could despite did different do does due during e each either enable enables etc
    even every existing fig first for from full further g had has have having he hence her here
    his how however i ie if in into introduce introduced introduces is it its itself just known
    largely less let made main make makes making many may me might more moreover most much must
    my named neither no nor not novel now obtain of often on one only onto or other others our
    out over own paper papers per present presented presents propose proposed proposes proposing
    provide provided provides providing rather recent recently same see several shall she should
    show showed showing shown shows significantly since so some still such than that the their
    them themselves then there thereby therefore these they this those though three through
    throughout thus to together too toward towards two under unlike until up upon us use used
    uses using various very via was we well were what when where whereas whether which while who
    whole whom whose why will with within without would yet you your
"""

STOP_WORDS = frozenset(_WORDS.split())
"""Function words, and what every abstract says: we propose, this paper shows."""
