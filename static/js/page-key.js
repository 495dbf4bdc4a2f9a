/**
 * Whether a key press is meant for the page, not for a field or a shortcut of the browser.
 * @param {KeyboardEvent} event
 */
export const isPageKey = (event) => {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const field = /** @type {Element} */ (event.target).closest?.(
    "input, textarea, select, [contenteditable]",
  );
  return !event.defaultPrevented && !modified && !field;
};
