import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dotTowards,
  dragged,
  labelsWithRoom,
  nearestDot,
  showing,
  toMap,
  toScreen,
  unpacked,
  wholeMap,
  zoomed,
} from "../../static/js/map/plane.js";

const packed = (/** @type {[number, number, number][]} */ dots) => {
  const data = new DataView(new ArrayBuffer(4 * dots.length));
  dots.forEach(([x, y, topic], at) => data.setUint32(4 * at, x | (y << 10) | (topic << 20), true));
  return data.buffer;
};

test("dots are read as they were packed", () => {
  const dots = unpacked(packed([[1000, 3, 0], [7, 1000, 4095]]));
  assert.deepEqual([...dots.x], [1000, 7]);
  assert.deepEqual([...dots.y], [3, 1000]);
  assert.deepEqual([...dots.topic], [0, 4095]);
});

test("the nearest dot is found within reach only", () => {
  const dots = unpacked(packed([[100, 100, 0], [200, 200, 0]]));
  assert.equal(nearestDot(dots, 190, 195, 20), 1);
  assert.equal(nearestDot(dots, 150, 150, 20), -1);
});

test("arrow keys reach the next dot in a direction and stay where there is none", () => {
  const dots = unpacked(packed([[100, 100, 0], [200, 110, 0], [300, 100, 0], [110, 400, 0]]));
  assert.equal(dotTowards(dots, 0, 1, 0), 1);
  assert.equal(dotTowards(dots, 0, 0, 1), 3);
  assert.equal(dotTowards(dots, 0, -1, 0), 0);
});

test("zooming keeps the place under the pointer and stays on the map", () => {
  const view = zoomed(wholeMap(500), 4, 125, 400);
  assert.equal(view.zoom, 4);
  const [x, y] = toMap(view, 125, 400);
  assert.ok(Math.abs(x - 250) < 1e-6 && Math.abs(y - 800) < 1e-6);
  assert.deepEqual(zoomed(view, 0.01, 0, 0), wholeMap(500));
  assert.equal(dragged(view, 1e6, 1e6).left, 0);
});

test("a view is moved so that a place can be seen", () => {
  const view = showing(zoomed(wholeMap(500), 8, 0, 0), 900, 900);
  const [x, y] = toScreen(view, 900, 900);
  assert.ok(x > 0 && x < 500 && y > 0 && y < 500);
});

test("names that would cover others are left out", () => {
  const labels = Array.from({ length: 40 }, (_, n) => ({
    name: `topic ${n}`,
    number: n,
    x: (n * 37) % 1000,
    y: (n * 91) % 1000,
  }));
  const placed = labelsWithRoom(labels, wholeMap(300), (text) => text.length * 8, 18);
  assert.ok(placed.length > 3 && placed.length < 40);
  for (const one of placed) {
    for (const other of placed) {
      const apart = Math.abs(one.x - other.x) >= 50 || Math.abs(one.y - other.y) >= 18;
      assert.ok(one === other || apart);
    }
  }
});
