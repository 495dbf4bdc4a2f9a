/** What is tried once more a little later, because networks fail for moments. */

const PAUSE = 400; // milliseconds

/**
 * @template T
 * @param {(isSecond: boolean) => Promise<T>} attempt @returns {Promise<T>}
 */
export const twice = (attempt) =>
  attempt(false).catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return attempt(true);
  });
