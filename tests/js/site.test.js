import assert from "node:assert/strict";
import { test } from "node:test";

import { isPageKey } from "../../static/js/page-key.js";
import { stepped } from "../../static/js/reader/keys.js";
import { chosenAfterSwitch, mediaOf } from "../../static/js/theme.js";

const press = (changes = {}) =>
  /** @type {any} */ ({ target: { closest: () => null }, ...changes });

test("switching away from the system's theme is remembered", () => {
  assert.equal(chosenAfterSwitch("light", "light"), "dark");
  assert.equal(chosenAfterSwitch("dark", "dark"), "light");
});

test("switching back to the system's theme forgets the choice", () => {
  assert.equal(chosenAfterSwitch("dark", "light"), null);
  assert.equal(chosenAfterSwitch("light", "dark"), null);
});

test("the browser's bar follows the choice, or else the system", () => {
  assert.equal(mediaOf("dark", null), "(prefers-color-scheme: dark)");
  assert.equal(mediaOf("dark", "dark"), "all");
  assert.equal(mediaOf("dark", "light"), "not all");
});

test("a key belongs to the page unless a field, a shortcut or a script wants it", () => {
  assert.equal(isPageKey(press()), true);
  assert.equal(isPageKey(press({ target: { closest: () => ({}) } })), false);
  assert.equal(isPageKey(press({ target: {} })), true);
  for (const key of ["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"]) {
    assert.equal(isPageKey(press({ [key]: true })), false, key);
  }
});

test("a step walks through the papers and stays at the ends", () => {
  assert.equal(stepped(-1, 1, 5), 0);
  assert.equal(stepped(-1, -1, 5), 4);
  assert.equal(stepped(0, 1, 5), 1);
  assert.equal(stepped(4, 1, 5), 4);
  assert.equal(stepped(0, -1, 5), 0);
});
