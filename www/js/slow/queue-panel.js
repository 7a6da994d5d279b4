// The letters under way as a list in order of delivery: the rule, what comes next, who is held, and what the reader has done.

import { icon } from '../kit/icons.js';
import { release } from './deeds.js';
import { editsOf, queueOf, rowsNow, slotOf } from './queue.js';
import { rowKeys } from './row-keys.js';
import { sealsPanel } from './seals-panel.js';
import { queueRow } from './queue-row.js';
import { delayedOf, isUnseen, tellEdit } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @type {import('#generals').DeliveryOrder[]} */
const RULES = ['fifo', 'lifo', 'random'];
/** So many rows are listed, and as many more each time that their end comes in sight. */
const ROWS = 40;

/** Which of the letters under way comes next. @param {Binder} binder @param {Page} page */
function ruleField({ el }, { store, t }) {
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      'data-testid': 'schedule',
      'aria-label': () => t('slow.schedule'),
      value: () => store.state.scenario?.q ?? 'fifo',
      onchange: () => store.apply({ type: 'edit', changes: { q: select.value } }),
    },
    ...RULES.map((rule) => el('option', { value: rule }, () => t(`slow.schedule.${rule}`))),
  );
  return el('span', { class: 'choose queue-rule', hidden: () => isUnseen(store.state) }, select);
}

/** What the reader has done that is not in the list above, each with a cross that takes it back. @param {Binder} binder @param {Page} page @param {import('./queue-row.js').Tell} tell */
function edits({ el, list }, page, tell) {
  const { store, t, say } = page;
  const s = () => store.state;
  const all = () => (s().session && !isUnseen(s()) ? editsOf(s().scenario?.d ?? [], s().session?.unsent ?? [], queueOf(s())) : []);
  /** @param {import('#generals').Delay} delay */
  const letterOf = (delay) => {
    const { session, scenario } = s();
    return session ? delayedOf(say(), session, scenario?.protocol, delay) : '';
  };
  /** @param {ReturnType<typeof all>[number]} edit */
  const told = (edit) => {
    const { session, scenario } = s();
    return session ? tellEdit(say(), session, scenario?.protocol, edit) : '';
  };
  return el(
    'div',
    { class: 'queue-edits', hidden: () => all().length === 0 },
    el('h3', { class: 'label' }, () => t('slow.edits')),
    list(
      el('ul', { 'data-testid': 'schedule-edits' }),
      () => all().slice(0, ROWS),
      (edit) => `${slotOf(edit.delay)} ${told(edit)}`,
      (edit, own) =>
        own.el(
          'li',
          { class: edit.isNever ? 'never' : '' },
          own.el('span', {}, told(edit)),
          own.el(
            'button',
            {
              class: 'queue-undo',
              'data-testid': `unpin-${slotOf(edit.delay)}`,
              'aria-label': t('slow.edit.back', { letter: letterOf(edit.delay) }),
              onclick: () => {
                const letter = letterOf(edit.delay);
                release(page, edit.delay);
                tell('slow.told.back', { letter });
              },
            },
            icon('cross', 12),
          ),
        ),
    ),
  );
}

/** @param {Binder} drawing @param {Page} page @param {import('./queue-row.js').Tell} tell */
export function queuePanel(drawing, page, tell) {
  const { el, list } = drawing;
  const { store, t, id } = page;
  const s = () => store.state;
  let shown = ROWS;
  const keys = rowKeys(drawing, () => title);
  const all = () => (s().session ? rowsNow(s()) : []);
  const rows = list(
    el('ol', { class: 'queue-rows', 'data-testid': 'queue' }),
    () => all().slice(0, shown).map((row, i) => ({ row, isNext: i === 0 })),
    ({ row, isNext }) => `${s().lang} ${row.key} ${row.place} ${row.past} ${row.queued.step} ${isNext} ${s().scenario?.traitors}`,
    ({ row, isNext }, own) => queueRow(own, page, row, isNext, { tell, isEntry: keys.isEntry }),
  );
  const more = () => Math.max(0, all().length - shown);
  const rest = el('p', { class: 'queue-rest', hidden: () => more() === 0 }, () => t('slow.queue.more', { count: more() }));
  new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting || more() === 0) return;
    shown += ROWS;
    drawing.refresh();
  }).observe(rest);
  const said = () => {
    if (isUnseen(s())) return t('slow.queue.unseen');
    const isAtEnd = s().cursor >= s().length - 1;
    // What is still under way then a limit has left there.
    if (all().length > 0) return t(isAtEnd ? 'slow.queue.cut' : 'slow.queue.hint');
    return t(isAtEnd ? 'slow.queue.over' : 'slow.queue.none');
  };
  const title = el('h2', { id: id('queue-title'), tabindex: -1 }, () => t('slow.queue'), ' ', el('span', { class: 'queue-count', 'data-testid': 'queue-count', hidden: () => all().length === 0 }, () => t('slow.queue.count', { count: all().length })));
  const node = el(
    'section',
    { class: 'queue', 'data-testid': 'under-way', 'aria-labelledby': id('queue-title') },
    el('div', { class: 'queue-head' }, title, ruleField(drawing, page)),
    el('div', { class: 'queue-scroll', hidden: () => all().length === 0 }, rows, rest),
    el('p', { class: 'hint' }, said),
    edits(drawing, page, tell),
    sealsPanel(drawing, page),
  );
  return { node, keep: keys.listen(rows) };
}
