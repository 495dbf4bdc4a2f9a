/**
 * Words of a front-coded text: a capital letter says how much of the word before stays, A nothing.
 * generator/emit/shards/front.py writes them.
 * @param {string} coded @returns {string[]}
 */
export const frontDecoded = (coded) => {
  let before = "";
  return (coded.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
    return before;
  });
};
