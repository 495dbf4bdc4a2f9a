/** lunr 2.3.9 as a module, the same in a worker, in a page and under Node. */
import "./amd.js";
import "../../vendor/lunr-2.3.9/lunr.min.js";

const { lunr } = globalThis;
delete globalThis.define;

export default lunr;
