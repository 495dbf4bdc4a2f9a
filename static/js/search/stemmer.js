/**
 * Porter's stemmer as lunr 2.3.9 runs it, so that an index in pieces needs no lunr.
 * generator/emit/lunr/stemmer.py is the same in Python and says where lunr differs from Porter.
 */
const CONSONANTS = "[^aeiou][^aeiouy]*";
const VOWELS = "[aeiouy][aeiou]*";
const ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const EXACTLY_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?[aeiouy]`);
const SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);
const DOUBLED = /([^aeiouylsz])\1$/;

/** @param {string} text @returns {Map<string, string>} */
const endings = (text) => 
  new Map(text.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));
const STEP_2 = endings(
  "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous " +
    "ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al " +
    "iviti:ive biliti:ble logi:log",
);
const STEP_3 = endings("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:");
const IN_STEP_2 = new RegExp(`^(.+?)(${[...STEP_2.keys()].join("|")})$`);
const IN_STEP_3 = new RegExp(`^(.+?)(${[...STEP_3.keys()].join("|")})$`);
const IN_STEP_4 =
  /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

/** @param {string} word  in lower case @returns {string} */
export const stem = (word) => {
  if (word.length < 3) return word;
  const yFirst = word[0] === "y"; // a capital Y is a consonant to every rule
  let stemmed = past(plural(yFirst ? `Y${word.slice(1)}` : word));
  stemmed = stemmed.replace(/^(.+?[^aeiou])y$/, "$1i");
  stemmed = replaced(stemmed, IN_STEP_2, STEP_2);
  stemmed = replaced(stemmed, IN_STEP_3, STEP_3);
  stemmed = withoutFinalE(withoutSuffix(stemmed));
  return yFirst ? `y${stemmed.slice(1)}` : stemmed;
};

/** @param {string} word */
const plural = (word) =>
  /^.+?(?:ss|i)es$/.test(word) ? word.slice(0, -2) : word.replace(/^(.+?[^s])s$/, "$1");

/** @param {string} word */
const past = (word) => {
  const agreed = /^(.+?)eed$/.exec(word);
  if (agreed) return ABOVE_0.test(agreed[1]) ? word.slice(0, -1) : word;
  const start = /^(.+?)(?:ed|ing)$/.exec(word)?.[1];
  return start !== undefined && HAS_VOWEL.test(start) ? mended(start) : word;
};

/** Give back the e, or take the doubled letter, that "ed" and "ing" leave behind. @param {string} start */
const mended = (start) => {
  if (/(?:at|bl|iz)$/.test(start)) return `${start}e`;
  if (DOUBLED.test(start)) return start.slice(0, -1);
  return SHORT.test(start) ? `${start}e` : start;
};

/** @param {string} word @param {RegExp} pattern @param {Map<string, string>} others */
const replaced = (word, pattern, others) => {
  const [, start, ending] = pattern.exec(word) ?? [];
  return start !== undefined && ABOVE_0.test(start) ? start + others.get(ending) : word;
};

/** @param {string} word */
const withoutSuffix = (word) => {
  const start = IN_STEP_4.exec(word)?.[1];
  if (start !== undefined) return ABOVE_1.test(start) ? start : word;
  return /^.+?[st]ion$/.test(word) && ABOVE_1.test(word.slice(0, -3)) ? word.slice(0, -3) : word;
};

/** @param {string} word */
const withoutFinalE = (word) => {
  const start = /^(.+?)e$/.exec(word)?.[1];
  const drops =
    start !== undefined && (ABOVE_1.test(start) || (EXACTLY_1.test(start) && !SHORT.test(start)));
  const left = drops ? start : word;
  return left.endsWith("ll") && ABOVE_1.test(left) ? left.slice(0, -1) : left;
};
