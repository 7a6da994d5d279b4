// What the laboratory found: a run that breaks a condition, told lie by lie, and the way to play it.

import { judge, open, read } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { plain, tellMessage } from '../words/narrate.js';
import { pathOf } from '../words/message-row.js';
import { icon, token } from '../kit/icons.js';
import { sealsOf } from '../state/session-cache.js';
import { tellLetter } from '../words/narrate-signed.js';
import { conditions } from '../verdict/conditions.js';
import { littleMap } from './little-map.js';

/** @typedef {{path: number[], said: import('#generals').Word, refused?: string}} Heard */
/** A run, and how it is named; `twin`: the copy on a ring whom one of its loyal generals is to see with the same eyes; `obeyed`: what
 * each does where he does not follow the protocol.
 * @typedef {{link: string | null, title: () => string, note: () => string, twin?: {copy: import('#generals').RingCopy, heard: Heard[]},
 *   obeyed?: Record<string, import('#generals').Order>}} Finding */

/** Messages of a run that is opened for its map: beyond, that would be felt. */
const OPENED = 1e6;
/** More lies than this are counted, not told. */
const TOLD = 8;
/** And more of what one general hears. */
const LISTED = 6;

/** A smallest attack by k of n. @param {import('../shell/page.js').Page['t']} t @param {{lies: number | null, link: string | null}} attack @param {number} n @param {number} k @param {boolean} [free] lies among traitors do not count @returns {Finding} */
export function fewestLies(t, { lies, link }, n, k, free) {
  const kind = !free ? '' : lies ? '.free' : '.none';
  return {
    link,
    title: () => t(lies === Infinity ? 'lab.beyond' : `lab.found${kind}`, { n, k, count: lies ?? 0 }),
    note: () => t(link ? `lab.smallest${kind}` : 'lab.nolink'),
  };
}

