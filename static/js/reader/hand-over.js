/* Text handed to the reader: as a file, or into the clipboard. */
import { element } from "../element.js";

/** @param {string} name  @param {string} type  @param {string} text */
export const saveFile = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = /** @type {HTMLAnchorElement} */ (element("a", { href: address, download: name }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** @param {string} text  @returns {Promise<boolean>} whether the browser allowed it */
export const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
