from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.emit.assets import JOINED
from generator.emit.bundle import BundleError, bundle
from generator.resources import shipped

FILES = {
    "js/app.js": b"""\
/** Says what the others know. */
import whole, * as unused from "./x.js";
""",
    "js/main.js": b"""\
/** Says what the others know. */
import {
  rivers as streams,
  otters,
} from "./names.js";
import { extra } from "./extra.js";
import "../vendor/set.js";
const later = async () => {
  const { late } = await import("./late.js");
  return late;
};
const apart = async () => (await import("./apart.js")).apart;
export const all = async () => [
  streams, otters(), extra, globalThis.set, await later(), await apart(), // in this order
];
""",
    "js/names.js": b'export { rivers } from "./rivers.js";\nexport const otters = () => "o";\n',
    "js/rivers.js": b'export const rivers = "http://rivers"; // its address\n',
    "js/extra.js": b"""\
const { PI: otters } = Math;
export const extra = [/[/*]"/.source, `//\\n`, '/*', otters > 3];
export const quoted = (text) => /, "/.test(`${text}`);
""",
    "js/late.js": b'import { rivers } from "./rivers.js";\nexport const late = `late ${rivers}`;\n',
    "js/apart.js": b'export const apart = "apart";\n',
    "vendor/set.js": b"/*! licence */\nglobalThis.set = true;\n",
}


def test_names_that_two_modules_export_are_refused() -> None:
    one, other = b"export const a = 1;\n", b'import "./one.js";\nexport const a = 2;\n'
    with pytest.raises(BundleError):
        bundle({"one.js": one, "other.js": other}, "other.js")


def test_an_unknown_form_of_import_is_refused() -> None:
    with pytest.raises(BundleError):
        bundle(FILES, "js/app.js")


def test_a_missing_module_is_refused() -> None:
    with pytest.raises(BundleError):
        bundle({"a.js": b'import "./b.js";\n'}, "a.js")


def test_the_licence_of_a_vendored_script_stays() -> None:
    assert b"/*! licence */" in bundle(FILES, "js/main.js")


@pytest.mark.node
def test_a_bundle_does_what_its_modules_do(node: str, tmp_path: Path) -> None:
    for name, body in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    joined = bundle(FILES, "js/main.js")
    (tmp_path / "js/joined.js").write_bytes(joined)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    printed = []
    for name in ("main", "joined"):
        script = (
            f'import {{ all }} from "./js/{name}.js"; console.log(JSON.stringify(await all()));'
        )
        (tmp_path / "run.mjs").write_text(script)
        done = subprocess.run(
            [node, "run.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
        )
        printed.append(done.stdout)
    assert printed[0] == printed[1]
    assert "late http://rivers" in printed[0]


@pytest.mark.node
def test_a_part_uses_the_modules_of_its_whole(node: str, tmp_path: Path) -> None:
    files = {
        "all.js": b"""\
import { next } from "./next.js";
export const told = async () => [next(), (await import("./part.js")).later(), next()];
""",
        "next.js": b'import { counted } from "./count.js";\nexport const next = () => counted();\n',
        "count.js": b"let count = 0;\nexport const counted = () => ++count;\n",
        "part.js": b'export { later } from "./later.js";\n',
        "later.js": b"""\
import { counted as number } from "./count.js";
export const later = () => `later ${number()}`;
""",
    }
    whole = bundle(files, "all.js", parts=["part.js"])
    part = bundle(files, "part.js", whole="all.js")
    assert b"later" not in whole.replace(b"later()", b"")
    assert b"++" not in part
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "all.js").write_bytes(whole)
    (tmp_path / "part.js").write_bytes(part)
    script = 'import { told } from "./all.js"; console.log((await told()).join());'
    (tmp_path / "run.mjs").write_text(script)
    done = subprocess.run(
        [node, "run.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "1,later 2,3\n"


@pytest.mark.node
@pytest.mark.parametrize("name", JOINED)
def test_the_shipped_scripts_can_be_joined(name: str, node: str, tmp_path: Path) -> None:
    root = shipped("static")
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.js")}
    body = bundle(files, name)
    (tmp_path / "joined.mjs").write_bytes(body)
    subprocess.run([node, "--check", "joined.mjs"], cwd=tmp_path, timeout=60, check=True)
    assert b"/**\n" not in body.replace(files["vendor/lunr-2.3.9/lunr.min.js"], b"")
