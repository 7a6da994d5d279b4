// The program that all generals run: its text, what is wrong with it, and what else can be done with it. The run follows each text that can be read.

import { attackPlace, goalPlace, holdPlace } from '../attack/place.js';
import { el as once } from '../kit/dom.js';
import { saveBlob } from '../share/saving.js';
import { bytesOf, checked, mistakeAfter, tidied } from './checking.js';
import { chooser } from './chooser.js';
import { programEditor } from './editor.js';
import LANGUAGE from './language.json' with { type: 'json' };
import { lineMarks, standingKey } from './line-marks.js';
import { mistakeNote } from './mistakes.js';
import { originNote } from './origin.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./checking.js').Checked} Checked */

/** After so long without a key mistakes are announced. */
const REST_MS = 400;
/** What editing is called in the list of what can be undone: a while of typing is one. */
const CONTROL = 'program';
/** The name of a file of the reader's. */
const FILE = 'program.byz';

/** Says what is wrong once the reader rests. @param {HTMLElement} place */
function announcer(place) {
  let timer = 0;
  return (/** @type {string} */ text) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void (place.textContent = text), REST_MS);
  };
}

/**
 * The text and what is known of it. `shown` is the program of the run as the editor last had it: if the run has another one, that did not come from here.
 * @param {Page} page @param {() => void} draw
 */
function textOf({ store, say, id }, draw) {
  const s = () => store.state;
  const army = () => /** @type {const} */ ([s().scenario?.n ?? 4, s().scenario?.m ?? 1]);
  const alert = once('div', { class: 'unseen', role: 'alert' });
  const announce = announcer(alert);
  let shown = s().scenario?.prog ?? '';
  let now = checked(shown, ...army());
  /** For whom it was checked, and in which words that was said. */
  const asked = () => `${army()} ${s().lang} ${say().id(1)}`;
  let askedThen = asked();

  const mark = () => editor.mark(now.errors, (fault) => mistakeNote(say(), fault, now.text));

  /** @param {string} text */
  function take(text) {
    now = checked(text, ...army());
    mark();
    const [first] = now.errors;
    announce(first ? mistakeNote(say(), first, text) : '');
    const tidy = tidied(now);
    if (tidy !== null && tidy !== shown) {
      shown = tidy;
      store.apply({ type: 'edit', changes: { prog: text }, control: CONTROL });
      // What the link would not hold is not in the run.
      shown = s().scenario?.prog ?? shown;
    }
    draw();
  }
  const editor = programEditor({
    value: shown,
    attrs: { 'aria-labelledby': id('program-title'), 'aria-describedby': id('program-hint'), 'data-testid': 'program', lang: 'en', dir: 'ltr', autocorrect: 'off' },
    changed: take,
    nextMistake: () => {
      const next = mistakeAfter(now, editor.caret);
      if (next) editor.goTo(next);
    },
  });

  return {
    node: editor.node,
    alert,
    editor,
    get checked() {
      return now;
    },
    /** Another text, by the reader's wish. @param {string} text */
    put(text) {
      editor.show(text);
      take(text);
    },
    /** The run may have another program by now, or another army. */
    follow() {
      const { prog = '' } = s().scenario ?? {};
      const isOther = prog !== shown;
      if (isOther) editor.show(prog);
      if (isOther || askedThen !== asked()) {
        shown = prog;
        askedThen = asked();
        now = checked(editor.value, ...army());
        mark();
      }
      return now.ok ? 'read' : 'wrong';
    },
  };
}

/** What is wrong where it is more than one thing, a row each, which leads to its place. @param {Binder} binder @param {Page} page @param {ReturnType<typeof textOf>} text */
const mistakeList = ({ el, list }, { t, say }, text) =>
  list(
    el('ol', { class: 'program-mistakes', 'aria-label': () => t('program.mistakes'), hidden: () => text.checked.errors.length < 2, 'data-testid': 'program-mistakes' }),
    () => text.checked.errors,
    (fault) => `${say().lang} ${JSON.stringify(fault)}`,
    (fault, own) => own.el('li', {}, own.el('button', { class: 'program-mistake', onclick: () => text.editor.goTo(fault) }, mistakeNote(say(), fault, text.checked.text))),
  );

