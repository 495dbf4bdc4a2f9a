/** The worker that searches an index in pieces. */
import { openShards } from "./shards.js";
import { answerFrom } from "./worker.js";

answerFrom(openShards);
