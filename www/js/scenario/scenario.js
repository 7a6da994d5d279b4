// The scenario: protocol, generals, rounds of relay, the order, the traitors and how they lie. Each field has a file of its own.

import { binder } from '../kit/dom.js';
import { povOf } from '../state/pov.js';
import { ownPlace } from '../state/own.js';
import { hasOpinions, hasOrder, restsOn } from '../state/spec.js';
import { armyFields } from './army-fields.js';
import { bound } from './bound.js';
import { cases, casesJump } from './cases.js';
import { exhibits } from './exhibits.js';
import { orderField } from './order-field.js';
import { protocolField } from './protocol-field.js';
import { strategyField } from './strategy-field.js';
import { traitorsField } from './traitors-field.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** What fog hides of a scenario, as a key. @param {State} s */
function hiddenByFog(s) {
  if (hasOpinions(s)) return 'fog.hidden.opinions';
  if (hasOrder(s, povOf(s))) return 'fog.hidden.commander';
  return restsOn(s, 'marks') ? 'fog.hidden.leader' : 'fog.hidden';
}

/** @param {HTMLElement} root @param {Page} page */
export function scenario(root, page) {
  const { store, t, say } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;

  const more = exhibits(drawing, page);
  const title = el('h2', { id: page.id('rail-title'), class: 'unseen' }, () => t('scenario'));
  root.setAttribute('aria-labelledby', title.id);
  root.append(
    title,
    casesJump(drawing, page),
    protocolField(drawing, page),
    ...armyFields(drawing, page),
    orderField(drawing, page),
    ownPlace(drawing, page, 'field'),
    el('hr'),
    el('p', { class: 'hint', hidden: () => !fog() }, () => t(hiddenByFog(s()), { who: say().general(povOf(s()) ?? 1) })),
    traitorsField(drawing, page),
    strategyField(drawing, page),
    el('hr', { hidden: fog }),
    bound(el('div', { class: 'field', hidden: fog }), drawing, page),
    el('hr'),
    cases(drawing, page),
    more.node,
  );
  return () => {
    refresh();
    more.refresh();
  };
}
