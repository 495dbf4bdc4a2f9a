/* The dots of the map, as the generator packs them (generator/plan/map_dots.py). */

export const NO_TOPIC = 0xfff;

/** @typedef {{count: number, x: Uint16Array, y: Uint16Array, topic: Uint16Array}} Dots */

/** @param {ArrayBuffer} buffer  @returns {Dots} */
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
