// One real button over each camp, for hands, keys and screen readers.

import { binder } from '../kit/dom.js';
import { plain } from '../words/narrate.js';
import { FINGER } from '../scene/layout.js';
import { povOf, givenTo, loyalty } from '../state/pov.js';
import { hasOpinions, isCommander, roleOf } from '../state/spec.js';
import { isDecided } from '../state/decided.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {ReturnType<import('../state/types.js').Session['snapshot']>} Snapshot */

/**
 * What a screen reader says of a camp.
 * @param {State} s @param {number} id @param {import('../words/i18n.js').Speech} say @param {Snapshot | null} snapshot what each has heard by now
 */
export function campName(s, id, say, snapshot) {
  if (!s.scenario) return '';
  const loyal = loyalty(s, id);
  const known = loyal === null ? 'unknown' : loyal ? 'loyal' : 'traitor';
  const pieces = [say.general(id), plain(say.parts(`role.${roleOf(s, id)}.${known}`))];
  const opinion = hasOpinions(s) ? givenTo(s, id) : null;
  if (opinion) pieces.push(say.t('camp.opinion', { order: say.order(opinion) }));
  const viewer = povOf(s);
  if (viewer === id) pieces.push(say.t('camp.eyes'));
  if (viewer === null || viewer === id) {
    const decision = isDecided(s) ? s.verdict?.decisions[String(id)] : undefined;
    if (decision) pieces.push(say.t('camp.decided', { order: say.order(decision) }));
    else if (decision === null) pieces.push(say.t('camp.undecided'));
    else if (snapshot && !isCommander(s, id)) pieces.push(say.t('camp.heard', { count: snapshot.generals[id - 1].heard }));
  }
  return pieces.join(say.t('camp.join'));
}

/**
 * @param {Page} page @param {import('./map-plan.js').MapPlan} plan
 * @param {{frame: () => import('../paint/painter.js').Frame, isNear: () => boolean, testid: (name: string) => string}} map
 *   `isNear`: whether it is enlarged: then fingers move it, else the page around it
 */
export function campButtons({ store, t, say }, plan, { frame, isNear, testid }) {
  const { el, list, refresh } = binder();
  const s = () => store.state;
  /** Asked once for all camps. @type {Snapshot | null} */
  let snapshot = null;

  /** @param {number} id */
  function place(id) {
    const { x, y, hit } = plan.layout?.camps[id - 1] ?? { x: 0, y: 0, hit: FINGER };
    const { times, dx, dy } = frame();
    const px = (/** @type {number} */ length) => `${(length * plan.grown).toFixed(1)}px`;
    const side = px(hit * times);
    return `left:${px((x - hit / 2) * times + dx)};top:${px((y - hit / 2) * times + dy)};width:${side};height:${side}`;
  }
  const node = list(
    el('div', { class: () => (isNear() ? 'camps near' : 'camps'), role: 'group', 'aria-label': () => t('camps') }),
    () => (plan.layout && s().scenario ? plan.layout.camps.map(({ id }) => id) : []),
    String,
    (id, own) =>
      own.el('button', {
        'data-testid': testid(`general-${id}`),
        'data-general': id,
        'aria-pressed': () => String(s().chosen === id),
        'aria-label': () => campName(s(), id, say(), snapshot),
        style: () => place(id),
        onclick: () => store.apply({ type: 'choose', general: id }),
      }),
  );
  return {
    node,
    refresh() {
      snapshot = s().session?.snapshot() ?? null;
      refresh();
    },
  };
}
