// The page comes together: engine, store, address, clock, panels.

// In this order modules are joined. Gzip looks back 32 KB: of all orders tried this one needs 0.7 KB less than the alphabet.
import { choose, speech, TAGS } from '../words/i18n.js';
import { embedBar } from './embed-bar.js';
import { share } from '../share/share.js';
import { messageNote } from '../stage/message-note.js';
import { stage } from '../stage/stage.js';
import { load } from '../state/engine.js';
import { scenario } from '../scenario/scenario.js';
import { createClock } from './clock.js';
import { announcer } from './announcer.js';
import { tooLarge } from './too-large.js';
import { legend } from '../stage/legend.js';
import { compare } from '../compare/compare.js';
import { createAddress, fragmentOf } from '../state/address.js';
import { inspector } from '../general/inspector.js';
import { lab } from '../lab/lab.js';
import { createStore } from '../state/store.js';
import { holdFocus } from '../kit/focus.js';
import { topbar } from './topbar.js';
import { letter } from '../signed/letter.js';
import { lieList } from '../scenario/lie-list.js';
import { narration } from '../transport/narration.js';
import { generalList } from '../stage/general-list.js';
import { runTitle } from './run-title.js';
import { glossary } from '../words/glossary.js';
import { stageTools } from '../stage/stage-tools.js';
import { createKeys } from './keys.js';
import { help } from './help.js';
import { transport } from '../transport/transport.js';
import { verdict } from '../verdict/verdict.js';
import { el } from '../kit/dom.js';
import { error } from './error.js';
import { MAKE, views } from './tabs.js';
import { povBanner } from '../stage/pov-banner.js';
import { peek } from '../state/run.js';
import { bottomSheet } from './bottom-sheet.js';
import { messageList } from '../stage/message-list.js';
import { createPage } from './page.js';
import { createTheme } from './theme.js';
import { screenOf } from '../state/screens.js';

/** @typedef {import('../state/types.js').State} State */

/** Screens that show the scenario and the general in a sheet, as in narrow.css. */
const NARROW = '(width < 900px), (height < 500px) and (width < 1200px)';

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Nothing but time went on. @param {State} now @param {State} before */
const onlyTime = (now, before) =>
  Object.keys(now).every(
    (key) =>
      key === 'motion' || key === 'cursor' || key === 'flash' || now[/** @type {keyof State} */ (key)] === before[/** @type {keyof State} */ (key)],
  ) &&
  (now.cursor === before.cursor || now.motion?.what === 'round') &&
  now.motion?.what === before.motion?.what &&
  now.motion?.round === before.motion?.round &&
  (now.motion?.progress ?? 1) < 1 === (before.motion?.progress ?? 1) < 1;

/** Says in the reader's language that the engine cannot run. @param {'fail.old' | 'fail.engine'} why */
function fail(why) {
  const lang = peek(fragmentOf(location.href)).lang ?? choose(navigator.languages ?? [navigator.language]);
  const { t } = speech(lang);
  document.body.dataset.state = 'fault';
  place('error').replaceChildren(
    el(
      'section',
      { class: 'error', 'data-testid': 'error', role: 'alert' },
      el('h2', {}, t('fail.title')),
      el('p', { class: 'error-what' }, t(why)),
    ),
  );
}

/** What style sheets ask about the state, on the root and the body; what is there already is left alone. @param {State} s @param {string} title */
function syncBodyAttributes(s, title) {
  const { fault, session, sheet, rail, presentation, projector, lang } = s;
  const { embed, controls } = presentation;
  const { documentElement: root, body } = document;
  if (root.lang !== TAGS[lang]) root.lang = TAGS[lang];
  if (document.title !== title) document.title = title;
  /** @type {Record<string, string>} */
  const looks = {
    state: fault ? 'fault' : session ? 'open' : 'large',
    view: screenOf(s),
    wide: MAKE[screenOf(s)] ? 'on' : 'off',
    sheet,
    rail: rail ? 'open' : 'shut',
    embed: embed ? 'on' : 'off',
    controls: embed ? controls : 'full',
    projector: projector ? 'on' : 'off',
  };
  for (const [name, look] of Object.entries(looks)) if (body.dataset[name] !== look) body.dataset[name] = look;
}

