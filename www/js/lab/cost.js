// The cost of safety: messages and rounds against the number of generals, with the open run among them.

import { cost as costOf } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { DRAWN } from '../scene/world.js';
import { amount, spent, tenTo } from './cost-run.js';
import { plot } from './plot.js';

/** @typedef {import('./plot.js').What} What */
/** @typedef {import('./cost-run.js').Spent} Spent */

/** Armies of the table: as many generals as m traitors need. */
const ROWS = [1, 2, 3, 4, 5].map((m) => ({ n: 3 * m + 1, m }));
/** The longest bar, in CSS pixels. */
const BAR = 150;
const WHATS = /** @type {const} */ (['messages', 'rounds']);
const SIDES = /** @type {const} */ (['own', 'other']);

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function cost({ page: { t, say, store }, redraw }) {
  const { el, svg, list, refresh } = binder();
  const s = () => store.state;
  /** @type {What} */
  let what = 'messages';
  let width = 0;
  /** What is known of the open run, once for each. @type {{link: string, spent: Spent | null}} */
  let known = { link: '', spent: null };

  const now = () => {
    if (known.link !== s().link) known = { link: s().link, spent: spent(s()) };
    return known.spent;
  };
  const count = (/** @type {number | null | undefined} */ value) => amount(say(), value ?? null);
  const signed = () => now()?.signed ?? false;
  const run = () => {
    const { n, m } = s().scenario ?? ROWS[0];
    return { n, m, signed: signed(), value: what === 'rounds' ? m + 1 : (now()?.own.counts.total ?? null) };
  };
  const army = () => t(say().under('lab.cost.tag.army', s().spec?.inputs), { name: `${signed() ? 'SM' : 'OM'}(${run().m})`, n: run().n });

  const drawn = () =>
    plot({
      what,
      width,
      run: run(),
      cost: costOf,
      shown: DRAWN,
      words: {
        number: count,
        power: (power) => (what === 'rounds' ? String(power) : power < 6 ? count(10 ** power) : tenTo(power)),
        name: (kind) => t(kind === 'oral' ? 'lab.cost.oral' : `lab.cost.signed.${what}`),
        both: (value) => t('lab.cost.both', { count: value }),
        limit: t('lab.cost.shown', { count: DRAWN }),
        axes: [t(`lab.cost.axis.${what}`), t('lab.cost.axis')],
        tag: [t('lab.cost.tag', { count: count(run().value) }), army()],
      },
    });

  /** @returns {SVGElement[]} */
  function draw() {
    const { lines, dots, texts, mark } = drawn();
    const line = (/** @type {string} */ kind, /** @type {string} */ d) => svg('path', { class: `cost-${kind}`, d });
    const text = (/** @type {string} */ kind, /** @type {import('./plot.js').Text} */ { x, y, words, anchor = 'start' }) =>
      svg('text', { class: kind, x, y, 'text-anchor': anchor }, words);
    return [
      ...lines.map(({ kind, d }) => line(kind, d)),
      ...dots.map(({ x, y, square }) =>
        svg('rect', { class: square ? 'cost-square' : 'cost-disc', x: x - 5, y: y - 5, width: 10, height: 10, rx: square ? 0 : 5 }),
      ),
      ...texts.map((one) => text(one.strong ? 'strong' : one.leaning ? 'leaning' : '', one)),
      ...(mark
        ? [
            svg('circle', { class: 'cost-ring', cx: mark.x, cy: mark.y, r: mark.r }),
            line('lead', mark.tag.lead),
            svg('rect', { class: 'cost-disc', x: mark.tag.x, y: mark.tag.y, width: mark.tag.width, height: mark.tag.height, rx: 6 }),
            ...mark.tag.lines.map((words, i) => text(i ? 'cost-tag' : 'strong cost-tag', { x: mark.tag.x + 12, y: mark.tag.y + 17 + 16 * i, words })),
          ]
        : []),
    ];
  }

  const figure = svg('svg', {
    class: 'cost-figure',
    role: 'img',
    'data-testid': 'cost-figure',
    'aria-label': () => t(`lab.cost.picture.${what}`, { count: count(run().value), army: army() }),
    width: () => width,
    height: () => drawn().height,
  });
  list(
    figure,
    () => [`${what} ${width} ${s().lang} ${s().link}`],
    String,
    () => svg('g', {}, ...draw()),
  );
  const box = el('div', { class: 'cost-box' }, figure);
  new ResizeObserver(([{ contentRect }]) => {
    const is = Math.floor(contentRect.width);
    if (is === width) return;
    width = is;
    redraw();
  }).observe(box);

  /** @param {'own' | 'other'} side */
  const bars = (side) =>
    list(
      el('ol', { class: 'cost-bars', 'data-testid': `cost-${side}` }),
      () => {
        // Beside what no number holds, nothing else has a length.
        const most = Math.max(...SIDES.flatMap((one) => now()?.[one].counts.perRound.map((value) => value ?? Infinity) ?? []));
        return now()?.[side].counts.perRound.map((value, i) => ({ value, round: i + 1, long: value === null ? BAR : (value / most) * BAR })) ?? [];
      },
      (bar) => `${s().lang} ${signed()} ${JSON.stringify(bar)}`,
      ({ value, round, long }, own) => {
        const bar = own.el('i', { class: signed() === (side === 'own') ? 'hollow' : null, hidden: long === 0 });
        bar.style.inlineSize = `${Math.ceil(long)}px`;
        return own.el('li', {}, own.el('span', {}, t('lab.cost.round', { round })), bar, own.el('b', {}, count(value)));
      },
    );

  const sum = (/** @type {number | null} */ total) =>
    t('lab.cost.sum', { count: Number(total), messages: count(total), rounds: t('lab.cost.sum.rounds', { count: run().m + 1 }) });
  const how = () => t(`lab.cost.${now()?.own.how}`, { count: count(now()?.formula.signed.total) });
  const otherHow = () => {
    const { other, army, formula } = now() ?? {};
    return [
      t(other?.how === 'formula' ? 'lab.cost.formula' : 'lab.cost.ran'),
      ...(army ? [t('lab.cost.army', { count: count(army) })] : []),
      signed() ? t('lab.cost.always') : t('lab.cost.most', { most: count(formula?.loyalAtMost) }),
    ].join(s().lang === 'zh' ? '' : ' ');
  };

  const more = () => {
    const totals = ROWS.map(({ n, m }) => Number(costOf(n, m).oral.total));
    const times = totals.slice(1).map((total, i) => Math.round(total / totals[i]));
    return t('lab.cost.more', { least: Math.min(...times), most: Math.max(...times) });
  };

  const table = el(
    'table',
    { class: 'cost-table', 'data-testid': 'cost-table' },
    el('caption', {}, () => t('lab.cost.table')),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        ...['n', 'm'].map((name) => el('th', { scope: 'col' }, el('i', {}, name))),
        ...['rounds', 'oral', 'signed'].map((name) => el('th', { scope: 'col' }, () => t(`lab.cost.column.${name}`))),
      ),
    ),
    list(
      el('tbody', {}),
      () => [...ROWS.filter(({ n, m }) => n !== run().n || m !== run().m), run()].sort((a, b) => a.n - b.n || a.m - b.m),
      (row) => `${s().lang} ${row.n} ${row.m} ${'value' in row}`,
      ({ n, m, ...mine }, own) => {
        const { oral, signed } = costOf(n, m);
        return own.el(
          'tr',
          { 'aria-current': 'value' in mine ? 'true' : null },
          own.el('th', { scope: 'row' }, String(n)),
          ...[m, m + 1, oral.total, signed.total].map((value) => own.el('td', {}, count(value))),
        );
      },
    ),
  );

  const node = el(
    'div',
    { class: 'cost' },
    el(
      'section',
      { 'aria-labelledby': 'cost-title' },
      el(
        'div',
        { class: 'cost-head' },
        el('h3', { id: 'cost-title' }, () => t('lab.cost.title')),
        el(
          'div',
          { class: 'cheats', role: 'group', 'aria-labelledby': 'cost-title' },
          ...WHATS.map((name) =>
            el(
              'button',
              {
                class: 'cheat',
                'data-testid': `cost-${name}`,
                'aria-pressed': () => String(what === name),
                onclick: () => {
                  what = name;
                  redraw();
                },
              },
              () => t(`lab.cost.${name}`),
            ),
          ),
        ),
        el('p', { class: 'lab-lead' }, () => t(`lab.cost.lead.${what}`)),
      ),
      box,
      el('p', { class: 'cost-more' }, more),
    ),
    el(
      'section',
      { class: 'cost-side', 'aria-labelledby': 'cost-run' },
      el(
        'h3',
        { id: 'cost-run' },
        el('span', { class: 'label' }, () => t('lab.cost.run')),
        () => ` ${sum(now()?.own.counts.total ?? null)}`,
      ),
      el(
        'p',
        { class: 'cost-how', 'data-testid': 'cost-how' },
        how,
        el('span', { hidden: () => now()?.own.how !== 'equal' }, icon('check', 14)),
      ),
      bars('own'),
      el('h4', {}, () => t(signed() ? 'lab.cost.other.om' : say().under('lab.cost.other.sm', s().spec?.inputs), { count: count(now()?.other.counts.total) })),
      bars('other'),
      el('p', { class: 'hint', 'data-testid': 'cost-other-how' }, otherHow),
      table,
      el('p', { class: 'hint' }, () => t('lab.cost.square')),
    ),
  );
  return { node, refresh };
}
