// The program that all generals run: its text, what is wrong with it, and what else can be done with it. The run follows each text that can be read.

import { attackPlace, createAnswered, goalPlace, holdPlace } from '../attack/place.js';
import { saveBlob } from '../kit/saving.js';
import { bytesOf, checked } from './checking.js';
import { chooser } from './chooser.js';
import { editButton } from './edit-button.js';
import { fileOpener } from './file.js';
import LANGUAGE from './language.json' with { type: 'json' };
import { lineMarks, standingKey } from './line-marks.js';
import { mistakeNote } from './mistakes.js';
import { originNote } from './origin.js';
import { textOf } from './text.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./text.js').Text} Text */

/** The name of a file of the reader's. */
const FILE = 'program.byz';

/** What is wrong where it is more than one thing, a row each, which leads to its place. @param {Binder} binder @param {Page} page @param {Text} text */
const mistakeList = ({ el, list }, { t, say }, text) =>
  list(
    // The field keeps the focus while a row is pressed: without it its note goes, and the row is no more where the finger is.
    el('ol', { class: 'program-mistakes', onmousedown: (/** @type {Event} */ event) => event.preventDefault(), 'aria-label': () => t('program.mistakes'), hidden: () => text.checked.errors.length < 2, 'data-testid': 'program-mistakes' }),
    () => text.checked.errors,
    (fault) => `${say().lang} ${JSON.stringify(fault)}`,
    (fault, own) => own.el('li', {}, own.el('button', { class: 'program-mistake', onclick: () => text.editor.goTo(fault) }, ...mistakeNodes(own, say(), fault, text.checked.text))),
  );

/** Where it is, and what; a small screen has no room to say twice what stands below its line. @param {Binder} own @param {import('../words/i18n.js').Speech} say @param {import('#generals').ProgramFault} fault @param {string} text */
function mistakeNodes({ el }, say, fault, text) {
  const whole = mistakeNote(say, fault, text);
  return [el('span', { class: 'program-place', 'aria-hidden': 'true' }, say.t('program.place', { line: fault.line, column: fault.column })), el('span', { class: 'program-what' }, whole)];
}

/** What it is for and how long it is, or how much is wrong. @param {Binder} binder @param {Page} page @param {Text} text */
function foot({ el }, { t }, text) {
  const is = () => {
    const { task, rounds, ok, errors } = text.checked;
    return ok && task ? t(`program.is.${task}`, { rounds: t('program.rounds', { count: rounds ?? 0 }) }) : t('program.wrong', { count: errors.length });
  };
  return el(
    'p',
    { class: 'program-foot' },
    el('span', { 'data-testid': 'program-is' }, is),
    el('span', { 'data-testid': 'program-size' }, () => t(text.runs() ? 'program.size' : 'program.size.kept', { count: bytesOf(text.checked.text) })),
  );
}

/** @param {Binder} binder @param {Page} page @param {Text} text @param {{attack: () => void, open: () => void}} to */
function tools({ el }, { t, id }, text, { attack, open }) {
  const tidy = () => text.put(text.tidy() ?? text.checked.text);
  const save = () => saveBlob(new Blob([text.checked.text], { type: 'text/plain' }), FILE);
  return el(
    'div',
    { class: 'program-tools' },
    el('button', { class: 'bar-button solid', 'data-testid': 'program-attack', 'aria-describedby': id('program-kept'), disabled: () => !text.checked.ok, onclick: attack }, () => t('program.attack')),
    el('button', { class: 'bar-button line', 'data-testid': 'program-tidy', disabled: () => !text.checked.ok, onclick: tidy }, () => t('program.tidy')),
    el('button', { class: 'bar-button line', onclick: open }, () => t('program.open')),
    el('button', { class: 'bar-button line', onclick: save }, () => t('program.save')),
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
  const file = fileOpener(binder, page, text);
  const answered = createAnswered();
  const attack = attackPlace(binder, page, answered, () => text.checked.errors[0]?.line ?? null, () => binder.refresh());
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
    editButton(binder, page, text),
    text.node,
    el('p', { class: 'unseen', 'data-testid': 'program-at' }, shown),
    el('p', { class: 'unseen', id: id('program-hint') }, () => t('program.text.hint')),
    text.alert,
    mistakeList(binder, page, text),
    el('p', { class: 'hint', id: id('program-kept'), hidden: () => text.checked.ok }, () => t('program.kept')),
    foot(binder, page, text),
    tools(binder, page, text, { attack: attack.start, open: file.choose }),
    file.node,
    attack.node,
    goalPlace(binder, page, answered, () => binder.refresh()),
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
  node.addEventListener('drop', (event) => {
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    void file.read(dropped);
  });
  return node;
}
