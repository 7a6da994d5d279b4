// The traitors' messages, each with what he can say in it: single lies are chosen here, as on the map.

import { partName } from '../words/part-words.js';
import { shield, token } from '../kit/icons.js';
import { choiceOf, choicesOf, messageAt } from '../state/lies.js';
import { povOf } from '../state/pov.js';
import { traitorMessages } from './traitor-messages.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/lies.js').Choice} Choice */

/** More messages than this are counted, not listed. */
const ROWS = 60;

/** @param {Binder} binder @param {Page} page */
export function lieChoices({ el, list }, page) {
  const { store, t, id } = page;
  const s = () => store.state;
  const traitors = () => (povOf(s()) === null ? (s().scenario?.traitors ?? []) : []);
  const found = () => (traitors().length > 0 ? traitorMessages(s(), ROWS) : { steps: [], more: 0 });
  return el(
    'section',
    { class: 'lie-choices', 'aria-labelledby': id('lie-choices-title'), hidden: () => povOf(s()) !== null },
    el('h3', { class: 'label', id: id('lie-choices-title') }, () => t('lies.choose')),
    el('p', { class: 'hint plain' }, () => t(traitors().length === 0 ? 'lies.nobody' : 'lies.or')),
    list(
      el('ul', { class: 'choice-list', 'data-testid': 'lie-choices' }),
      () => found().steps,
      (step) => `${s().lang} ${s().scenario?.protocol} ${slotAt(s(), step)}`,
      (step, own) => row(own, page, step),
    ),
    el('p', { class: 'hint plain', hidden: () => !found().more }, () => {
      const { more } = found();
      return more ? t('lies.more', { count: more }) : '';
    }),
  );
}

/** Whose word to whom a step is: in another run it may be another's. @param {import('../state/types.js').State} s @param {number} step */
function slotAt({ session }, step) {
  const event = session && messageAt(session, step);
  return event ? `${step} ${event.from} ${event.path.join('.')} ${event.to}` : step;
}

/** @param {Binder} own @param {Page} page @param {number} step */
function row({ el }, { store, t, say }, step) {
  const { session } = store.state;
  const event = session && messageAt(session, step);
  if (!event) return el('li');
  const who = { from: say().general(event.from), to: say().general(event.to) };
  /** @returns {Choice | null} */
  const now = () => {
    const s = store.state;
    const message = s.session && messageAt(s.session, step);
    return message && s.scenario ? choiceOf(message, s.scenario) : null;
  };
  const relayed = event.path.length > 1 ? ` · ${event.path.map(say().id).join(' → ')}` : '';
  return el(
    'li',
    { class: 'choice-row' },
    el('span', { class: 'lie-line' }, shield(event.from, false, 22), el('span', {}, t('lies.tells', who))),
    el('span', { class: 'lie-detail' }, event.part ? partName(say(), store.state.scenario?.protocol, event.part) : t('lies.round', { round: event.round }) + relayed),
    el(
      'div',
      { class: 'says', role: 'group', 'aria-label': t('lies.says', who) },
      ...choicesOf(event).map((choice) =>
        el(
          'button',
          {
            'data-choice': choice,
            'aria-pressed': () => String(now() === choice),
            'aria-label': t(`choice.${choice}`),
            onclick: () => store.apply({ type: 'lie', step, choice }),
          },
          choice === 'A' || choice === 'R' ? token(choice, 8.5) : choice === 'O' ? token('N', 8.5) : t(`choice.${choice}`),
        ),
      ),
    ),
  );
}
