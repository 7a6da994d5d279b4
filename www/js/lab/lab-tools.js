// The tools of the laboratory: which there are, whether the open protocol may be asked for each, and the buttons that choose one.

import { answers } from '../state/spec.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {keyof typeof TOOLS} ToolName */

/** @typedef {{make: (bench: import('./lab.js').Bench) => import('./lab.js').Tool}} ToolPart */

/** Brings each; in the order of their buttons. */
export const TOOLS = {
  tolerance: () => import('./tolerance-part.js'),
  attack: () => import('./attack-part.js'),
  exhaust: () => import('./exhaust-part.js'),
  ring: () => import('./ring-part.js'),
  chain: () => import('./chain-part.js'),
  ladder: () => import('./ladder-part.js'),
  'split-brain': () => import('./split-brain-part.js'),
  phases: () => import('./phases-part.js'),
  rule: () => import('./rule-part.js'),
  cost: () => import('./cost-part.js'),
  which: () => import('./which-part.js'),
};
const NAMES = /** @type {ToolName[]} */ (Object.keys(TOOLS));

/** One of which a protocol must answer for a tool; the others ask nothing of it. @type {Partial<Record<ToolName, import('../state/types.js').Spec['tools'][number][]>>} */
const ASKS = { attack: ['attack'], exhaust: ['exhaust', 'sample'], ring: ['ring'], chain: ['chain'], ladder: ['ladder'], 'split-brain': ['split-brain'], phases: ['phases'] };

/** The tool that is looked at. @param {Pick<import('../state/types.js').State, 'tool'>} s @returns {ToolName} */
export const chosenTool = ({ tool }) => NAMES.find((name) => name === tool) ?? 'tolerance';

/** Why a tool cannot be used with the open protocol; null where it can. @param {Page} page @param {ToolName} name */
export function whyShut({ store: { state }, t, say }, name) {
  const asked = ASKS[name];
  if (!asked || !state.spec || asked.some((tool) => answers(state, tool))) return null;
  return t(say().under('lab.shut', name), { tool: t(`lab.${name}`) });
}

/** Whether it has a button: the protocol answers it, or it is looked at, where it says why it cannot be used. @param {Page} page @param {ToolName} name */
const isOffered = (page, name) => whyShut(page, name) === null || chosenTool(page.store.state) === name;

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
export function toolHead(binder, page) {
  const { el } = binder;
  const { store, t } = page;
  const chosen = () => chosenTool(store.state);
  /** @param {ToolName} name */
  const choose = (name) =>
    el(
      'button',
      {
        'data-testid': `lab-${name}`,
        'aria-current': () => (chosen() === name ? 'page' : null),
        hidden: () => !isOffered(page, name),
        onclick: () => store.apply({ type: 'view', view: name }),
      },
      () => t(`lab.${name}`),
    );
  const tools = el('nav', { class: 'lab-tools', 'aria-label': () => t('lab.tools') }, ...NAMES.map(choose));
  return {
    node: el(
      'div',
      { class: 'lab-head' },
      tools,
      toolList(binder, page, chosen),
      el(
        'button',
        { class: 'cheat', 'data-testid': 'lab-close', onclick: () => store.apply({ type: 'view', view: 'map' }) },
        () => t('pair.close'),
      ),
    ),
  };
}

/** The same as one control, where there is no room for all. @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => ToolName} chosen */
function toolList({ el }, page, chosen) {
  const { store, t } = page;
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      'data-testid': 'lab-tool-list',
      'aria-label': () => t('lab.tools'),
      value: chosen,
      onchange: () => store.apply({ type: 'view', view: /** @type {ToolName} */ (select.value) }),
    },
    ...NAMES.map((name) => el('option', { value: name, hidden: () => !isOffered(page, name), disabled: () => !isOffered(page, name) }, () => t(`lab.${name}`))),
  );
  return el('div', { class: 'lab-list field choose' }, select);
}
