/* Draws the map on a canvas: the dots in their topics' colours, and the names that have room. */

import { NO_TOPIC } from "./dots.js";
import { SIDE, toScreen, scaleOf } from "./view.js";

const HUES = 12;
const FAINT = 0.13;
const ROOM = 0.9; // lines that stay free between two names, so that dots are seen

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./dots.js").Dots} Dots
 * @typedef {{name: string, number: number, x: number, y: number}} Label
 * @typedef {{hues: string[], ink: string, ground: string, family: string}} Colours
 */

/**
 * The colours of the theme shown: those of topics, and last of papers without one.
 * @param {HTMLElement} canvas  @returns {Colours}
 */
export const coloursOf = (canvas) => {
  const probe = document.createElement("span");
  canvas.before(probe);
  const hues = [];
  for (let hue = 0; hue <= HUES; hue += 1) {
    probe.className = `map-probe hue-${hue}`;
    hues.push(getComputedStyle(probe).color);
  }
  probe.remove();
  const style = getComputedStyle(canvas);
  const page = getComputedStyle(document.body);
  const family = page.getPropertyValue("--sans");
  return { hues, ink: page.color, ground: style.backgroundColor, family };
};

/** @param {number} topic */
const hueOf = (topic) => (topic === NO_TOPIC ? HUES : topic % HUES);

/** Half the width of a dot in pixels. @param {View} view  @param {number} count */
export const radiusOf = (view, count) =>
  Math.min(Math.max((view.size * Math.sqrt(view.zoom)) / 9 / Math.sqrt(count), 1.5), 7);

/**
 * @param {CanvasRenderingContext2D} pen  @param {View} view  @param {Dots} dots
 * @param {Colours} colours  @param {number | null} topic  the one to stand out
 */
export const drawDots = (pen, view, dots, colours, topic) => {
  const radius = radiusOf(view, dots.count);
  const paths = colours.hues.map(() => [new Path2D(), new Path2D()]);
  for (let dot = 0; dot < dots.count; dot += 1) {
    const [x, y] = toScreen(view, dots.x[dot], dots.y[dot]);
    if (x < -radius || y < -radius || x > view.size + radius || y > view.size + radius) continue;
    const faint = topic !== null && dots.topic[dot] !== topic;
    const path = paths[hueOf(dots.topic[dot])][faint ? 1 : 0];
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  colours.hues.forEach((colour, hue) => {
    pen.fillStyle = colour;
    [0.85, FAINT].forEach((alpha, faint) => {
      pen.globalAlpha = alpha;
      pen.fill(paths[hue][faint]);
    });
  });
  pen.globalAlpha = 1;
};

/** A ring around the chosen dot. */
export const drawChosen = (
  /** @type {CanvasRenderingContext2D} */ pen,
  /** @type {View} */ view,
  /** @type {Dots} */ dots,
  /** @type {Colours} */ colours,
  /** @type {number} */ dot,
) => {
  const [x, y] = toScreen(view, dots.x[dot], dots.y[dot]);
  pen.beginPath();
  pen.arc(x, y, radiusOf(view, dots.count) + 4, 0, 2 * Math.PI);
  pen.lineWidth = 2.5;
  pen.strokeStyle = colours.ink;
  pen.stroke();
};

/**
 * The names that have room, the first ones first: a name stands above its place, below it or on it.
 * @param {Label[]} labels  @param {View} view  @param {(text: string) => number} widthOf
 * @param {number} line  height of a line in pixels
 */
export const labelsWithRoom = (labels, view, widthOf, line) => {
  /** @type {{name: string, x: number, y: number}[]} */
  const placed = [];
  /** @type {number[][]} */
  const taken = [];
  for (const label of labels) {
    const [x, y] = toScreen(view, label.x, label.y);
    if (x < 0 || y < 0 || x > view.size || y > view.size) continue;
    const half = widthOf(label.name) / 2 + 3;
    if (2 * half > view.size) continue;
    const middle = Math.min(Math.max(x, half), view.size - half);
    for (const shift of [-0.9, 0.9, 0, -2, 2]) {
      const at = Math.min(Math.max(y + shift * line, line / 2), view.size - line / 2);
      const [wide, high] = [half + line, line * (0.5 + ROOM)];
      const box = [middle - wide, at - high, middle + wide, at + high];
      const free = taken.every(
        (other) =>
          box[0] >= other[2] || other[0] >= box[2] || box[1] >= other[3] || other[1] >= box[3],
      );
      if (free) {
        taken.push([middle - half, at - line / 2, middle + half, at + line / 2]);
        placed.push({ name: label.name, x: middle, y: at });
        break;
      }
    }
  }
  return placed;
};

/**
 * @param {CanvasRenderingContext2D} pen  @param {View} view  @param {Label[]} labels
 * @param {Colours} colours
 */
export const drawLabels = (pen, view, labels, colours) => {
  const size = view.size < 520 ? 13 : 15;
  pen.font = `600 ${size}px ${colours.family}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = colours.ground;
  pen.fillStyle = colours.ink;
  const widthOf = (/** @type {string} */ text) => pen.measureText(text).width;
  for (const { name, x, y } of labelsWithRoom(labels, view, widthOf, size * 1.35)) {
    pen.strokeText(name, x, y);
    pen.fillText(name, x, y);
  }
};

/** How far from a dot, in the map's steps, it is still meant. @param {View} view */
export const reachOf = (view) => Math.min(16 / scaleOf(view), SIDE);
