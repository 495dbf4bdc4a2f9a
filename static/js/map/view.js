/* Which part of the map is seen: pure arithmetic between the map's steps and the screen's pixels. */

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
