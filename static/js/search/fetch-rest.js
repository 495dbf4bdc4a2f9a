/** The code that plain words do without until their results stand; it has a file of its own. */
import { MissingFile } from "./backend.js";
import { twice } from "./twice.js";

/** @typedef {typeof import("./rest.js")} Rest */

/**
 * @param {string} address  of rest.js, or of what the generator makes of it for one worker
 * @returns {() => Promise<Rest>} what fetches it, once; the second time by another name, because
 *   browsers remember failures
 */
export const restAt = (address) => () =>
  twice((isSecond) => import(isSecond ? `${address}#again` : address)).catch(() => {
    throw new MissingFile(new URL(address).pathname, "cannot be reached");
  });