/** What it is for and how long it is, or how much is wrong. @param {Binder} binder @param {Page} page @param {ReturnType<typeof textOf>} text */
function foot({ el }, { t }, text) {
  const is = () => {
    const { task, rounds, ok, errors } = text.checked;
    return ok && task ? t(`program.is.${task}`, { rounds: t('program.rounds', { count: rounds ?? 0 }) }) : t('program.wrong', { count: errors.length });
  };
  return el(
    'p',
    { class: 'program-foot' },
    el('span', { 'data-testid': 'program-is' }, is),
    el('span', {}, () => t('program.size', { count: bytesOf(text.checked.text) })),
  );
}

/** A file of the reader's, read when he has chosen it. @param {ReturnType<typeof textOf>} text */
function fileField(text) {
  const field = once('input', { type: 'file', accept: '.byz,text/plain', hidden: true });
  field.addEventListener('change', async () => {
    const [file] = field.files ?? [];
    if (file) text.put(await file.text());
    field.value = '';
  });
  return field;
}

/** @param {Binder} binder @param {Page} page @param {ReturnType<typeof textOf>} text @param {() => void} attack */
function tools({ el }, { t, id }, text, attack) {
  const file = fileField(text);
  const tidy = () => text.put(tidied(text.checked) ?? text.checked.text);
  const save = () => saveBlob(new Blob([text.checked.text], { type: 'text/plain' }), FILE);
  return el(
    'div',
    { class: 'program-tools' },
    el('button', { class: 'bar-button solid', 'data-testid': 'program-attack', 'aria-describedby': id('program-kept'), disabled: () => !text.checked.ok, onclick: attack }, () => t('program.attack')),
    el('button', { class: 'bar-button line', 'data-testid': 'program-tidy', disabled: () => !text.checked.ok, onclick: tidy }, () => t('program.tidy')),
    el('button', { class: 'bar-button line', onclick: () => file.click() }, () => t('program.open')),
    el('button', { class: 'bar-button line', onclick: save }, () => t('program.save')),
    file,
  );
}

/** Which army the program cannot serve, and which line is to blame. @param {Page} page @param {string} text */
function unserved({ store, say, t }, text) {
  const { unserved: army } = store.state;
  const [fault] = army ? checked(text, army.n, army.m).errors : [];
  return army && fault ? t('program.unserved', { ...army, what: mistakeNote(say(), fault, text) }) : '';
}

/** @param {Binder} binder @param {Page} page */
export function programField(binder, page) {
  const { el, list } = binder;
  const { t, id } = page;
  const text = textOf(page, () => binder.refresh());
  const attack = attackPlace(binder, page, () => text.checked.errors[0]?.line ?? null, () => binder.refresh());
  // First of all that is drawn anew: the rest shows what it finds.
  const title = el('span', { class: 'label', id: id('program-title'), 'data-state': text.follow }, () => t('program.title'));
  // Draws what the text shows of the run only where that is another.
  let [drawn, sentence] = ['', ''];
  const shown = () => {
    const now = standingKey(page, text.checked);
    if (now !== drawn) [drawn, sentence] = [now, lineMarks(page, text)];
    return sentence;
  };
  const node = el(
    'div',
    { class: 'field program' },
    title,
    chooser(binder, page, text),
    originNote(binder, page, text),
    el('p', { class: 'program-unserved', role: 'status', 'data-testid': 'program-unserved', hidden: () => page.store.state.unserved === null }, () => unserved(page, text.checked.text)),
    text.node,
    el('p', { class: 'unseen', 'data-testid': 'program-at' }, shown),
    el('p', { class: 'unseen', id: id('program-hint') }, () => t('program.text.hint')),
    text.alert,
    mistakeList(binder, page, text),
    el('p', { class: 'hint', id: id('program-kept'), hidden: () => text.checked.ok }, () => t('program.kept')),
    foot(binder, page, text),
    tools(binder, page, text, attack.start),
    attack.node,
    goalPlace(binder, page, () => binder.refresh()),
    holdPlace(binder, page, () => binder.refresh()),
    el(
      'details',
      { class: 'program-language' },
      el('summary', { class: 'label' }, () => t('program.language')),
      list(
        el('dl', {}),
        () => LANGUAGE,
        ({ name }) => name,
        ({ name, text: code }, own) => own.el('div', {}, own.el('dt', {}, own.el('code', { lang: 'en' }, code)), own.el('dd', {}, () => t(`program.language.${name}`))),
      ),
    ),
  );
  node.addEventListener('dragover', (event) => event.preventDefault());
  node.addEventListener('drop', async (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    text.put(await file.text());
  });
  return node;
}
