// The attack on the program that is open, by its army, beside the text.

import { binder } from '../kit/dom.js';
import { answerNodes, answerOf, stampOf } from './answer.js';
import { attacking } from './attacking.js';
import { keepFocus } from './keep-focus.js';

/** @param {HTMLElement} place @param {import('../shell/page.js').Page} page @param {import('./place.js').Wish} wish @param {import('./place.js').Answered} answered */
export function attackPanel(place, page, wish, answered) {
  const { t, id } = page;
  const drawing = binder();
  const { el } = drawing;
  const ask = attacking(page, redraw, () => ({}), answered);
  const answer = answerOf(page, ask);
  /** How often one was begun. */
  let begun = 0;
  const isWaiting = () => wish.line !== null && answer.kept() !== null;
  place.append(
    el(
      'section',
      { class: 'attack', 'aria-labelledby': id('attack-title'), 'data-testid': 'attack', 'data-state': answer.state },
      el('h3', { class: 'label', id: id('attack-title') }, () => t(answer.isLeast() ? 'attack.title.least' : 'attack.title')),
      stampOf(drawing, answer),
      el('p', { class: 'attack-old', 'data-testid': 'attack-old', hidden: () => !answer.isOld() && !isWaiting() }, () => (isWaiting() ? t('attack.waits', { place: wish.line ?? 0 }) : t('attack.old'))),
      el('p', { class: 'hint', role: 'status', 'data-testid': 'attack-elsewhere' }, () => (ask.isElsewhere() ? t('attack.elsewhere') : '')),
      el('div', { class: 'attack', hidden: ask.isElsewhere }, ...answerNodes(drawing, page, ask, answer, 'attack')),
    ),
  );

  /** What is to be seen of the answer: how far it is, a run, that it is over. Each is brought into sight once. */
  let seen = '';
  function redraw() {
    keepFocus(place, drawing.refresh);
    const now = answer.kept();
    const sight = now ? `${begun} ${answer.found() !== null} ${now.isBusy}` : '';
    if (sight !== seen) place.scrollIntoView({ block: 'nearest' });
    seen = sight;
  }
  return {
    refresh() {
      if (begun < wish.attacks) {
        begun = wish.attacks;
        // What is being asked is not asked twice at a time.
        if (!ask.isElsewhere() || !ask.now()?.isBusy) ask.start();
      }
      redraw();
    },
  };
}
