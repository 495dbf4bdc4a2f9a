/** Reads unary and Rice codes, most significant bit first; generator/emit/shards/bits.py writes. */

export class Bits {
  #bytes;
  #place = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = new Uint8Array(bytes.length + 8); // so that no look ahead leaves the array
    this.#bytes.set(bytes);
  }

  /** @returns {number} the next 25 bits or more, at the top of 32 */
  #ahead() {
    const at = this.#place >>> 3;
    const bytes = this.#bytes;
    const word = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    return word << (this.#place & 7);
  }

  /** @returns {number} how many zeros come before the next one */
  unary() {
    let zeros = 0;
    let run = Math.clz32(this.#ahead() & -128);
    while (run === 32) {
      if (this.#place > this.#bytes.length * 8) throw new RangeError("the bits have come to an end");
      this.#place += 24;
      zeros += 24;
      run = Math.clz32(this.#ahead() & -128);
    }
    this.#place += run + 1;
    return zeros + run;
  }

  /** @param {number} width  the code's parameter, 0 to 24 @returns {number} */
  rice(width) {
    const high = this.unary();
    if (width === 0) return high;
    const low = this.#ahead() >>> (32 - width);
    this.#place += width;
    return high * 2 ** width + low;
  }
}

/**
 * @param {number} papers  in the index @param {number} holders  of a term
 * @returns {number} the parameter of the gaps between the holders; see rice_width in bits.py
 */
export const riceWidth = (papers, holders) => {
  const part = Math.floor((papers * 11) / (holders * 16));
  return part > 0 ? 31 - Math.clz32(part) : 0;
};
