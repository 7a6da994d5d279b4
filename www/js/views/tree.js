// Why a general decides as he does: his vote tree, folded by majorities; under other protocols what stands in its place.

import { allHeard, drawnFrom, foldsOf, groupsIn, openPath, pathToOpen, placesOf, ROOT, sourceOf, voterOf } from './vote-tree-layout.js';
import { binder, svg } from '../kit/dom.js';
import { povOf, loyalty } from '../state/pov.js';
import { shield } from '../kit/icons.js';
import { hasOpinions } from '../state/spec.js';
import { isDecided } from '../state/store.js';
import { foot, group, heightOf, own } from './tree-figure.js';
import { treeHeld } from './tree-held.js';
import { treeList } from './tree-list.js';
import { treeOther } from './tree-other.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('#generals').VoteTree} VoteTree */

/** With more majorities one above another their steps are numbered. */
const NAMED_FOLDS = 2;

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('./figures.js').View} */
export function tree(page, side = '') {
  const { store, t, say } = page;
  const own_ = binder();
  const { el, list, refresh } = own_;
  const s = () => store.state;
  const named = (/** @type {string} */ name) => (side ? `${name}-${side}` : name);
  /** @type {{of: import('../state/types.js').Session, general: number, source: number, tree: VoteTree | undefined} | null} */
  let kept = null;
  let folds = 0;

  const source = () => sourceOf(s(), voterOf(s()));
  /** The tree of the general who is looked at; null where he has none. */
  function ballot() {
    const { session } = s();
    const general = voterOf(s());
    if (!session || general === null) return null;
    const from = source();
    if (kept?.of !== session || kept.general !== general || kept.source !== from) {
      kept?.tree?.free();
      kept = { of: session, general, source: from, tree: session.voteTree(general, hasOpinions(s()) ? from : undefined) };
    }
    return kept.tree ?? null;
  }
  const m = () => s().scenario?.m ?? 0;
  const shown = () => {
    const now = ballot();
    return now ? { tree: now, open: openPath(now, s().place.path, [source()]), folds, rounds: m() + 1 } : null;
  };

  /** @param {Branch} branch */
  function pick(branch) {
    store.apply({ type: 'pick', step: s().message === branch.step ? null : branch.step });
  }
  /** In the figure a part that goes on is opened too. @param {Branch} branch */
  function look(branch) {
    if (branch.children > 0 && branch.path.length > 1) store.apply({ type: 'open-path', path: branch.path });
    pick(branch);
  }

  /** @param {number | null} fold */
  function foldTo(fold) {
    if (!allHeard(s())) store.apply({ type: 'seek', step: s().length });
    store.apply({ type: 'fold', fold });
  }

  const figure = svg('svg', { class: 'vote-figure', 'aria-hidden': 'true' });
  const scroller = el(
    'div',
    { class: 'vote-scroller', 'data-testid': named('tree-figure'), tabindex: 0, role: 'group', 'aria-label': () => t('votes.figure'), onscroll: () => draw(true) },
    figure,
  );

  let drawn = '';
  /** Draws what the window of the figure shows. @param {boolean} [scrolled] nothing but the window has changed */
  function draw(scrolled = false) {
    const now = shown();
    const room = scroller.clientWidth;
    if (!now || room === 0) return figure.replaceChildren();
    const root = now.tree.branch(drawnFrom(now.open));
    if (!root) return;
    const first = root.children > 0 ? now.tree.children(root.path, 0, 1)[0] : null;
    const deep = (first?.children ?? 0) > 0;
    const places = placesOf(root.children, deep ? (first?.children ?? 0) + 1 : 1, room);
    const window = groupsIn(places, root.children, scroller.scrollLeft, room);
    const drawing = { page, folds, rounds: now.rounds, places, pick: look };
    const groups = now.tree.children(root.path, window.from, window.to - window.from);
    const votes = groups.map((branch, i) => ({ x: places.left(window.from + i) + places.width / 2, order: branch.result }));
    if (scroller.scrollLeft < places.own + places.width) votes.unshift({ x: places.own, order: root.direct ?? 'R' });
    const middle = Math.min(places.whole, scroller.scrollLeft + room / 2);
    const end = foot(drawing, root, votes, middle, deep);
    const key = `${window.from} ${window.to}`;
    if (scrolled && key === drawn && figure.firstChild) return figure.firstChild.replaceWith(end);
    drawn = key;
    figure.setAttribute('width', String(places.whole));
    figure.setAttribute('height', String(heightOf(deep)));
    figure.replaceChildren(
      end,
      own(drawing, root, deep),
      ...groups.map((branch, i) =>
        group(drawing, branch, deep ? now.tree.children(branch.path, 0, branch.children) : [], places.left(window.from + i), deep),
      ),
    );
    opened(now.open, places, root);
  }

  let brought = '';
  /** Brings the open part into sight, once. @param {number[]} open @param {ReturnType<typeof placesOf>} places @param {Branch} root */
  function opened(open, places, root) {
    const key = `${open}`;
    if (key === brought || open.length < 2) return;
    brought = key;
    const path = root.path;
    const siblings = ballot()?.children(path, 0, root.children) ?? [];
    const at = siblings.findIndex((branch) => `${branch.path}` === key);
    const left = places.left(Math.max(0, at));
    if (left < scroller.scrollLeft || left + places.width > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = left - (scroller.clientWidth - places.width) / 2;
  }

  const title = () => {
    const general = voterOf(s());
    if (general === null) return '';
    const who = say().general(general);
    const known = isDecided(s()) && folds >= m() && drawnFrom(shown()?.open ?? ROOT).length === 1 && loyalty(s(), general);
    if (hasOpinions(s()) && shown()) {
      const result = known ? shown()?.tree.branch([source()])?.result : null;
      const of = say().general(source());
      return result ? t('votes.why.opinion', { who, of, order: say().order(result) }) : t('votes.title.opinion', { who, of });
    }
    const decision = known ? s().verdict?.decisions[general] : null;
    return decision ? t(`votes.why.${decision}`, { who }) : t('votes.title', { who });
  };
  const lead = () => {
    const now = shown();
    return now ? t('votes.lead', { count: now.tree.reports }) : '';
  };

  /** Why it comes out as it does, counted in this tree; what is said of the whole is not said beside a part. */
  const because = () => {
    const now = shown();
    const root = now?.tree.branch([source()]);
    if (!now || !root || folds < m() || drawnFrom(now.open).length > 1) return '';
    const order = say().order(root.result);
    const parts = [];
    if (povOf(s()) === null && root.children > 0) {
      const { touched, reports } = now.tree;
      const lost = now.tree.children([source()], 0, root.children).filter((branch) => branch.result !== root.result).length;
      const against = lost + Number((root.direct ?? 'R') !== root.result);
      parts.push(t(touched === 0 ? 'votes.because.none' : 'votes.because', { touched, reports, against, votes: root.votes, order }));
    }
    parts.push(t('votes.needed', { count: root.needed }));
    return parts.join(t('gap'));
  };

  const choices = list(
    el('select', {
      'data-testid': named('tree-general'),
      'aria-label': () => t('votes.general'),
      disabled: () => povOf(s()) !== null,
      value: () => String(voterOf(s()) ?? ''),
      onchange: (/** @type {Event} */ event) =>
        store.apply({ type: 'choose', general: Number(/** @type {HTMLSelectElement} */ (event.target).value) }),
    }),
    () => Array.from({ length: s().scenario?.n ?? 0 }, (_, i) => i + 1),
    String,
    (id, one) => one.el('option', { value: id, selected: () => voterOf(s()) === id }, () => say().general(id)),
  );

  /** Whose opinion, where everybody has one. */
  const sources = list(
    el('select', {
      'data-testid': named('tree-source'),
      'aria-label': () => t('votes.source'),
      value: () => String(source()),
      onchange: (/** @type {Event} */ event) =>
        store.apply({ type: 'open-path', path: [Number(/** @type {HTMLSelectElement} */ (event.target).value)] }),
    }),
    () => Array.from({ length: s().scenario?.n ?? 0 }, (_, i) => i + 1).filter((id) => hasOpinions(s()) && id !== voterOf(s())),
    (id) => `${s().lang} ${id}`,
    (id, one) => one.el('option', { value: id, selected: () => source() === id }, () => t('votes.source.of', { who: say().general(id) })),
  );

  const steps = list(
    el('div', { class: 'cheats', role: 'group', 'aria-label': () => t('votes.folds'), hidden: () => shown() === null || m() === 0 }),
    () => (shown() ? Array.from({ length: m() + 1 }, (_, i) => i) : []),
    (fold) => `${fold} of ${m()}`,
    (fold, one) =>
      one.el(
        'button',
        {
          class: 'cheat',
          'data-testid': named(`fold-${fold}`),
          'aria-pressed': () => String(folds === fold && allHeard(s())),
          title: () => t('votes.fold', { count: fold }),
          onclick: () => foldTo(fold),
        },
        () => (fold === 0 || m() <= NAMED_FOLDS ? t(`votes.fold.${fold}`) : String(fold)),
      ),
  );

  const crumbs = list(
    el('nav', { class: 'vote-crumbs', 'aria-label': () => t('votes.crumbs'), hidden: () => (shown()?.open.length ?? 1) < 3 }),
    () => {
      const open = shown()?.open ?? [];
      return open.slice(0, -1).map((_, i) => open.slice(0, i + 1));
    },
    (path) => `${s().lang} ${path}`,
    (path, one) =>
      one.el(
        'button',
        { class: 'text-button', onclick: () => store.apply({ type: 'open-path', path: pathToOpen(s(), path) }) },
        () => say().general(path[path.length - 1]),
      ),
  );

  const node = el(
    'div',
    { class: 'ballot', hidden: () => s().session === null, 'data-testid': named('tree') },
    el(
      'div',
      { class: 'ballot-head' },
      list(
        el('span', {}),
        () => [voterOf(s())].filter((id) => id !== null),
        (id) => `${id} ${loyalty(s(), id)}`,
        (id) => shield(id, loyalty(s(), id), 40),
      ),
      el('div', { class: 'ballot-title' }, el('h2', {}, title), el('p', {}, lead)),
      el('span', { class: 'choose' }, choices),
      el('span', { class: 'choose', hidden: () => !hasOpinions(s()) || shown() === null }, sources),
      steps,
    ),
    el(
      'div',
      { class: 'ballot-main', hidden: () => shown() === null },
      crumbs,
      scroller,
      el('p', { class: 'ballot-because', 'data-testid': named('tree-because') }, because),
      el('p', { class: 'fine', hidden: () => (shown()?.tree.branch([source()])?.children ?? 0) === 0 }, () => t('votes.legend')),
    ),
    el(
      'aside',
      { class: 'ballot-aside', hidden: () => shown() === null },
      el('h3', { class: 'label' }, () => t('votes.list')),
      treeList(own_, page, shown, pick),
      treeHeld(own_, page, () => shown()?.open ?? [source()]),
    ),
    treeOther(own_, page, () => shown() !== null),
  );

  const seen = new ResizeObserver(() => draw());
  seen.observe(scroller);
  return {
    node,
    leave() {
      kept?.tree?.free();
      kept = null;
    },
    refresh() {
      folds = foldsOf(s(), m());
      refresh();
      draw();
    },
    paint() {
      const now = foldsOf(s(), m());
      if (now === folds && s().motion?.what !== 'message') return;
      folds = now;
      refresh();
      draw();
    },
  };
}
