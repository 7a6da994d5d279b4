// How much time there is: the choice between the plans.

import { allMinutes, EVERYTHING } from './plan.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {Pick<import('./teacher.js').Papered, 'plans' | 'there' | 'chosen' | 'choose'>} Plans */

/** What a plan is called. @param {Page} page @param {Plans} desk @param {string} id */
export function planName({ t }, desk, id) {
  const plan = desk.plans().find((one) => one.id === id);
  return plan ? t('teacher.plan.minutes', { count: plan.minutes }) : t('teacher.plan.all', { count: allMinutes(desk.there()?.index.lessons ?? []) });
}

/** @param {import('../state/types.js').Binder} drawing @param {Page} page @param {Plans} desk */
export const planChoice = ({ el, list }, page, desk) =>
  list(
    el('div', { class: 'teacher-plans', role: 'group', 'aria-label': () => page.t('teacher.plans'), hidden: () => desk.there() === null }),
    () => [...desk.plans().map(({ id }) => id), EVERYTHING],
    (id) => id,
    (id, own) =>
      own.el('button', { value: id, 'data-testid': `plan-${id}`, 'aria-pressed': () => String(desk.chosen() === id), onclick: () => desk.choose(id) }, () => planName(page, desk, id)),
  );
