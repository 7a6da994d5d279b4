// Every message of the run as a row: only those in sight are made, the engine filters and sorts.

import { binder } from '../kit/dom.js';
import { moved, scrollAt, tall } from '../kit/virtual-list.js';
import { arrived } from '../state/motion.js';
import { cell, columnOf, columnsOf, orderFor, sorted } from '../words/message-row.js';
import { povOf, isSeen, loyalty, visibleSteps } from '../state/pov.js';
import { mask, shield, token } from '../kit/icons.js';
import { copying } from './table-copy.js';
import { ALL, filters, within } from './table-filters.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../words/message-row.js').Row} Row */
/** @typedef {import('../words/message-row.js').Column} Column */
/** @typedef {import('../words/message-row.js').Sort} Sort */
/** @typedef {import('#generals').Rows} Rows */
/** @typedef {Row & {place: number}} Placed */

/** Px of a row: of few, of many, and for fingers. */
const ROW = { few: 34, many: 28, touch: 44 };
const MANY = 30;
/** Px of the row of heads. */
const HEAD = 34;
/** Below this width a window is a phone's. */
const PHONE = 600;
const coarse = matchMedia('(pointer: coarse)');

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('./figures.js').View} */
export function table(page, side = '') {
  const { store, t, say } = page;
  const { el, list, refresh } = binder();
  const s = () => store.state;
  const named = (/** @type {string} */ name) => (side ? `${name}-${side}` : name);
  /** What is asked for, and how it is sorted. @type {import('./table-filters.js').Filter} */
  let filter = ALL;
  /** @type {readonly Sort[]} */
  let sort = ['step'];
  const order = () => orderFor(sort, s());
  /** @type {{key: string, of: import('../state/types.js').Session, rows: Rows} | null} */
  let kept = null;
  let at = { scroll: 0, shown: 0 };
  /** The row of the message that is looked at, and that message. @type {number | null} */
  let active = null;
  /** @type {number | null} */
  let looked = null;
  /** @type {Placed[]} */
  let placed = [];

  const wanted = () => within(filter, s());
  /** The rows that are wanted; asked again when something else is. @returns {Rows | null} */
  function rows() {
    const { session } = s();
    if (!session) return null;
    const key = JSON.stringify([wanted(), order()]);
    if (kept?.of === session && kept.key === key) return kept.rows;
    kept?.rows.free();
    kept = { key, of: session, rows: session.rows(wanted(), [...order()]) };
    active = looked === null ? null : kept.rows.placeOf(looked);
    return kept.rows;
  }
  const count = () => rows()?.length ?? 0;
  /** In fog before anything is seen. */
  const early = () => povOf(s()) !== null && (visibleSteps(s())?.[0] ?? 0) > arrived(s());
  const height = () => (coarse.matches || innerWidth < PHONE ? ROW.touch : count() < MANY ? ROW.few : ROW.many);
  const whole = () => count() * height();
  const room = () => Math.max(0, grid.clientHeight - HEAD);

  /** What is looked at: in fog the message seen last. */
  const picked = () => {
    const { message, cursor, length } = s();
    if (povOf(s()) === null) return message;
    return cursor > 0 && cursor < length && isSeen(visibleSteps(s()), cursor) ? cursor : null;
  };

  /** @param {number} row */
  function go(row) {
    // At once: the next key may come before the next frame.
    active = Math.max(0, Math.min(count() - 1, row));
    const step = rows()?.at(active);
    if (step) store.apply({ type: 'pick', step });
  }
  /** @param {number} shown */
  function show(shown) {
    const sharp = Math.round(Math.max(0, Math.min(whole() - room(), shown)));
    grid.scrollTop = Math.round(scrollAt(sharp, whole(), room()));
    at = { scroll: grid.scrollTop, shown: sharp };
  }
  /** Brings a row into sight: by as little as it takes, or from afar into the middle. @param {number} row */
  function reveal(row) {
    const top = row * height();
    const below = top + height() - at.shown - room();
    if (Math.max(at.shown - top, below) > 2 * height()) show(top - room() / 2);
    else if (top < at.shown) show(top);
    else if (below > 0) show(at.shown + below);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.target !== grid || event.altKey || event.ctrlKey || event.metaKey || count() === 0) return;
    const here = active ?? Math.ceil(at.shown / height()) - 1;
    const leaf = Math.max(1, Math.floor(room() / height()) - 1);
    /** @type {Record<string, number>} */
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + leaf, PageUp: here - leaf, Home: 0, End: count() - 1 };
    if (event.key in to) go(to[event.key]);
    else if (event.key === 'Enter' && active !== null && !side) store.apply({ type: 'view', view: 'map' });
    else return;
    event.preventDefault();
  }

  /** @param {Placed} row @param {Column} column */
  function signs(row, column) {
    if (column === 'from' || column === 'to') return shield(row[column], loyalty(s(), row[column]), 24);
    if (column === 'said' || column === 'honest') return token(row[column], 9);
    return column === 'lie' && row.lie ? mask(18) : null;
  }
  /** Where in the list a row now is. @type {Map<number, number>} */
  let places = new Map();
  const body = list(
    el('div', { class: 'table-rows', role: 'rowgroup' }),
    () => placed,
    (row) => `${s().lang} ${s().link} ${povOf(s())} ${row.step}`,
    (row, own) => {
      const fog = povOf(s()) !== null;
      const place = () => places.get(row.step) ?? 0;
      const differs = () => s().differing?.has(row.step) ?? false;
      const look = () =>
        [
          'table-row',
          !fog && row.lie ? 'lie' : '',
          row.step > arrived(s()) ? 'ahead' : '',
          s().lit === row.step ? 'lit' : '',
          differs() ? 'differs' : '',
        ].join(' ');
      return own.el(
        'div',
        {
          role: 'row',
          class: look,
          id: () => named(`row-${place()}`),
          'aria-rowindex': () => place() + 2,
          'aria-selected': () => String(picked() === row.step),
          'data-row': place,
        },
        ...columnsOf(s()).map((column) => {
          const words = cell(row, column, s(), say());
          return own.el(
            'div',
            { role: 'gridcell', class: `c-${column}`, title: column === 'path' || column === 'lie' ? words : null },
            column === 'step' ? own.el('span', { class: 'table-odd' }, () => (differs() ? t('table.differs') : '')) : null,
            signs(row, column),
            own.el('span', {}, words),
          );
        }),
      );
    },
  );
  const long = el(
    'div',
    {
      class: 'table-long',
      role: 'presentation',
      style: () => `block-size:${tall(whole())}px`,
    },
    body,
  );
  const heads = list(
    el('div', { class: 'table-heads', role: 'row', 'aria-rowindex': 1 }),
    () => [...columnsOf(s())],
    String,
    (column, own) => {
      const mine = () => order().find((key) => columnOf(key) === column);
      const way = () => (mine()?.startsWith('-') ? 'descending' : 'ascending');
      return own.el(
        'div',
        { role: 'columnheader', class: `c-${column}`, 'aria-sort': () => (order()[0] === mine() ? way() : null) },
        own.el(
          'button',
          {
            class: () => (mine() ? `${way()} ${order()[0] === mine() ? 'first' : 'next'}` : ''),
            'data-testid': named(`sort-${column}`),
            title: () => t('table.sort'),
            onclick: (/** @type {MouseEvent} */ event) => {
              sort = sorted(order(), column, event.shiftKey);
              anew();
            },
          },
          () => t(`table.${column}`),
        ),
      );
    },
  );
  const grid = el(
    'div',
    {
      class: 'table-grid',
      role: 'grid',
      tabindex: 0,
      hidden: () => count() === 0,
      'aria-label': () => t('view.table'),
      'aria-rowcount': () => count() + 1,
      'aria-activedescendant': () => (active !== null && placed.some(({ place }) => place === active) ? named(`row-${active}`) : null),
      'data-testid': named('rows'),
      onkeydown: key,
      onscroll: () => {
        if (grid.scrollTop === at.scroll) return;
        at = { scroll: grid.scrollTop, shown: moved(at, grid.scrollTop, whole(), room()) };
        draw();
      },
      onscrollend: () => show(at.shown),
      onclick: (/** @type {Event} */ event) => {
        const row = rowUnder(event);
        if (row !== null) go(row);
      },
      onpointerover: (/** @type {Event} */ event) => light(rowUnder(event)),
      onpointerleave: () => light(null),
    },
    el('div', { class: 'table-top', role: 'rowgroup' }, heads),
    long,
  );
  /** @param {Event} event */
  function rowUnder({ target }) {
    const row = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('[data-row]')) : null;
    return row ? Number(row.dataset.row) : null;
  }
  /** @param {number | null} row */
  const light = (row) => store.apply({ type: 'light', step: row === null ? null : (rows()?.at(row) ?? null) });

  const asked = filters(page, named, () => filter, (next) => {
    filter = next;
    anew();
  });
  const copy = copying(page, named, rows);
  const said = () => {
    const by = order().map((key) => t(`table.by.${columnOf(key)}`)).join(t('table.then'));
    const ahead = s().session && arrived(s()) < s().length - 1 ? t('gap') + t('table.ahead') : '';
    const viewer = povOf(s());
    const counted = t('counts.messages', { count: count() });
    const messages = viewer === null ? counted : t('table.seen', { messages: counted, who: say().general(viewer) });
    return t('table.sorted', { messages, by }) + ahead;
  };
  const node = el(
    'div',
    {
      class: 'table',
      hidden: () => s().session === null,
      style: () => `--row:${height()}px;--no:${36 + 9 * say().number(s().length).length}px`,
      'data-testid': named('table'),
    },
    el('div', { class: 'table-bar' }, asked.node, el('p', { class: 'fine', role: 'status', 'data-testid': named('table-said') }, said), copy.node),
    grid,
    el(
      'div',
      { class: 'table-none', hidden: () => count() > 0 },
      el('p', {}, () => t(early() ? 'table.early' : 'table.none')),
      el(
        'button',
        {
          class: 'bar-button line',
          'data-testid': named('table-clear'),
          hidden: early,
          onclick: () => {
            filter = ALL;
            anew();
            grid.focus();
          },
        },
        () => t('table.clear'),
      ),
    ),
  );

  /** Makes the rows that are in sight. */
  function draw() {
    const first = Math.max(0, Math.floor(at.shown / height()) - 1);
    const last = Math.ceil((at.shown + room()) / height()) + 1;
    placed = (rows()?.window(first, last - first) ?? []).map((row, i) => ({ ...row, place: first + i }));
    places = new Map(placed.map(({ step, place }) => [step, place]));
    body.style.translate = `0 ${at.scroll + first * height() - at.shown}px`;
    refresh();
  }
  /** Other rows: from the first, or where the message is that is looked at. */
  function anew() {
    rows();
    refresh();
    show(0);
    if (active !== null) reveal(active);
    draw();
    asked.refresh();
    copy.refresh();
  }
  let before = '';
  /** The message that was last brought into sight: the one looked at, else the last that has arrived. */
  let followed = 0;
  function whatever() {
    if (!s().session) return refresh();
    // Rows of another run are not told by this one.
    if (kept?.of !== s().session) placed = [];
    const now = picked();
    const shape = `${count()} ${height()} ${room()}`;
    if (looked !== now) active = now === null ? null : (rows()?.placeOf(now) ?? null);
    looked = now;
    refresh();
    // The list has another length: the bar stays as near as it can.
    if (shape !== before) show(at.shown);
    before = shape;
    const front = now ?? arrived(s());
    const row = front === followed ? null : (rows()?.placeOf(front) ?? null);
    followed = front;
    if (row !== null) reveal(row);
    draw();
    asked.refresh();
    copy.refresh();
  }
  let painted = -1;
  new ResizeObserver(whatever).observe(grid);
  return {
    node,
    leave() {
      kept?.rows.free();
      kept = null;
    },
    refresh: whatever,
    paint() {
      if (painted !== arrived(s())) draw();
      painted = arrived(s());
    },
  };
}
