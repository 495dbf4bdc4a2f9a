/** The worker that searches an index in one file. */
import { openWhole } from "./whole.js";
import { answerFrom } from "./worker.js";

answerFrom(openWhole);
