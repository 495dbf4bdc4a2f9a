/** The worker that searches an index in one file, beside which all of its code is little. */
import {
  addNeighbours, correctedQuery, detailsOf, keepPhrases, neighboursIn, ordered, searchSigns,
} from "./rest.js";
import { openWhole } from "./whole.js";
import { answerFrom } from "./worker.js";

const rest = { addNeighbours, correctedQuery, detailsOf, keepPhrases, neighboursIn, ordered, searchSigns };

answerFrom(openWhole, async () => rest);
