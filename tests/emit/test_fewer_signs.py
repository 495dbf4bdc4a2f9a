from __future__ import annotations

import pytest

from generator.emit.fewer_signs import tightened
from tests.emit.told import told

SCRIPT = """\
const one = 1;
const list = [one, 2, ];
let sum = 0;
let holes = [, 1].length;
for (const value of list) sum += value;
const half = (value) => value / 2;
const later = async (value) => { const first = value; const second = + +first; return second; };
const quoted = (text) => { return `${text.replace(/ ;/g, (found) => found + 1)} ;}`; };
const both = (a, b) => a - -b + +a;
switch (one) { case 1: const known = 3; const other = 4; sum += known + other; }
class Den { size = 1; get double() { return this.size + this.size; } }
console.log(JSON.stringify([
  sum, holes, half(3), await later("4"), quoted("a ;}"), both(1, 2), new Den().double,
  1 .toFixed(1),
]));
"""


@pytest.mark.parametrize(
    ("script", "left"),
    [
        (
            "const a=1;const b=2;let c=3;let d=4;e();const f=5;",
            "const a=1,b=2;let c=3,d=4;e();const f=5;",
        ),
        (
            "const a=()=>{const b=1;const c=2;return b + c;};",
            "const a=()=>{const b=1,c=2;return b+c};",
        ),
        ("const [a,]=b;const {c,}=d;", "const[a]=b,{c}=d;"),
        ("export const a=1;const b=2;", "export const a=1;const b=2;"),
        ("f((a)=>a,async (b)=>b,(c,d)=>c,({e})=>e);", "f(a=>a,async b=>b,(c,d)=>c,({e})=>e);"),
        ("a=[,1,,];", "a=[,1,,];"),
        ("a=b + +c - -d / /e/.f;", "a=b+ +c- -d/ /e/.f;"),
        ("return (a)=>a;", "return a=>a;"),
        ("const a=1 .toFixed();", "const a=1 .toFixed();"),
    ],
)
def test_signs_are_left_out_where_they_say_nothing(script: str, left: str) -> None:
    assert tightened(script) == left


@pytest.mark.node
def test_a_script_does_the_same_with_fewer_signs(node: str) -> None:
    assert len(tightened(SCRIPT)) < len(SCRIPT)
    assert told(node, tightened(SCRIPT)) == told(node, SCRIPT)
