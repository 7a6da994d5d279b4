// The text of a program as one types it: lines with numbers, its words told apart, and what is wrong marked where it stands.

import { createEditor } from 'prism-code-editor';
import { insertText } from 'prism-code-editor/utils';
import { el } from '../kit/dom.js';
import { stamp } from '../kit/icons.js';
import { LANGUAGE } from './grammar.js';
import { overLines } from './over-lines.js';
import { spanOf } from './place.js';
import { moved, newLine } from './typing.js';

/** @typedef {import('#generals').ProgramFault} Fault */
/** @typedef {import('prism-code-editor').PrismEditor} PrismEditor */

/** One mark over a line, with a wave under each of its mistakes: what stands before one keeps the place. @param {string} text @param {Fault[]} faults of one line */
function markOf(text, faults) {
  const spans = faults.map((fault) => spanOf(text, fault)).sort((one, other) => one.from - other.from);
  const mark = el('div', { class: 'program-mark' });
  let end = 0;
  for (const { line, from, to } of spans) {
    if (from < end) continue;
    mark.append(line.slice(end, from), el('u', {}, line.slice(from, to) || ' '));
    end = Math.max(from, to);
  }
  mark.dataset.line = String(faults[0].line);
  return mark;
}

/** What is wrong in a line, right below it. @param {number} line @param {string[]} sentences */
function noteOf(line, sentences) {
  const note = el('div', { class: 'program-note wrong' }, el('div', {}, stamp('broken'), el('div', {}, ...sentences.map((one) => el('p', {}, one)))));
  note.dataset.line = String(line);
  note.dataset.typing = '';
  return note;
}

/** @param {PrismEditor} editor @param {import('./typing.js').Typed} typed */
function type(editor, { from, to, text, start, end }) {
  insertText(editor, text, from, to, start, end);
  return true;
}

/** Tab is the text's until Escape is pressed: then it leads on, as everywhere. @param {PrismEditor} editor @param {() => void} nextMistake */
function addKeys(editor, nextMistake) {
  const { keyCommandMap, textarea } = editor;
  let leaves = false;
  keyCommandMap.Escape = () => (leaves = true);
  const isRead = () => editor.options.readOnly === true;
  keyCommandMap.Tab = ({ shiftKey }, [start, end], text) => !leaves && !isRead() && type(editor, moved(text, start, end, shiftKey));
  keyCommandMap.Enter = (event, [start, end], text) =>
    !event.isComposing && !event.ctrlKey && !event.metaKey && type(editor, newLine(text, start, end));
  keyCommandMap.F8 = () => (nextMistake(), true);
  textarea.addEventListener('blur', () => (leaves = false));
  textarea.addEventListener('input', () => (leaves = false));
}

/**
 * @param {{value: string, attrs: import('../state/types.js').Attrs, changed: (text: string) => void, nextMistake: () => void}} how `attrs`: of the field
 */
export function programEditor({ value, attrs, changed, nextMistake }) {
  const place = el('div', { class: 'program-editor' });
  /** Not what the page itself puts there. */
  let isTyped = false;
  const editor = createEditor(place, { language: LANGUAGE, value, tabSize: 4, onUpdate: (text) => isTyped && changed(text) });
  isTyped = true;
  addKeys(editor, nextMistake);
  for (const [name, one] of Object.entries(attrs)) editor.textarea.setAttribute(name, String(one));
  const over = overLines(editor);
  /** What is wrong, and what a run shows: notes of both. @type {Record<'wrong' | 'known', HTMLElement[]>} */
  const notes = { wrong: [], known: [] };

  return {
    node: place,
    get value() {
      return editor.value;
    },
    /** Another text, which nobody typed. @param {string} text */
    show(text) {
      isTyped = false;
      editor.setOptions({ value: text });
      isTyped = true;
    },
    /** What is wrong; `sentence`: in words. @param {readonly Fault[]} faults @param {(fault: Fault) => string} sentence */
    mark(faults, sentence) {
      const lines = [...new Set(faults.map(({ line }) => line))].map((line) => faults.filter((fault) => fault.line === line));
      notes.wrong = lines.map((wrong) => noteOf(wrong[0].line, wrong.map(sentence)));
      over.marks(lines.map((wrong) => markOf(editor.value, wrong)), [...notes.wrong, ...notes.known]);
      editor.textarea.setAttribute('aria-invalid', String(faults.length > 0));
    },
    /** What a run shows on lines, and below them. @param {HTMLElement[]} nodes @param {HTMLElement[]} known */
    stand(nodes, known) {
      notes.known = known;
      over.standing(nodes, [...notes.wrong, ...known]);
      if (nodes.length > 0) over.reveal(nodes[0]);
    },
    /** Whether it is only to be read. @param {boolean} isLocked */
    lock(isLocked) {
      if (isLocked !== (editor.options.readOnly === true)) editor.setOptions({ readOnly: isLocked });
    },
    focus: () => editor.textarea.focus(),
    /** Where the caret is, as an index of the text. */
    get caret() {
      return editor.textarea.selectionStart;
    },
    /** @param {Fault} fault */
    goTo(fault) {
      const { textarea, value: text } = editor;
      const { from, to } = spanOf(text, fault);
      const start = text.split('\n').slice(0, fault.line - 1).join('\n').length + (fault.line > 1 ? 1 : 0);
      textarea.focus();
      textarea.setSelectionRange(start + from, start + to);
      textarea.scrollIntoView({ block: 'nearest' });
    },
  };
}
