// The laboratory: questions about all the traitors there could be, and what was found, as a run to be played.

import { laboratory } from '../lab/ask.js';
import { attack } from '../lab/attack.js';
import { chain } from '../lab/chain.js';
import { exhaust } from '../lab/exhaust.js';
import { found } from '../lab/found.js';
import { ring } from '../lab/ring.js';
import { rule } from '../lab/rule.js';
import { tolerance } from '../lab/tolerance.js';
import { pen } from '../dom.js';
import { inLab } from '../views.js';

/** @typedef {import('../page.js').Page} Page */
/** What a tool is given, and what it is.
 * @typedef {{page: Page, ask: import('../lab/ask.js').Laboratory, show: (finding: import('../lab/found.js').Finding | null) => void, redraw: () => void}} Bench
 * @typedef {{node: HTMLElement, refresh: () => void, stop?: () => void}} Tool */

const TOOLS = { tolerance, attack, exhaust, ring, chain, rule };

/** @param {HTMLElement} root @param {Page} page */
export function lab(root, page) {
  const { store, t } = page;
  const { el, refresh } = pen();
  const ask = laboratory();
  /** @type {keyof typeof TOOLS} */
  let chosen = 'tolerance';
  /** Tools are made when first looked at. @type {Map<string, Tool>} */
  const made = new Map();
  /** @type {HTMLElement | null} */
  let opener = null;
  let was = false;

  const finding = found(page);
  const room = el('div', { class: 'lab-tool', 'data-testid': 'lab-tool' });
  /** @type {Bench} */
  const bench = {
    page,
    ask,
    show(what) {
      finding.show(what);
      redraw();
    },
    redraw: () => redraw(),
  };

  function tool() {
    const known = made.get(chosen) ?? TOOLS[chosen](bench);
    made.set(chosen, known);
    return known;
  }

  function redraw() {
    if (!was) return;
    const now = tool();
    if (room.firstChild !== now.node) room.replaceChildren(now.node);
    refresh();
    now.refresh();
    finding.refresh();
  }

  /** @param {keyof typeof TOOLS} name */
  function choose(name) {
    tool().stop?.();
    chosen = name;
    bench.show(null);
  }

  root.append(
    el(
      'div',
      { class: 'lab-head' },
      el('h2', { id: 'lab-title', tabindex: -1 }, () => t('lab')),
      el(
        'button',
        { type: 'button', class: 'cheat', 'data-testid': 'lab-close', onclick: () => store.apply({ type: 'view', view: 'map' }) },
        () => t('pair.close'),
      ),
    ),
    el(
      'nav',
      { class: 'lab-tools', 'aria-label': () => t('lab.tools') },
      ...Object.keys(TOOLS).map((name) =>
        el(
          'button',
          {
            type: 'button',
            'data-testid': `lab-${name}`,
            'aria-current': () => (chosen === name ? 'page' : null),
            onclick: () => choose(/** @type {keyof typeof TOOLS} */ (name)),
          },
          () => t(`lab.${name}`),
        ),
      ),
    ),
    room,
    finding.node,
  );

  return () => {
    const is = inLab(store.state);
    if (is) {
      if (!was) opener = /** @type {HTMLElement | null} */ (document.activeElement);
      const opening = !was;
      was = true;
      redraw();
      if (opening && opener !== document.body) document.getElementById('lab-title')?.focus({ preventScroll: true });
    } else if (was) {
      was = false;
      tool().stop?.();
      ask.close();
      for (const { stop } of made.values()) stop?.();
      made.clear();
      finding.show(null);
      if (opener?.isConnected) opener.focus();
    }
  };
}
