/** Words that say nothing about a fault, in the language of most logs and records. */
const STOP = `the and for not but are was were has had have its this that these those with from into onto than then when what which who
  why how there here you your our their can could will would should may might did does done been being also any all some more most
  very just only still same other such per via about after before because while at in on of to is it as be by or an if no so do we he
  she`;

/** What runtimes say in every error of a kind: two different faults share all of it. */
const IDIOMS = `error errors failed failure fails fail exception warning line lines file cannot can't couldn't read reading write property
  properties undefined null nil none object function method call invoke invoked called type value values expected received actual got
  equal equals strictly deep loosely assert assertion attribute index range bounds key token unexpected invalid missing found return
  returned because instance class module import require test tests assertionerror async await node internal anonymous`;

const SILENT = new Set(`${STOP} ${IDIOMS}`.split(/\s+/));

const MAX_LENGTH = 40;
/** Scripts that write no spaces between words are read two letters at a time. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/**
 * The words of a text for comparison, in order, with repeats: lower case, at least three letters, no numbers. An identifier counts
 * whole and in its parts: `discountOn` gives `discounton`, `discount`.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [token] of text.normalize('NFC').matchAll(/[\p{L}_$][\p{L}\p{M}\p{N}_$]*/gu)) {
    if (token.length > MAX_LENGTH) continue;
    if (UNSPACED.test(token)) words.push(...pairs(token));
    else {
      const parts = token.split(/[_$]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
      words.push(...(parts.length > 1 ? [token, ...parts] : [token]).map((word) => word.toLowerCase()));
    }
  }
  return words.filter((word) => (word.length > 2 || UNSPACED.test(word)) && !SILENT.has(word));
}

function pairs(token: string): string[] {
  const letters = Array.from(token);
  return letters.length < 2 ? [token] : letters.slice(1).map((letter, index) => letters[index]! + letter);
}
