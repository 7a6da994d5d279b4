// Whether the page around an element is light or dark, and when that may have changed.

/** @typedef {'light' | 'dark'} Theme */

/**
 * How light a colour is and how much of it is there, both from 0 to 1, as computed style writes it.
 * @param {string} color
 */
export function lightness(color) {
  // Not the digit in the name of a colour space. Some spaces tell lightness first; of the others red is a part that papers and inks have as much of as of the rest.
  const [first, , , alpha = 1] = (color.match(/(?<=[( ])[\d.e-]+/g) ?? []).map(Number);
  return { light: first / (/^r/.test(color) ? 255 : /^l/.test(color) ? 100 : 1), alpha };
}

/** @param {Element} element @returns {Theme} */
export function pageTheme(element) {
  // The background of a slide is not behind it but beside it; its letters follow it. So they do where nothing is painted.
  for (let at = element.closest('.reveal') ? null : element; at; at = at.parentElement ?? /** @type {ShadowRoot} */ (at.getRootNode()).host) {
    const { light, alpha } = lightness(getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return light < 0.5 ? 'dark' : 'light';
  }
  return lightness(getComputedStyle(element).color).light > 0.5 ? 'dark' : 'light';
}

/**
 * Its root says something else, or the reader's system does; where colours pass into each other it is known at the end.
 * @param {() => void} changed @param {{signal: AbortSignal}} until
 */
export function watchTheme(changed, until) {
  const observer = new MutationObserver(changed);
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true });
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', changed, until);
  addEventListener('transitionend', changed, until);
  until.signal.onabort = () => observer.disconnect();
}
