/**
 * lunr's file is a UMD bundle; inside a module, where there is no `this` and no `exports`, only its
 * AMD door is open. This module stands at that door and must be imported before the bundle.
 */
const define = (factory) => {
  globalThis.lunr = factory();
};
define.amd = {};
globalThis.define = define;