/** Language and theme of the link, before the engine has come. */
function applyEarlyTheme() {
  const { lang, theme } = peek(fragmentOf(location.href));
  document.documentElement.lang = TAGS[lang ?? choose(navigator.languages ?? [navigator.language])];
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

/** Opens the page. @param {Parameters<typeof load>[0]} wasmSource where the engine is: a file on its way, or bytes */
export async function start(wasmSource) {
  applyEarlyTheme();
  if (typeof WebAssembly !== 'object' || typeof ResizeObserver !== 'function') return fail('fail.old');
  try {
    await load(wasmSource);
  } catch {
    return fail('fail.engine');
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const store = createStore({ lang: choose(navigator.languages ?? [navigator.language]), still: calm.matches });
  calm.addEventListener('change', () => store.apply({ type: 'still', still: calm.matches }));
  store.apply({ type: 'open', link: fragmentOf(location.href) });

  const page = createPage(store, document.body);
  const narrow = matchMedia(NARROW);
  const address = createAddress(store, window);
  /** What depends on whether camps are large enough to touch. @type {(() => void)[]} */
  const overMap = [];
  const map = stage(place('stage'), page, () => {
    for (const refresh of overMap) refresh();
    note();
  });
  overMap.push(stageTools(place('tools'), page, map), generalList(place('roster'), page, map.near));
  const timed = transport(place('transport'), page);
  const two = compare(place('pair'), page);
  const figure = views(place('view'), page);
  const study = lab(place('lab'), page, address.open);
  const theme = createTheme(store, () => {
    map.retheme();
    two.retheme();
    study.retheme();
  });
  const panels = [
    topbar(place('topbar'), page),
    runTitle(place('title'), page),
    povBanner(place('eyes'), page),
    scenario(place('rail'), page),
    inspector(place('inspector'), page),
    study.refresh,
    lieList(place('lies'), page),
    verdict(place('verdict'), page),
    narration(place('narration'), page),
    timed,
    embedBar(place('frame'), page),
    bottomSheet(place('sheet-tabs'), place('sheet'), page, () => narrow.matches),
    tooLarge(place('large'), page),
    letter(place('letter'), page),
    error(place('error'), page, address.open),
    announcer(document.body, page),
    share(document.body, page),
    messageList(place('listing'), page),
    legend(document.body, page),
    help(document.body, page),
    glossary(document.body, page),
  ];

  const note = messageNote(/** @type {HTMLElement} */ (place('stage').parentElement), page, map);

  /** @type {State | null} */
  let shown = null;
  let frame = 0;
  function show() {
    frame = 0;
    const now = store.state;
    if (shown && onlyTime(now, shown)) {
      // A map out of sight need not keep up: its next refresh does.
      if (['map', 'table'].includes(screenOf(now))) map.paint();
      two.paint();
      figure.paint();
      timed();
    } else {
      syncBodyAttributes(now, page.t('title'));
      theme();
      const held = holdFocus();
      for (const refresh of panels) refresh();
      map.refresh();
      two.refresh();
      figure.refresh();
      for (const refresh of overMap) refresh();
      held();
      note();
    }
    shown = now;
  }
  store.subscribe(() => {
    if (frame === 0) frame = requestAnimationFrame(show);
  });
  show();
  const placeScenarioPanel = () => {
    const held = document.activeElement;
    if (narrow.matches) place('sheet-tabs').after(place('rail'));
    else place('topbar').nextElementSibling?.prepend(place('rail'));
    if (held instanceof HTMLElement && place('rail').contains(held)) held.focus();
  };
  narrow.addEventListener('change', placeScenarioPanel);
  placeScenarioPanel();
  createClock(store);
  createKeys(store, map);
  document.addEventListener('pointerdown', (event) => {
    if (store.state.rail && event.target instanceof Element && !event.target.closest('#rail, .scenario-button'))
      store.apply({ type: 'rail', open: false });
  });
  address.write();

  Object.defineProperty(window, 'generals', {
    configurable: true,
    value: {
      get session() {
        return store.state.session;
      },
      /** @param {number} step */
      seek(step) {
        if (!Number.isInteger(step)) throw new TypeError('a step is an integer');
        store.apply({ type: 'seek', step });
      },
      play: () => store.apply({ type: 'play' }),
      pause: () => store.apply({ type: 'pause' }),
      link: () => store.state.link,
    },
  });
}
