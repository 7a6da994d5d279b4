// What the text of a program shows of its run: who stands at which line, in which rounds lies were told, and what the chosen general knows there.

import { el } from '../kit/dom.js';
import { mask, shield, token } from '../kit/icons.js';
import { loyalty, povOf, usualGeneral } from '../state/pov.js';
import { liesByLine, lineIn, lineOf, open, standingsOf } from './standings.js';
import { heardSentence, liesSentence, valuesSentence } from './standing-words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./standings.js').Standings} Standings */

/** Most shields that a gutter has room for; of more the number of the others stands behind them. */
const SHIELDS = 4;
const SHIELD_SIZE = 20;

/** @param {HTMLElement} node @param {number} line */
function at(node, line) {
  node.dataset.line = String(line);
  return node;
}

/** The line in hand, with the shields of those who stand there. @param {Page} page @param {number} line @param {Standings} all */
function stand({ store }, line, { generals }) {
  const shown = generals.length > SHIELDS ? generals.slice(0, SHIELDS - 1) : generals;
  const more = generals.length - shown.length;
  const shields = shown.map(({ general }) => shield(general, loyalty(store.state, general), SHIELD_SIZE));
  const rest = more > 0 ? [el('span', { class: 'program-more' }, `+${more}`)] : [];
  return at(el('div', { class: 'program-at' }, el('span', { class: 'program-gutter', 'aria-hidden': 'true' }, ...shields, ...rest)), line);
}

/** The mask behind a line in whose round somebody lied. @param {string} name @param {number} line */
const lied = (name, line) => at(el('div', { class: 'program-lied' }, el('span', { role: 'img', 'aria-label': name, title: name }, mask(15))), line);

/** What the chosen general knows, has heard and decides. @param {Page} page @param {number} line @param {Standings} all */
function known({ store, t, say }, line, all) {
  const s = store.state;
  const chosen = povOf(s) ?? s.chosen ?? usualGeneral(s);
  const one = open(s, all).find(({ general }) => general === chosen);
  if (!one) return [];
  const heard = heardSentence(say(), one);
  const { decides } = one;
  const note = el(
    'div',
    { class: 'program-note values' },
    el('p', {}, valuesSentence(say(), one, all.names)),
    heard ? el('p', {}, heard) : null,
    decides ? el('p', {}, t('standing.so'), ' ', token(decides, 7), el('span', { class: 'unseen' }, say().order(decides))) : null,
  );
  return [at(note, line)];
}

/** What of it is shown, as a key. @param {Page} page @param {import('./checking.js').Checked} checked */
export function standingKey({ store, say }, { ok, text }) {
  const s = store.state;
  const all = ok ? standingsOf(s) : null;
  if (!all) return '';
  return JSON.stringify([s.lang, say().id(1), text, s.scenario?.traitors, povOf(s), s.chosen, all, ...liesByLine(s, all)]);
}

/**
 * Shows it, where the text is the one that runs; gives a sentence for who does not see it.
 * @param {Page} page @param {{checked: import('./checking.js').Checked, editor: ReturnType<typeof import('./editor.js').programEditor>}} text
 */
export function lineMarks(page, { checked, editor }) {
  const { store, t, say } = page;
  const s = store.state;
  const all = checked.ok ? standingsOf(s) : null;
  const here = (/** @type {number} */ line) => lineIn(s.scenario?.prog ?? '', checked.text, line);
  const line = all && here(lineOf(all));
  if (!all || !line) {
    editor.stand([], []);
    return '';
  }
  const lies = [...liesByLine(s, all)].flatMap(([one, told]) => {
    const typed = here(one);
    return typed ? [lied(liesSentence(say(), typed, told), typed)] : [];
  });
  editor.stand([stand(page, line, all), ...lies], known(page, line, all));
  return t(all.round > s.perRound.length ? 'standing.at-end' : 'standing.at', { line, round: all.round });
}
