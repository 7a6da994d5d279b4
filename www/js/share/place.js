// Where the page stands, and what of it others can reach: its own address, the single file, the folder with the element. Pure.

/**
 * `reach`: who can open the address: everybody, this computer alone, or nobody, since it has none.
 * `page`: what stands before the `#`. `file`: the single file, `folder`: where the element's script is, both as another page names them.
 * @typedef {{reach: 'all' | 'here' | 'disk' | 'none', page: string, file: string, folder: string}} Standing
 */

const SINGLE_FILE = 'byzantine-generals.html';
/** A computer's names for itself. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Whether the page is the single file: then its script stands in it. @param {string} script the address of a module of the page @param {string} href */
const isSingleFile = (script, href) => script.split(/[?#]/)[0] === href.split(/[?#]/)[0];

/** @param {string} href the page's address @param {string} script that of one of its modules @returns {Standing} */
export function standingOf(href, script) {
  const page = href.split('#')[0];
  const { protocol, hostname, pathname } = new URL(page);
  const isSingle = isSingleFile(script, href);
  if (protocol === 'file:') {
    // What another page of the same folder calls it.
    const own = pathname.slice(pathname.lastIndexOf('/') + 1);
    return { reach: 'disk', page, file: isSingle ? own : SINGLE_FILE, folder: '' };
  }
  if (!/^https?:$/.test(protocol)) return { reach: 'none', page: '', file: SINGLE_FILE, folder: '' };
  const folder = new URL('.', page).href;
  return { reach: LOOPBACK.test(hostname) ? 'here' : 'all', page, file: isSingle ? page : folder + SINGLE_FILE, folder };
}

/** Of the page that is open. */
export const standing = () => standingOf(location.href, import.meta.url);

/** The single file as people read its name; addresses may hold escapes of nothing. @param {Standing} at */
export function fileNameOf({ file }) {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** A link as it is given away: behind the page's address, or alone where there is none. @param {Standing} at @param {string} link */
export const written = ({ page }, link) => (link ? `${page}#${link}` : '');
