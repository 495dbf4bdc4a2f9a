from __future__ import annotations

import subprocess

import pytest

from generator.emit.bundle import bundle
from generator.emit.short_names import shortened
from generator.resources import shipped
from tests.emit.told import told

SCRIPT = """\
const otters=["a","b"];
const rivers={otters,maps:otters.length,name:`${otters.join("+")} ${`in ${otters}`}`};
class Den{size=2;#holders=0;static of(other){return new Den().add(other);}
add(otters,{maps=1,size:wide=maps}={}){this.#holders+=otters.length*wide;return this;}
get holders(){return this.#holders;}}
const told=({name,...others},[first,second=name]=[])=>{const add=first??second;
try{return{name,add,others};}catch(error){return error?name:add;}};
const size=(maps)=>{for(const[at,other]of Object.entries(maps)){if(other>1){return at;}}
return"none";};
function later(value){const fetch=value;
return{later:fetch?size:told,[value]:/size/.test("size")};}
const shown=[{class:"den"},({size,maps})=>({size,maps})];
console.log(JSON.stringify([otters,rivers,Den.of(otters).holders,told({name:"n",more:1}),
size(rivers),told({name:1},[2]),Object.keys(later("size")),typeof fetch,new Den().size,
shown[0],shown[1]({size:1,maps:2})]));
"""


def test_what_a_script_keeps_to_itself_gets_short_names() -> None:
    written = "const otters=(rivers)=>rivers.length;class Den{#maps=1;all(){return this.#maps;}}"
    assert shortened(written) == ("const c=(a)=>a.length;class b{#a=1;all(){return this.#a;}}")


def test_names_that_others_know_stay() -> None:
    for script in (
        "console.log(status,document);",
        "const rivers=1;export{rivers};",
        "otters.rivers={maps:1};otters.maps();",
    ):
        assert shortened(script) == script


def test_a_key_that_is_a_variable_too_is_written_as_both() -> None:
    assert shortened("const f=({size,maps=size})=>({size,maps});") == (
        "const c=({size:a,maps:b=a})=>({size:a,maps:b});"
    )


def test_a_script_with_an_open_bracket_is_refused() -> None:
    with pytest.raises(ValueError, match="bracket"):
        shortened("const otters=[1;")


@pytest.mark.node
def test_a_script_does_the_same_under_short_names(node: str) -> None:
    assert len(shortened(SCRIPT)) < len(SCRIPT)
    assert told(node, shortened(SCRIPT)) == told(node, SCRIPT)


@pytest.mark.node
def test_the_searchs_worker_is_a_script_still(node: str) -> None:
    folder = shipped("static")
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")
    }
    for name in ("worker-shards", "worker-whole", "page", "embed"):
        script = bundle(files, f"js/search/{name}.js")
        assert b"readClauses" not in script
        checked = [node, "--input-type=module", "--check"]
        subprocess.run(checked, input=script, capture_output=True, check=True)
