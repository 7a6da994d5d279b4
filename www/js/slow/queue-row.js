// One letter under way as a row: a press delivers it next, and beside it stands what else can be done with it.

import { icon, sealSign, shield, token } from '../kit/icons.js';
import { bundleShown } from '../marks/bundles.js';
import { deliverNext, holdBack, release } from './deeds.js';
import { slotOf } from './queue.js';
import { letterOf, nameOf, sayPart } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./queue.js').Row} Row */
/** What is done to a letter, told aloud. @typedef {(key: string, values: import('../words/i18n.js').Values) => void} Tell */
/** `deliver`, `turn`: holds it, or lets it go; `past`: holds it past all patience. @typedef {{deliver: () => void, turn: () => void, past: () => void}} Deeds */

/** Whether somebody’s patience can end, so that a letter may come later than that. @param {import('../state/types.js').State} s */
export const hasPatience = ({ spec }) => spec?.model === 'partially-synchronous';

/** What can be done to a letter. @param {Page} page @param {Row} row @param {Tell} tell @returns {Deeds} */
export function deedsOf(page, { queued, place }, tell) {
  const { event } = queued;
  const values = () => ({ letter: letterOf(page.say(), page.store.state.scenario?.protocol, event) });
  return {
    deliver() {
      deliverNext(page, queued);
      tell('slow.told.delivered', values());
    },
    turn() {
      if (place === null) release(page, event);
      else holdBack(page, event);
      tell(place === null ? 'slow.told.free' : 'slow.told.held', values());
    },
    past() {
      holdBack(page, event, true);
      tell('slow.told.past', values());
    },
  };
}

/** @param {Binder} own @param {Page} page @param {Row} row @param {boolean} isNext @param {{tell: Tell, isEntry: (id: string, isFirst: boolean) => boolean}} list `isEntry`: whether the Tab key stops in this row */
export function queueRow({ el }, page, row, isNext, { tell, isEntry }) {
  const { store, t, say } = page;
  const { queued, place, past } = row;
  const { event, step } = queued;
  const protocol = store.state.scenario?.protocol;
  const deeds = deedsOf(page, row, tell);
  const slot = slotOf(event);
  const light = (/** @type {number | null} */ lit) => store.apply({ type: 'light', step: lit });
  const tabindex = () => (isEntry(`queued-${slot}`, isNext) ? 0 : -1);
  /** @param {'deliver' | 'hold' | 'free' | 'past'} what @param {() => void} does */
  const button = (what, does) =>
    el('button', { class: `queue-do ${what === 'hold' || what === 'free' ? `turn ${what}` : what}`, tabindex, 'data-testid': `${what}-${slot}`, 'aria-label': t(`slow.do.${what}.named`, { letter: letterOf(say(), protocol, event) }), onclick: does }, t(`slow.do.${what}`));
  return el(
    'li',
    {
      class: () => `queue-row${place === null ? ' held' : ''}${isNext ? ' next' : ''}${store.state.lit === step ? ' lit' : ''}`,
      'data-testid': `queued-${slot}`,
      onpointerenter: () => light(step),
      onpointerleave: () => light(null),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (!store.state.letters || !/^[hH]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        deeds.turn();
      },
    },
    el(
      'button',
      { class: 'queue-letter', tabindex, 'aria-keyshortcuts': 'Enter H', title: t('slow.do.deliver'), onclick: deeds.deliver },
      el('span', { class: 'unseen' }, nameOf(say(), protocol, row)),
      el('span', { class: place === null ? 'queue-place held' : 'queue-place', 'aria-hidden': 'true' }, place === null ? icon('pause', 13) : String(place)),
      way(page, el, event),
      el('span', { class: 'queue-what', 'aria-hidden': 'true' }, sayPart(say(), event), event.said && token(event.said, 8.5), past ? el('i', {}, t('slow.queue.past')) : null, ...ribbonOf(page, el, queued)),
    ),
    el(
      'span',
      { class: 'queue-deeds' },
      isNext ? button('deliver', deeds.deliver) : null,
      button(place === null ? 'free' : 'hold', deeds.turn),
      hasPatience(store.state) && !past && (isNext || place === null) ? button('past', deeds.past) : null,
    ),
  );
}

/** The bundle of seals that a letter shows. @param {Page} page @param {Binder['el']} el @param {import('#generals').Queued} queued */
function ribbonOf({ store }, el, { event, step }) {
  const { session } = store.state;
  const bundle = session && bundleShown(session, event, step);
  return bundle ? [el('span', { class: 'queue-ribbon' }, ...bundle.seals.map(({ signer, holds }) => sealSign(signer, holds ? 'good' : 'forged', 17)))] : [];
}

/** From whom to whom, by their shields. @param {Page} page @param {Binder['el']} el @param {{from: number, to: number}} event */
function way({ store }, el, { from, to }) {
  const isLoyal = (/** @type {number} */ id) => !store.state.scenario?.traitors.includes(id);
  return el('span', { class: 'queue-way', 'aria-hidden': 'true' }, shield(from, isLoyal(from), 24), el('span', { class: 'queue-arrow' }, '→'), shield(to, isLoyal(to), 24));
}
