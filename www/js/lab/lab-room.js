// The room of the laboratory: the chosen tool at its work, and beside it what it found last.

import { failureNotice, reportBroken } from '../kit/late-part.js';
import { laboratory } from './ask.js';
import { found } from './found.js';
import { chosenTool, TOOLS, whyShut } from './lab-tools.js';

/** @typedef {import('./lab.js').Tool} Tool */
/** @typedef {import('./lab-tools.js').ToolName} ToolName */
/** @typedef {import('./found.js').Finding} Finding */

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {() => void} redraw asks the whole laboratory again, if it is open
 */
export function labRoom({ el }, page, redraw) {
  const ask = laboratory();
  const finding = found(page);
  const chosen = () => chosenTool(page.store.state);
  /** Tools come when first looked at, and keep what the reader chose. @type {Map<ToolName, Tool>} */
  const made = new Map();
  /** What each tool found last. @type {Map<ToolName, Finding | null>} */
  const kept = new Map();
  /** @type {Tool | null} */
  let present = null;
  const nothing = el('p', { class: 'lab-answer', 'data-testid': 'lab-shut' }, () => whyShut(page, chosen()) ?? '');
  const node = el('div', { class: 'lab-tool', 'data-testid': 'lab-tool', 'data-tool': chosen });

  /** @param {ToolName} name @param {import('./lab-tools.js').ToolPart} part @returns {Tool} */
  function make(name, part) {
    /** @param {Finding | null} what */
    const show = (what) => {
      kept.set(name, what);
      if (node.firstChild === made.get(name)?.node) finding.show(what);
      redraw();
    };
    return part.make({ page, ask, show, redraw });
  }

  /** @param {ToolName} name */
  async function bring(name) {
    made.set(name, { node: el('div', { 'aria-busy': 'true' }), refresh: () => {} });
    try {
      made.set(name, make(name, await TOOLS[name]()));
    } catch (error) {
      const again = () => {
        made.delete(name);
        redraw();
      };
      made.set(name, { node: failureNotice(page, again), refresh: () => {} });
      redraw();
      return reportBroken(error);
    }
    redraw();
  }

  /** @returns {Tool} */
  function tool() {
    const name = chosen();
    if (whyShut(page, name)) return { node: nothing, refresh: () => {} };
    if (!made.has(name)) void bring(name);
    return /** @type {Tool} */ (made.get(name));
  }

  /** Whatever comes now comes too late. @param {Tool} [but] */
  function stop(but) {
    ask.close();
    for (const other of made.values()) if (other !== but) other.stop?.();
  }

  return {
    node,
    found: finding.node,
    retheme: finding.retheme,
    stop: () => stop(),
    /** Lets the chosen tool in, and tells whether it is another than before. Also a link or Back may choose it. */
    enter() {
      present = tool();
      if (node.firstChild === present.node) return false;
      stop(present);
      // What was found by the one before is not of this one.
      finding.show(whyShut(page, chosen()) ? null : (kept.get(chosen()) ?? null));
      node.replaceChildren(present.node);
      return true;
    },
    refresh() {
      present?.refresh();
      finding.refresh();
    },
  };
}
