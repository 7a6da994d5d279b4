// What may have happened to a link that was refused, and what to offer first. Pure: whether a link opens is asked of the caller.

/** @typedef {import('./types.js').Fault} Fault */
/**
 * `strewn`: characters that are no part of it came in on its way; `cut`: its end is missing; `newer`: made by a later version;
 * `protocol`: asks for a protocol not known here; `other`: the code of the fault says it.
 * `first`: the link to offer first, null for the start page.
 * @typedef {{what: 'strewn' | 'cut' | 'newer' | 'protocol' | 'other', first: string | null, token: string}} Diagnosis
 */

/** What mail programs, chats and sentences leave at the end of a link. */
const TRAILING = /[\s.,;:!?'"*`~»”’)\]}>，。；：！？）】」』…]+$/u;
/** What they leave within it: spaces, breaks, invisible marks, the backslashes of Markdown. */
const WITHIN = /[\s\\\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/** @param {string} link as the address has it */
function plainly(link) {
  try {
    return decodeURIComponent(link).replaceAll('&amp;', '&');
  } catch {
    return link;
  }
}

/**
 * Whether a link that ends with this pair may have been cut there.
 * @param {string} key @param {string} value @param {Fault} fault
 */
function mayBeCut(key, value, { code, allowed }) {
  if (code === 'malformed') return value === '';
  if (code !== 'bad-value') return false;
  if (value === '' || key === 'x') return true;
  return allowed !== null && 'oneOf' in allowed && allowed.oneOf.some((one) => one !== value && one.startsWith(value));
}

/**
 * @param {string} asked the link as it came @param {Fault} fault @param {(link: string) => boolean} opens
 * @returns {Diagnosis}
 */
export function diagnose(asked, fault, opens) {
  const link = plainly(asked);
  const tail = TRAILING.exec(link)?.[0] ?? '';
  const clean = link.replace(TRAILING, '').replace(WITHIN, '');
  if (clean !== link && opens(clean)) {
    return { what: 'strewn', first: clean, token: tail.trim() || [...new Set(link.match(WITHIN) ?? [])].join('').trim() };
  }
  const last = link.slice(link.lastIndexOf('&') + 1);
  const [key = '', value = ''] = last.split('=');
  if (link.includes('&') && (fault.key === null || fault.key === key) && mayBeCut(key, value, fault)) {
    return { what: 'cut', first: fault.nearest, token: last };
  }
  if (fault.code === 'bad-version' && /^\d+$/.test(fault.read ?? ''))
    return { what: 'newer', first: null, token: fault.read ?? '' };
  if (fault.code === 'bad-value' && fault.key === 'p') return { what: 'protocol', first: null, token: fault.read ?? '' };
  // The nearest number of generals may be a crowd nobody asked for.
  return { what: 'other', first: fault.code === 'out-of-range' && fault.key === 'n' ? null : fault.nearest, token: '' };
}
