// The panels of a page part, each in its place: those of the first screen, and those that come when they are opened.

import { inspector } from '../general/inspector.js';
import { bringExhibits } from '../scenario/exhibits.js';
import { scenario } from '../scenario/scenario.js';
import { generalList } from '../stage/general-list.js';
import { povBanner } from '../stage/pov-banner.js';
import { stage } from '../stage/stage.js';
import { stageTools } from '../stage/stage-tools.js';
import { isComparing } from '../state/comparing.js';
import { START } from '../state/engine.js';
import { hasUnread } from '../state/idle-keys.js';
import { beatOf, lessonsPage } from '../state/lesson.js';
import { isInLab } from '../state/screens.js';
import { narration } from '../transport/narration.js';
import { transport } from '../transport/transport.js';
import { verdict } from '../verdict/verdict.js';
import { figuresAt } from '../views/place.js';
import { glossary } from '../words/glossary.js';
import { announcer } from './announcer.js';
import { bottomSheet } from './bottom-sheet.js';
import { latePart } from '../kit/late-part.js';
import { mishap } from './mishap.js';
import { missed } from './missed.js';
import { runTitle } from './run-title.js';
import { skipLink } from './skip-link.js';
import { topbar } from './topbar.js';
import { watched } from '../kit/watching.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./skeleton.js').Places} Places */
/** @typedef {import('../kit/watching.js').Panel} Panel */

/**
 * Those of the first screen.
 * @param {Places} at @param {Page} page @param {() => boolean} isNarrow @returns {Panel[]}
 */
function firstPanels(at, page, isNarrow) {
  /** @type {[HTMLElement, (place: HTMLElement, page: Page) => Panel | (() => void)][]} */
  const panels = [
    [at.skip, (place, own) => skipLink(place, own, at.centre)],
    [at.topbar, topbar],
    [at.title, runTitle],
    [at.eyes, povBanner],
    [at.rail, scenario],
    [at.inspector, inspector],
    [at.verdict, verdict],
    [at.narration, (place, own) => narration(place, own, at.offers)],
    [at.tabs, (place, own) => bottomSheet(place, at.sheet, own, isNarrow)],
    [page.root, announcer],
    [page.root, missed],
    [page.root, mishap],
  ];
  return panels.map(([place, make]) => watched(page, (own) => make(place, own)));
}

/** Brings those that come when they are opened. @type {Record<'list' | 'lies' | 'lab' | 'compare' | 'letter' | 'share' | 'legend' | 'help' | 'unread' | 'exhibits' | 'hall' | 'large' | 'error' | 'lesson' | 'all' | 'teacher' | 'quiz', () => Promise<import('../kit/late-part.js').Part>>} */
export const LATE_PARTS = {
  list: () => import('../stage/list-part.js'),
  lies: () => import('../scenario/lies-part.js'),
  lab: () => import('../lab/part.js'),
  compare: () => import('../compare/part.js'),
  letter: () => import('../signed/part.js'),
  share: () => import('../share/part.js'),
  legend: () => import('../stage/legend-part.js'),
  help: () => import('./help-part.js'),
  unread: () => import('./unread-part.js'),
  exhibits: bringExhibits,
  hall: () => import('./hall-part.js'),
  large: () => import('./too-large-part.js'),
  error: () => import('./error-part.js'),
  lesson: () => import('../lessons/part.js'),
  all: () => import('../lessons/all-part.js'),
  teacher: () => import('../lessons/teacher-part.js'),
  quiz: () => import('../lessons/quiz-part.js'),
};

/** In a frame, or of a link that says how its run is played. @param {import('../state/types.js').State} s */
const isEmbedded = ({ presentation: { embed, autoplay, loop, until, speed } }) =>
  window.parent !== window || embed || autoplay || loop || until !== null || speed !== 1;

