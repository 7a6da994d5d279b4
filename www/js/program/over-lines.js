// What lies over the lines of a text as it is typed, and the notes below lines. The field in which one types has no room between its
// lines, so there is some only while nobody types: then the room stands behind the text, and one note below the field, over no line.

import { el } from '../kit/dom.js';

/** @typedef {import('prism-code-editor').PrismEditor} PrismEditor */

/** @param {HTMLElement} layer */
const all = (layer) => /** @type {HTMLElement[]} */ ([...layer.children]);

/** @param {PrismEditor} editor */
export function overLines(editor) {
  const { lines, wrapper, textarea, container } = editor;
  const layers = {
    marks: el('div', { class: 'program-marks', 'aria-hidden': 'true' }),
    standing: el('div', { class: 'program-marks' }),
    notes: el('div', { class: 'program-notes' }),
  };
  /** Below the field: the note that counts while somebody types. */
  const below = el('div', { class: 'program-below' });
  container.after(below);
  /** @type {HTMLElement[]} */
  let notes = [];
  lines[0].prepend(...Object.values(layers));
  let isTyping = false;

  /** @param {HTMLElement} node */
  const lineOf = (node) => lines[Math.min(Number(node.dataset.line), lines.length - 1)];

  /** Of what is wrong, that of the line in which somebody types, or the first. */
  function ofTyping() {
    const wrong = notes.filter((note) => note.dataset.typing !== undefined);
    return wrong.find((note) => Number(note.dataset.line) === editor.activeLine) ?? wrong[0];
  }

  function place() {
    for (let at = 1; at < lines.length; at++) lines[at].style.marginBlockEnd = '';
    container.style.setProperty('--program-width', `${container.clientWidth}px`);
    layers.notes.hidden = false;
    layers.notes.replaceChildren(...notes);
    const rooms = notes.map((note) => note.offsetHeight);
    const shown = isTyping ? ofTyping() : undefined;
    below.replaceChildren(...(shown ? [shown] : []));
    layers.notes.hidden = isTyping;
    const whole = rooms.reduce((sum, room) => sum + room, 0);
    wrapper.style.paddingBlockEnd = isTyping ? `${Math.max(0, whole - below.offsetHeight)}px` : '';
    if (!isTyping) notes.forEach((note, at) => void (lineOf(note).style.marginBlockEnd = `${rooms[at]}px`));
    const tops = (/** @type {HTMLElement} */ layer) => all(layer).map((node) => /** @type {const} */ ([node, lineOf(node).offsetTop]));
    for (const [node, top] of [...tops(layers.marks), ...tops(layers.standing)]) node.style.insetBlockStart = `${top}px`;
    for (const note of notes) note.style.insetBlockStart = `${lineOf(note).offsetTop + lineOf(note).offsetHeight}px`;
  }
  /** @param {boolean} types */
  function typing(types) {
    isTyping = types;
    place();
  }
  textarea.addEventListener('focus', () => typing(true));
  textarea.addEventListener('blur', () => typing(false));
  editor.on('selectionChange', () => isTyping && notes.length > 0 && place());
  // The line that is pressed stays under the pointer while the room above it goes.
  textarea.addEventListener('mousedown', ({ clientY }) => {
    if (isTyping) return;
    const above = notes.filter((note) => lineOf(note).getBoundingClientRect().bottom < clientY);
    const room = above.reduce((sum, note) => sum + note.offsetHeight, 0);
    typing(true);
    wrapper.style.translate = `0 ${room}px`;
    const release = () => {
      wrapper.style.translate = '';
      typing(document.activeElement === textarea);
    };
    window.addEventListener('mouseup', release, { once: true });
  });
  new ResizeObserver(place).observe(container);

  /** @param {HTMLElement} layer */
  const filler = (layer) => (/** @type {HTMLElement[]} */ nodes, /** @type {HTMLElement[]} */ all) => {
    layer.replaceChildren(...nodes);
    notes = all;
    place();
  };
  return {
    marks: filler(layers.marks),
    standing: filler(layers.standing),
    /** Brings a line into sight, within the text alone. @param {HTMLElement} node */
    reveal(node) {
      if (isTyping) return;
      const { offsetTop, offsetHeight } = lineOf(node);
      const { scrollTop, clientHeight } = container;
      if (offsetTop < scrollTop) container.scrollTop = offsetTop - offsetHeight;
      else if (offsetTop + 3 * offsetHeight > scrollTop + clientHeight) container.scrollTop = offsetTop + 3 * offsetHeight - clientHeight;
    },
  };
}
