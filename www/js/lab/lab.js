// The laboratory: questions about all the traitors there could be, and what was found, as a run to be played.

import { laboratory } from './ask.js';
import { attack } from './attack.js';
import { chain } from './chain.js';
import { cost } from './cost.js';
import { exhaust } from './exhaust.js';
import { found } from './found.js';
import { ring } from './ring.js';
import { rule } from './rule.js';
import { tolerance } from './tolerance.js';
import { binder } from '../kit/dom.js';
import { answers } from '../state/spec.js';
import { isInLab } from '../state/screens.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** What a tool is given, and what it is.
 * @typedef {{page: Page, ask: import('./ask.js').Laboratory, show: (finding: import('./found.js').Finding | null) => void, redraw: () => void}} Bench
 * @typedef {{node: HTMLElement, refresh: () => void, stop?: () => void}} Tool */

const TOOLS = { tolerance, attack, exhaust, ring, chain, rule, cost };
/** What a protocol must answer for a tool; the others ask nothing of it. @type {Partial<Record<keyof typeof TOOLS, import('../state/types.js').Spec['tools'][number]>>} */
const ASKS = { attack: 'attack', exhaust: 'exhaust', ring: 'ring', chain: 'chain' };
const NAMES = /** @type {(keyof typeof TOOLS)[]} */ (Object.keys(TOOLS));

/** @param {HTMLElement} root @param {Page} page */
export function lab(root, page) {
  const { store, t, say } = page;
  const { el, refresh } = binder();
  const ask = laboratory();
  /** @type {() => keyof typeof TOOLS} */
  const chosen = () => NAMES.find((name) => name === store.state.tool) ?? 'tolerance';
  /** Why a tool cannot be used with the open protocol. @param {keyof typeof TOOLS} name */
  const shut = (name) => {
    const asked = ASKS[name];
    if (!asked || !store.state.spec || answers(store.state, asked)) return null;
    return t(say().under('lab.shut', name), { tool: t(`lab.${name}`) });
  };
  const closed = () => NAMES.filter((name) => name !== chosen()).map(shut).filter((words) => words !== null);
  /** Tools are made when first looked at, and keep what the reader chose. @type {Map<string, Tool>} */
  const made = new Map();
  /** @type {HTMLElement | null} */
  let opener = null;
  let was = false;

  const finding = found(page, page.open);
  /** What each tool found last. @type {Map<string, import('./found.js').Finding | null>} */
  const kept = new Map();
  const title = el('h2', { id: 'lab-title', class: 'unseen', tabindex: -1 }, () => t('lab'));
  const nothing = el('p', { class: 'lab-answer', 'data-testid': 'lab-shut' }, () => shut(chosen()) ?? '');
  const room = el('div', { class: 'lab-tool', 'data-testid': 'lab-tool', 'data-tool': chosen });

  /** @param {keyof typeof TOOLS} name */
  function make(name) {
    /** @type {Bench['show']} */
    const show = (what) => {
      kept.set(name, what);
      if (room.firstChild === made.get(name)?.node) finding.show(what);
      redraw();
    };
    return TOOLS[name]({ page, ask, show, redraw });
  }

  /** @returns {Tool} */
  function tool() {
    const name = chosen();
    if (shut(name)) return { node: nothing, refresh: () => {} };
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  }

  function redraw() {
    if (!was) return;
    const at = document.activeElement;
    const now = tool();
    const changed = room.firstChild !== now.node;
    if (changed) {
      // Also a link or Back may choose another tool: what was found by the one before is not of this one.
      for (const other of made.values()) if (other !== now) other.stop?.();
      ask.close();
      finding.show(shut(chosen()) ? null : (kept.get(chosen()) ?? null));
      room.replaceChildren(now.node);
    }
    refresh();
    if (changed) root.querySelector('.lab-tools [aria-current]')?.scrollIntoView({ block: 'nearest' });
    now.refresh();
    finding.refresh();
    // A button that is used up leaves the keyboard to the one in its place.
    if (room.contains(at) && at?.closest('[hidden]'))
      /** @type {HTMLElement} */ (at.parentElement?.querySelector(':scope > button:not([hidden])') ?? title).focus();
  }

  root.append(
    title,
    el(
      'div',
      { class: 'lab-head' },
      el(
        'nav',
        { class: 'lab-tools', 'aria-label': () => t('lab.tools') },
        ...NAMES.map((name) =>
          el(
            'button',
            {
              'data-testid': `lab-${name}`,
              'aria-current': () => (chosen() === name ? 'page' : null),
              'aria-disabled': () => (shut(name) ? 'true' : null),
              title: () => shut(name),
              onclick: () => shut(name) ?? store.apply({ type: 'view', view: name }),
            },
            () => t(`lab.${name}`),
          ),
        ),
      ),
      el(
        'button',
        { class: 'cheat', 'data-testid': 'lab-close', onclick: () => store.apply({ type: 'view', view: 'map' }) },
        () => t('pair.close'),
      ),
      el('p', { class: 'hint lab-shut', hidden: () => closed().length === 0 }, () => closed().join(t('gap'))),
    ),
    room,
    finding.node,
  );

  const look = () => {
    const is = isInLab(store.state);
    if (is) {
      if (!was) opener = /** @type {HTMLElement | null} */ (document.activeElement);
      const opening = !was;
      was = true;
      redraw();
      if (opening && opener !== document.body) title.focus({ preventScroll: true });
    } else if (was) {
      was = false;
      ask.close();
      for (const { stop } of made.values()) stop?.();
      if (opener?.isConnected) opener.focus();
    }
  };
  return { refresh: look, retheme: finding.retheme };
}