/** @param {import('../shell/page.js').Page} page @param {(link: string) => void} follow opens a link as a new entry of the history */
export function found(page, follow) {
  const { t, say, store } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  /** @type {Finding | null} */
  let finding = null;
  const map = littleMap(page);
  /** What is told of it. @type {ReturnType<typeof tell> | null} */
  let told = null;

  /** @param {Heard} heard */
  const asText = ({ path, said, refused }) => `${path} ${said} ${refused}`;

  /** What two heard, whether it is the same, and whose eyes these are. @param {Finding['twin']} twin @param {import('../state/types.js').Session} run */
  function compare(twin, run) {
    if (!twin) return null;
    const { general, copy } = twin.copy;
    run.seek(run.length);
    const here = run.view(general).received;
    const [one, other] = [twin.heard, here].map((list) => list.map(asText).sort().join());
    return { same: one === other, sides: [{ who: t('lab.eyes.ring', { who: `${general}${copy}` }), list: twin.heard }, { who: t('lab.eyes.here', { who: say().general(general) }), list: here }] };
  }

  /** A run too large to be opened is told by what was chosen in it; what an honest general would have said is not known. @param {string} link @param {import('#generals').Lie[]} chosen @param {import('../words/narrate.js').Inputs} inputs */
  const tellClosed = (link, chosen, inputs) => ({
    lies: chosen
      .slice(0, TOLD)
      .map((lie) => plain(tellMessage(say(), /** @type {import('../state/engine.js').Message} */ ({ ...lie, from: lie.path.at(-1), lie: false, honest: null }), undefined, inputs))),
    count: chosen.length,
    eyes: null,
    verdict: judge(link),
    ruled: false,
  });

  /** @param {string} link @param {Finding} what @param {import('#generals').Spec} spec */
  function tellOpen(link, { twin, obeyed }, spec) {
    const run = open(link);
    const verdict = run.verdict();
    const rows = run.rows({ lies: true });
    const first = rows.window(0, TOLD);
    rows.free();
    const lies = first.map((row) => plain(spec.signed ? tellLetter(say(), row, sealsOf(run, row.step).forged) : tellMessage(say(), row, undefined, spec.inputs)));
    const eyes = compare(twin, run);
    map.draw(run, first[0]?.round ?? run.roundEnds.length, obeyed ?? verdict.decisions);
    // A rule may decide as the protocol does.
    const ruled = obeyed !== undefined && JSON.stringify(obeyed) !== JSON.stringify(verdict.decisions);
    run.free();
    return { lies, count: verdict.lies ?? 0, eyes, verdict, ruled };
  }

  /** @param {string} link @param {Finding} what */
  function tell(link, what) {
    const { scenario, spec, messages } = read(link);
    const closed = messages.total === null || messages.total > OPENED;
    return { ...(closed ? tellClosed(link, scenario.lies, spec.inputs) : tellOpen(link, what, spec)), closed, spec, scenario, link };
  }

  /** @param {Heard} heard */
  const from = ({ path }) => {
    const who = path.at(-1) ?? 1;
    return path.length === 1 ? t('lab.eyes.from', { who }) : t('lab.eyes.relayed', { who, what: told ? pathOf({ path }, told.spec, say()) : '' });
  };

  const more = () => (told ? told.count - told.lies.length : 0);

  const node = el(
    'aside',
    { class: 'lab-found', 'data-testid': 'lab-found', 'aria-live': 'polite', hidden: () => finding === null },
    el('h3', {}, () => finding?.title() ?? ''),
    el('div', { class: 'lab-map', hidden: () => told?.closed !== false }, map.canvas),
    list(
      el('ol', {}),
      () => told?.lies ?? [],
      (words) => `${store.state.lang} ${words}`,
      (words, own) => own.el('li', {}, words),
    ),
    el('p', { class: 'hint', hidden: () => more() <= 0 }, () => t('lab.more', { count: more() })),
    conditions(drawing, page, () => (told?.ruled ? null : told), 'found'),
    el('p', { class: 'hint', hidden: () => !told?.closed }, () => t('lab.closed')),
    el(
      'a',
      {
        class: 'bar-button solid lab-play',
        'data-testid': 'lab-play',
        hidden: () => !finding?.link,
        href: () => (finding?.link ? `#${finding.link}` : null),
        // A sandbox may forbid to follow it.
        onclick: (/** @type {MouseEvent} */ event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          follow(finding?.link ?? '');
        },
      },
      icon('play', 16),
      el('span', {}, () => t(told?.ruled ? 'lab.play.majority' : told?.closed ? 'lab.open' : 'lab.play')),
    ),
    el('h4', { class: 'label', hidden: () => !told?.eyes }, () => t('lab.eyes')),
    list(
      el('div', { class: 'same-eyes', 'data-testid': 'same-eyes', 'data-same': () => String(told?.eyes?.same), hidden: () => !told?.eyes }),
      () => told?.eyes?.sides ?? [],
      ({ who, list }) => `${who} ${list.map(asText)}`,
      ({ who, list }, own) =>
        own.el(
          'div',
          {},
          own.el('b', {}, who),
          own.el('ul', {}, ...list.slice(0, LISTED).map((heard) => own.el('li', {}, token(heard.said, 9), own.el('span', { class: 'unseen' }, t(`order.${heard.said ?? 'none'}`)), own.el('span', {}, from(heard))))),
          list.length > LISTED ? t('lab.eyes.more', { count: list.length - LISTED }) : '',
        ),
    ),
    el('p', { class: 'hint', hidden: () => !finding?.note() }, () => finding?.note() ?? ''),
  );

  let language = store.state.lang;
  return {
    node,
    /** @param {Finding | null} what */
    show(what) {
      finding = what;
      told = what?.link ? tell(what.link, what) : null;
    },
    refresh() {
      if (language !== store.state.lang && finding?.link) told = tell(finding.link, finding);
      language = store.state.lang;
      refresh();
    },
    retheme: map.retheme,
  };
}