/** @param {Places} at @param {Page} page @param {() => void} changed */
function lateParts(at, page, changed) {
  /** @param {HTMLElement} place @param {keyof typeof LATE_PARTS} name @param {(s: import('../state/types.js').State) => boolean} isWanted @param {import('../state/actions.js').Action} leave @param {import('../words/i18n.js').Piece[]} [words] */
  const part = (place, name, isWanted, leave, words) =>
    latePart(place, page, { isWanted, bring: LATE_PARTS[name], words, leave, changed });
  /** @type {import('../state/actions.js').Action} */
  const out = { type: 'lesson', lesson: null };
  return {
    list: part(at.listing, 'list', (s) => s.listing, { type: 'listing', open: false }),
    lies: part(at.lies, 'lies', (s) => s.aside === 'lies', { type: 'aside', aside: 'general' }),
    lab: part(at.lab, 'lab', isInLab, { type: 'view', view: 'map' }, ['late', 'lab']),
    // Word of mouth is compared with letters.
    pair: part(at.pair, 'compare', isComparing, { type: 'pair-close' }, ['late', 'signed']),
    letter: part(at.letter, 'letter', (s) => s.letter !== null, { type: 'letter-close' }),
    share: part(page.root, 'share', (s) => s.sharing, { type: 'share', open: false }),
    legend: part(page.root, 'legend', (s) => s.leaf === 'legend', { type: 'leaf', leaf: null }),
    help: part(page.root, 'help', (s) => s.leaf === 'help', { type: 'leaf', leaf: null }),
    unread: part(at.centre, 'unread', hasUnread, { type: 'read' }),
    error: latePart(at.error, page, { isWanted: (s) => s.fault !== null, bring: LATE_PARTS.error, leave: () => page.open(START), changed }),
    large: part(at.large, 'large', (s) => s.scenario !== null && s.session === null, { type: 'undo' }),
    lesson: part(at.lesson, 'lesson', (s) => beatOf(s) !== null && s.scenario !== null, out, LESSONS),
    ...lessonsPages(at.lessons, page, changed),
    embedded: latePart(at.frame, page, { isWanted: isEmbedded, bring: () => import('../embedded/part.js'), words: [], changed }),
    hall: part(at.hall, 'hall', (s) => s.projector, { type: 'projector', on: false }),
  };
}

/** @type {import('../words/i18n.js').Piece[]} */
const LESSONS = ['late', 'lessons'];

/** The pages about lessons, of which one is shown, each in a place of its own. @param {HTMLElement} root @param {Page} page @param {() => void} changed */
function lessonsPages(root, page, changed) {
  const pageOf = (/** @type {'all' | 'teacher' | 'quiz'} */ name) => {
    const place = root.appendChild(document.createElement('div'));
    place.className = `lessons-${name}`;
    const { refresh, ...part } = latePart(place, page, {
      isWanted: (s) => lessonsPage(s) === name,
      bring: LATE_PARTS[name],
      words: LESSONS,
      leave: { type: 'lesson', lesson: null },
      changed,
    });
    const show = () => void (place.hidden = lessonsPage(page.store.state) !== name);
    return {
      ...part,
      refresh() {
        show();
        refresh();
      },
    };
  };
  return { all: pageOf('all'), teacher: pageOf('teacher'), quiz: pageOf('quiz') };
}

/** The note of a message. @param {Places} at @param {Page} page @param {import('../stage/stage.js').Stage} map @param {() => void} changed */
function noteOf(at, page, map, changed) {
  const bring = async () => {
    const { make } = await bringNote();
    /** @param {HTMLElement} place @param {Page} own */
    const placed = (place, own) => make(place, own, map);
    return { make: placed };
  };
  return latePart(at.centre, page, { isWanted: (s) => s.message !== null, bring, leave: { type: 'message', step: null }, changed });
}
export const bringNote = () => import('../stage/note-part.js');

/**
 * All panels. `note` is the note of the message that is looked at, which lies where nothing else does: placed last.
 * @param {Places} at @param {Page} page @param {() => boolean} isNarrow @param {() => void} changed called when a part has come that was waited for, or cannot be had
 */
export function panelsOf(at, page, isNarrow, changed) {
  /** What depends on whether camps are large enough to touch. @type {ReturnType<typeof watched>[]} */
  const overMap = [];
  const map = stage(at.map, page, () => {
    for (const panel of overMap) panel.force();
    note.force();
  });
  overMap.push(
    watched(page, (own) => stageTools(at.tools, own, map)),
    watched(page, (own) => generalList(at.roster, own, map.near)),
  );
  const refreshTransport = transport(at.transport, page);
  glossary(page.root, page);
  /** @type {Panel} */
  const timeline = { refresh: refreshTransport, paint: refreshTransport };
  const note = noteOf(at, page, map, changed);
  return {
    panels: [...firstPanels(at, page, isNarrow), timeline, ...overMap],
    map,
    late: { ...lateParts(at, page, changed), ...figuresAt(at.view, page, changed) },
    note,
  };
}
