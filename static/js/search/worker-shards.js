/** The worker that searches an index in pieces. */
import { restAt } from "./fetch-rest.js";
import { openShards } from "./shards.js";
import { answerFrom } from "./worker.js";

answerFrom(openShards, restAt(new URL("./rest-shards.js", import.meta.url).href));
