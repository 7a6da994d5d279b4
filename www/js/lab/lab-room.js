// The room of the laboratory: the chosen tool at its work, and beside it what it found last.

import { failureNotice } from '../kit/late-part.js';
import { laboratory } from './ask.js';
import { found } from './found.js';
import { chosenTool, TOOLS, whyShut } from './lab-tools.js';

/** @typedef {import('./lab.js').Tool} Tool */
/** @typedef {import('./lab.js').Bench} Bench */
/** @typedef {import('./lab-tools.js').ToolName} ToolName */
/** @typedef {import('./found.js').Finding} Finding */

/** What only stands there. @param {HTMLElement} node @returns {Tool} */
const still = (node) => ({ node, refresh: () => {} });

/**
 * The tools that were looked at: each comes when it is first chosen, and keeps what the reader chose.
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {(name: ToolName) => Bench} benchOf what a tool is given @param {() => void} redraw
 */
function toolbox({ el }, page, benchOf, redraw) {
  /** @type {Map<ToolName, Tool>} */
  const made = new Map();

  /** @param {ToolName} name */
  async function bring(name) {
    made.set(name, still(el('div', { 'aria-busy': 'true' })));
    /** @type {import('./lab-tools.js').ToolPart['make']} */
    let make;
    try {
      ({ make } = await TOOLS[name]());
    } catch (error) {
      const again = () => {
        made.delete(name);
        redraw();
      };
      made.set(name, failureNotice(page, again));
      redraw();
      return reportError(error);
    }
    made.set(name, make(benchOf(name)));
    redraw();
  }
  return {
    all: () => made.values(),
    /** The tool, or what stands in its place while it is on its way. @param {ToolName} name */
    get(name) {
      if (!made.has(name)) void bring(name);
      return /** @type {Tool} */ (made.get(name));
    },
  };
}

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {() => void} redraw asks the whole laboratory again, if it is open
 */
export function labRoom(binder, page, redraw) {
  const { el } = binder;
  const ask = laboratory();
  const finding = found(page);
  const chosen = () => chosenTool(page.store.state);
  /** What each tool found last. @type {Map<ToolName, Finding | null>} */
  const kept = new Map();
  /** @type {Tool | null} */
  let present = null;
  const nothing = still(el('p', { class: 'lab-answer', 'data-testid': 'lab-shut' }, () => whyShut(page, chosen()) ?? ''));
  const node = el('div', { class: 'lab-tool', 'data-testid': 'lab-tool', 'data-tool': chosen });

  /** @param {ToolName} name @returns {Bench} */
  const benchOf = (name) => ({
    page,
    ask,
    redraw,
    show(what) {
      kept.set(name, what);
      if (present === tools.get(name)) finding.show(what);
      redraw();
    },
  });
  const tools = toolbox(binder, page, benchOf, redraw);

  /** Whatever comes now comes too late. @param {Tool} [but] */
  function stop(but) {
    ask.close();
    for (const other of tools.all()) if (other !== but) other.stop?.();
  }

  return {
    node,
    found: finding.node,
    retheme: finding.retheme,
    stop: () => stop(),
    /** Lets the chosen tool in. Also a link or Back may choose it. */
    enter() {
      const isShut = whyShut(page, chosen()) !== null;
      present = isShut ? nothing : tools.get(chosen());
      if (node.firstChild === present.node) return;
      stop(present);
      // What was found by the one before is not of this one.
      finding.show(isShut ? null : (kept.get(chosen()) ?? null));
      node.replaceChildren(present.node);
    },
    refresh() {
      present?.refresh();
      finding.refresh();
    },
  };
}
