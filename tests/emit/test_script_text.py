from __future__ import annotations

import pytest

from generator.emit.script_text import squeezed, uncommented


def test_comments_and_blanks_are_dropped() -> None:
    source = "/** a */\nconst b = 1; // c\n\n  const d = /\\/\\/[/*]/; /* e */\n"
    assert squeezed(uncommented(source)) == "const b=1;const d=/\\/\\/[/*]/;\n"


@pytest.mark.parametrize(
    "source",
    [
        'const a="// b",c=`/* ${"d"} */`;\n',
        "const a=(b)=>/, { }/.test(b);\n",
        "const a=()=>{return/, =/;};\n",
        "const a=`b ${c && `: ${d} ; ${e({ f })}`} , `;\n",
        "const a=b - -c + +d / e / f;\n",
    ],
)
def test_what_must_stay_stays(source: str) -> None:
    assert squeezed(uncommented(source)) == source
