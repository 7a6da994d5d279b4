// Making elements, never from text that is parsed but for drawings; live values are asked again by refresh().

import { drawn, redraw } from './picture.js';

/** @typedef {import('../state/types.js').Plain} Plain */
/** @typedef {import('../state/types.js').Attrs} Attrs */
/** @typedef {import('../state/types.js').Child} Child */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Element} node @param {string} name @param {Plain} value */
function set(node, name, value) {
  if (name === 'value' || name === 'checked') {
    if (/** @type {any} */ (node)[name] !== value) /** @type {any} */ (node)[name] = value;
    if (name === 'checked' || node instanceof HTMLInputElement || node instanceof HTMLSelectElement) return;
  }
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** Calls `write` with what `read` says, now and whenever refresh() finds that it changed.
 * @param {(() => void)[]} live @param {() => any} read @param {(value: any) => void} write */
function watch(live, read, write) {
  /** @type {any} */
  let last;
  let first = true;
  const run = () => {
    const value = read();
    if (!first && value === last) return;
    first = false;
    last = value;
    write(value);
  };
  run();
  live.push(run);
}

/** @param {(() => void)[]} live @param {Element} node @param {Attrs} attrs @param {Child[]} children */
function fill(live, node, attrs, children) {
  for (const child of children) {
    if (child === null) continue;
    if (typeof child !== 'function') node.append(child);
    else {
      const text = document.createTextNode('');
      watch(live, child, (now) => {
        text.data = now;
      });
      node.append(text);
    }
  }
  // After the children: the value of a select is one of its options.
  for (const [name, value] of Object.entries(attrs)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (typeof value === 'function') {
      const read = /** @type {() => Plain} */ (value);
      // What is chosen is also changed by the reader: a choice that came to nothing is taken back.
      if (name === 'value' && node instanceof HTMLSelectElement) live.push(() => set(node, name, read()));
      watch(live, read, (now) => set(node, name, now));
    }
    else set(node, name, value);
  }
}

/** What lists hold is made anew with each. */
let edition = 0;

/** What all lists hold is made anew when they are drawn next, though it is the same things: they are called otherwise. */
export const renewLists = () => void edition++;

/** A binder draws one panel. @returns {Binder} */
export function binder() {
  /** @type {(() => void)[]} */
  const live = [];
  /** @type {Binder['el']} */
  const el = (tag, attrs = {}, ...children) => {
    const node = document.createElement(tag);
    if (node instanceof HTMLButtonElement) node.type = 'button';
    fill(live, node, attrs, children);
    return node;
  };
  /** @type {Binder['picture']} */
  const picture = (read) => {
    /** @type {SVGSVGElement | null} */
    let node = null;
    watch(live, read, (markup) => {
      if (node) redraw(node, markup);
      else node = drawn(markup);
    });
    return /** @type {SVGSVGElement} */ (/** @type {unknown} */ (node));
  };
  /** @type {Binder['list']} */
  const list = (parent, things, key, make) => {
    /** @type {Map<string, {node: Node, own: Binder}>} */
    let known = new Map();
    const run = () => {
      /** @type {typeof known} */
      const next = new Map();
      for (const thing of things()) {
        const k = `${edition} ${key(thing)}`;
        const old = known.get(k);
        if (old) old.own.refresh();
        const own = old?.own ?? binder();
        next.set(k, old ?? { node: make(thing, own), own });
      }
      for (const [k, { node }] of known) if (!next.has(k)) /** @type {ChildNode} */ (node).remove();
      let here = parent.firstChild;
      // What stays in its place is not touched: it keeps its focus and need not be laid out anew.
      for (const { node } of next.values()) {
        if (node === here) here = here.nextSibling;
        else parent.insertBefore(node, here);
      }
      known = next;
    };
    run();
    live.push(run);
    return parent;
  };
  const refresh = () => {
    for (const run of live) run();
  };
  return { el, picture, list, refresh };
}

/** For nodes that are drawn once and thrown away. */
export const { el } = binder();
