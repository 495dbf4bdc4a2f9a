/* The map as a plane: which part of it is seen, its dots, and how they are drawn with their names.
   One file, since each costs the page a request. */

export const SIDE = 1000;
const CLOSEST = 24;

/**
 * The part of the map in a square window.
 * @typedef {{size: number, zoom: number, left: number, top: number}} View
 * `size` is the window's side in pixels, `zoom` at least 1, `left` and `top` the map's steps at
 * the window's upper left corner.
 */

/** @param {number} size  @returns {View} */
export const wholeMap = (size) => ({ size, zoom: 1, left: 0, top: 0 });

/** Pixels a step. @param {View} view */
export const scaleOf = (view) => (view.size * view.zoom) / SIDE;

/**
 * The same view, kept inside the map.
 * @param {View} view  @returns {View}
 */
export const kept = (view) => {
  const zoom = Math.min(Math.max(view.zoom, 1), CLOSEST);
  const most = SIDE - SIDE / zoom;
  const within = (/** @type {number} */ at) => Math.min(Math.max(at, 0), most);
  return { ...view, zoom, left: within(view.left), top: within(view.top) };
};

/**
 * The view after zooming by a factor around a pixel, which shows the same place afterwards.
 * @param {View} view  @param {number} factor  @param {number} x  @param {number} y
 */
export const zoomed = (view, factor, x, y) => {
  const zoom = Math.min(Math.max(view.zoom * factor, 1), CLOSEST);
  const before = scaleOf(view);
  const after = scaleOf({ ...view, zoom });
  const left = view.left + x / before - x / after;
  const top = view.top + y / before - y / after;
  return kept({ ...view, zoom, left, top });
};

/** @param {View} view  @param {number} dx  @param {number} dy  both in pixels */
export const dragged = (view, dx, dy) =>
  kept({ ...view, left: view.left - dx / scaleOf(view), top: view.top - dy / scaleOf(view) });

/** The view moved as little as shows a place with some room around it. */
export const showing = (
  /** @type {View} */ view,
  /** @type {number} */ x,
  /** @type {number} */ y,
) => {
  const width = SIDE / view.zoom;
  const room = width * 0.12;
  const into = (/** @type {number} */ start, /** @type {number} */ at) =>
    Math.min(Math.max(start, at + room - width), at - room);
  return kept({ ...view, left: into(view.left, x), top: into(view.top, y) });
};

/** @param {View} view  @param {number} x  @param {number} y  @returns {[number, number]} */
export const toScreen = (view, x, y) => [
  (x - view.left) * scaleOf(view),
  (y - view.top) * scaleOf(view),
];

/** @param {View} view  @param {number} x  @param {number} y  @returns {[number, number]} */
export const toMap = (view, x, y) => [
  view.left + x / scaleOf(view),
  view.top + y / scaleOf(view),
];

const NO_TOPIC = 0xfff;

/** @typedef {{count: number, x: Uint16Array, y: Uint16Array, topic: Uint16Array}} Dots */

/**
 * The dots as the generator packs them (generator/plan/map_dots.py).
 * @param {ArrayBuffer} buffer  @returns {Dots}
 */
export const unpacked = (buffer) => {
  const data = new DataView(buffer);
  const count = Math.floor(buffer.byteLength / 4);
  const [x, y, topic] = [0, 1, 2].map(() => new Uint16Array(count));
  for (let dot = 0; dot < count; dot += 1) {
    const value = data.getUint32(4 * dot, true);
    x[dot] = value & 0x3ff;
    y[dot] = (value >>> 10) & 0x3ff;
    topic[dot] = value >>> 20;
  }
  return { count, x, y, topic };
};

/**
 * The dot nearest to a place and no further away than `reach`, or -1.
 * @param {Dots} dots  @param {number} x  @param {number} y  @param {number} reach
 */
export const nearestDot = (dots, x, y, reach) => {
  let [best, least] = [-1, reach * reach];
  for (let dot = 0; dot < dots.count; dot += 1) {
    const apart = (dots.x[dot] - x) ** 2 + (dots.y[dot] - y) ** 2;
    if (apart <= least) [best, least] = [dot, apart];
  }
  return best;
};

/**
 * The next dot from one in a direction, or the same where there is none.
 * @param {Dots} dots  @param {number} from  @param {number} dx  @param {number} dy
 */
export const dotTowards = (dots, from, dx, dy) => {
  let [best, least] = [from, Infinity];
  for (let dot = 0; dot < dots.count; dot += 1) {
    const x = dots.x[dot] - dots.x[from];
    const y = dots.y[dot] - dots.y[from];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [dot, cost];
  }
  return best;
};

const HUES = 12;
const FAINT = 0.13;
const ROOM = 0.9; // lines that stay free between two names, so that dots are seen

/**
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
