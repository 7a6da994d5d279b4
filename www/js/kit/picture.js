// Drawings in the page: the one place where markup becomes elements. It is written by paint/svg.js alone, which escapes all that is said.

/** @type {HTMLTemplateElement | null} */
let shed = null;

/** What each drawing was made of. @type {WeakMap<Element, string>} */
const made = new WeakMap();

/** The element of a drawing. @param {string} markup */
export function drawn(markup) {
  const node = parsed(markup);
  made.set(node, markup);
  return node;
}

/** @param {string} markup */
function parsed(markup) {
  shed ??= document.createElement('template');
  shed.innerHTML = markup;
  return /** @type {SVGSVGElement} */ (shed.content.firstElementChild);
}

/**
 * Makes a drawing what this markup says. What is still there stays the same element: it goes on moving to its new place, and keeps
 * the pointer over it.
 * @param {Element} node @param {string} markup
 */
export function redraw(node, markup) {
  if (made.get(node) === markup) return;
  made.set(node, markup);
  become(node, parsed(markup));
}

/** @param {Node} node @param {Node} next */
const isSame = (node, next) =>
  node.nodeName === next.nodeName && /** @type {SVGElement} */ (node).dataset?.key === /** @type {SVGElement} */ (next).dataset?.key;

/** @param {Node} node @param {Node} next */
function become(node, next) {
  // Most of a drawing is as it was, and the browser sees that sooner.
  if (node.isEqualNode(next)) return;
  if (node instanceof Element && next instanceof Element) {
    for (const { name } of [...node.attributes]) if (!next.hasAttribute(name)) node.removeAttribute(name);
    for (const { name, value } of next.attributes) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  } else if (node.nodeValue !== next.nodeValue) node.nodeValue = next.nodeValue;
  let old = node.firstChild;
  for (const child of [...next.childNodes]) {
    const after = old?.nextSibling ?? null;
    if (!old) node.appendChild(child);
    else if (isSame(old, child)) become(old, child);
    else node.replaceChild(child, old);
    old = after;
  }
  while (old) {
    const after = old.nextSibling;
    node.removeChild(old);
    old = after;
  }
}
