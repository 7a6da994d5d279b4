// What a link says, looked for before the engine that reads it has come: a guess, by whatever letters stand for `&` and `=` in it.

/** Escapes of escapes are decoded so often, as by the engine. */
const DECODED_MAX = 3;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
/** What is not seen, as in the core's `arrived`. */
const UNSEEN = /[\u00a0\u00ad\u200b-\u200f\u202f\u2060-\u2064\ufeff]/g;

/** A link without escapes, and without what is not seen. @param {string} link */
export function decoded(link) {
  let text = link;
  for (let i = 0; i < DECODED_MAX; i++) text = text.replace(ESCAPES, unescaped);
  return text.replace(UNSEEN, '');
}

/** What is no escape stays as it is. @param {string} escapes */
function unescaped(escapes) {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/**
 * The value of a key in small letters, if it is one of those looked for.
 * @param {string} link @param {string} key @param {string} values as a regular expression
 */
export function glance(link, key, values) {
  const pair = new RegExp(`(?:^[#?]?|[&;＆])${key}[=＝](?:3D)*(${values})(?=[._~-]*$|[^\\w.~-])`, 'i');
  return pair.exec(decoded(link))?.[1].toLowerCase();
}

/** What stands behind the # of an address, undecoded. @param {string} href */
export function fragmentOf(href) {
  const at = href.indexOf('#');
  return at < 0 ? '' : href.slice(at + 1);
}

/** The query of an address where that is a link: nothing stands behind its #. @param {string} href */
export function queryLinkOf(href) {
  const query = href.split('#')[0].split('?').slice(1).join('?');
  return fragmentOf(href) === '' && (glance(query, 'v', '\\w+') || glance(query, 'lesson', '\\w+')) ? query : '';
}

/** The link that travels inside the page itself, where one does. */
const baked = () => /** @type {HTMLMetaElement | null | undefined} */ (globalThis.document?.querySelector('[name=scenario]'))?.content ?? '';

/** The link of an address; where it names none, that of the page. @param {string} href */
export const linkOf = (href) => fragmentOf(href) || queryLinkOf(href) || baked();
