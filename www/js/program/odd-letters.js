// Characters that are not seen, and those that look like one of the language and are another: pages and input methods bring them along.

/** Those that look like a space or like nothing, by their code. @type {ReadonlyMap<number, 'space' | 'unseen'>} */
const UNSEEN = new Map([
  ...[0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0xd].map((code) => /** @type {const} */ ([code, 'unseen'])),
  ...[0xa0, 0x202f, 0x2009, 0x3000].map((code) => /** @type {const} */ ([code, 'space'])),
]);

const MINUS = 0x2212;
/** As wide as a Chinese character: the signs, digits and letters of ASCII, in their order. @type {readonly [first: number, last: number, ascii: number]} */
const WIDE = [0xff01, 0xff5e, 0x21];

/** As which character of the language one is seen, if as another. @param {number} code */
function likeOf(code) {
  const [first, last, ascii] = WIDE;
  if (code === MINUS) return '-';
  return code >= first && code <= last ? String.fromCharCode(code - first + ascii) : null;
}

/** The first of them in a text, in a sentence; null: there is none. @param {import('../words/i18n.js').Speech} say @param {string} text */
export function oddSentence({ t }, text) {
  for (const one of text) {
    const code = /** @type {number} */ (one.codePointAt(0));
    const name = code.toString(16).toUpperCase().padStart(4, '0');
    const kind = UNSEEN.get(code);
    if (kind) return t(`program.odd.${kind}`, { code: name, name: t(`program.odd.${name}`) });
    const like = likeOf(code);
    if (like) return t('program.odd.like', { found: one, code: name, like });
  }
  return null;
}
