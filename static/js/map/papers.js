/* Titles and addresses of the dots' papers, loaded in pieces when somebody asks for one. */

const PIECE = 250; // as in generator/emit/map_files.py

/** @typedef {{url: string, title: string}} Named */

export class Papers {
  /** @param {string} folder  @param {string} mark  of this build's map, for the cache */
  constructor(folder, mark) {
    this.folder = folder;
    this.mark = mark;
    /** @type {Map<number, Promise<[string, string][]>>} */
    this.pieces = new Map();
  }

  /** @param {number} dot  @returns {Promise<Named>} */
  async of(dot) {
    const number = Math.floor(dot / PIECE);
    let piece = this.pieces.get(number);
    if (!piece) {
      piece = this.load(number);
      this.pieces.set(number, piece);
      piece.catch(() => this.pieces.delete(number));
    }
    const [url, title] = (await piece)[dot % PIECE];
    return { url, title };
  }

  /** @param {number} number  @returns {Promise<[string, string][]>} */
  async load(number) {
    const answer = await fetch(`${this.folder}${number}.json${this.mark}`);
    if (!answer.ok) throw new Error(`the titles of the map: ${answer.status}`);
    return answer.json();
  }
}
