// The chosen general: whether he is loyal, his vote, what he cannot know, what he heard. In fog only the viewer himself is known.

import { binder } from '../kit/dom.js';
import { povOf } from '../state/pov.js';
import { ownPlace } from '../state/own.js';
import { isCommander } from '../state/spec.js';
import { limit } from './cannot-know.js';
import { chosenGeneral } from './chosen.js';
import { decidedWord, voteTree } from './decision.js';
import { prediction } from './prediction.js';
import { bag } from './bag.js';
import { hasHeard, heardList } from './received.js';
import { rounds } from './rounds.js';
import { ways } from './ways.js';
import { summary, who } from './who.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function inspector(root, page) {
  const { store, t, say } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  const s = () => store.state;
  const chosen = chosenGeneral(store);
  const { id, isOpen, loyal, heard } = chosen;
  // Where his votes are drawn, that he has heard nothing is seen.
  const isSeen = () => chosen.vote() !== null && heard().length === 0;
  const cannot = () => (isOpen() && !isSeen() ? limit(s(), id(), heard(), say()) : '');

  const title = el('h2', { id: page.id('inspector-title') }, () => {
    const who = say().general(id());
    // Only his own eyes show what he knows; who sees everything is told what it is that he sees.
    if (povOf(s()) !== null) return isOpen() ? t('inspector.title', { who }) : who;
    return loyal() && !isCommander(s(), id()) ? t(say().under('inspector.seen', s().scenario?.protocol), { who }) : who;
  });
  root.setAttribute('aria-labelledby', title.id);
  root.append(
    el('p', { class: 'hint', hidden: () => s().chosen !== null }, () => t('inspector.empty')),
    el(
      'div',
      { class: 'inspector-body', hidden: () => !s().chosen },
      who(drawing, page, chosen, title),
      summary(drawing, page, chosen),
      ownPlace(drawing, page, 'opinion', chosen),
      ownPlace(drawing, page, 'vector', id),
      ...voteTree(drawing, page, chosen),
      decidedWord(drawing, page, chosen),
      el('p', { class: 'hint cannot', 'data-testid': 'cannot', hidden: () => cannot() === '' }, cannot),
      ownPlace(drawing, page, 'held', id, heard),
      bag(drawing, page, id, heard),
      prediction(drawing, page),
      ...ways(drawing, page, chosen),
      el(
        'details',
        { class: 'heard', open: true, hidden: () => !isOpen() || isCommander(s(), id()) || !hasHeard(s(), heard()) },
        el('summary', { class: 'label' }, () => t('heard.title')),
        ...heardList(drawing, page, heard),
      ),
      rounds(drawing, page),
    ),
  );
  return () => {
    chosen.update();
    if (s().scenario && s().chosen !== null) refresh();
  };
}
