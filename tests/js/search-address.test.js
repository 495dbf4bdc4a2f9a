import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, toggled, writeAddress } from "../../static/js/search/address.js";

const PAGE = "https://example.org/digest/search/";

test("what is asked comes back from the address", () => {
  /** @type {import("../../static/js/search/address.js").Asked} */
  const asked = { query: "river maps", chosen: { topic: ["Maps", "Otters & co"], year: ["2024"] }, sort: "date" };
  assert.deepEqual(readAddress(writeAddress(PAGE, asked)), asked);
});

test("what was asked before is gone from the address, other things stay", () => {
  /** @type {import("../../static/js/search/address.js").Asked} */
  const nothing = { query: " ", chosen: {}, sort: "relevance" };
  assert.equal(writeAddress(`${PAGE}?q=old&topic=Maps&sort=date&lang=en`, nothing), `${PAGE}?lang=en`);
});

test("an address of other hands asks for something", () => {
  assert.deepEqual(readAddress(`${PAGE}?sort=sideways&code=yes&colour=red`), {
    query: "", chosen: { code: ["yes"] }, sort: "relevance",
  });
});

test("a value is chosen and taken away", () => {
  const one = toggled({}, "topic", "Maps");
  const two = toggled(one, "topic", "Otters");
  assert.deepEqual(two, { topic: ["Maps", "Otters"] });
  assert.deepEqual(toggled(two, "topic", "Maps"), { topic: ["Otters"] });
  assert.deepEqual(toggled(one, "topic", "Maps"), {});
});
