// The page in one file with a run inside, which it opens where its address names none. Pure.

/** @type {Record<string, string>} */
const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const BAKED = /<meta name="scenario"[^>]*>\n?/g;
const FIRST = '<meta charset="utf-8">\n';

/**
 * The text of such a page with this link in it, and no other.
 * @param {string} page the text of the single file @param {string} link
 */
export function baked(page, link) {
  const plain = page.replace(BAKED, '');
  if (!plain.includes(FIRST)) throw new Error('this is no page in one file');
  const content = link.replace(/[&<>"]/g, (sign) => ESCAPED[sign]);
  return plain.replace(FIRST, () => `${FIRST}<meta name="scenario" content="${content}">\n`);
}

/**
 * The text of a page as it came, from a copy of its elements made before any script had changed them, but for what the first two do to the root.
 * @param {HTMLElement} root
 */
export function sourceOf(root) {
  const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
  for (const { name } of [...copy.attributes]) copy.removeAttribute(name);
  copy.lang = 'en';
  for (const style of copy.querySelectorAll('head > style')) style.remove();
  return `<!doctype html>\n${copy.outerHTML}\n`;
}
