// The one sentence that tells the step, announced to screen readers.

import { binder, el as make } from '../kit/dom.js';
import { TAG } from '../words/glossary.js';
import { isInFlight, roundOf, roundStart } from '../state/motion.js';
import { plain, tellBeginning, tellDecision, tellMessage, tellOpinions, tellOwnDecision, tellRound } from '../words/narrate.js';
import { povOf, givenOrder, givenTo, isSeen, visibleSteps } from '../state/pov.js';
import { isCovered } from '../state/lesson.js';
import { ownOf } from '../state/own.js';
import { bearsSeals, hasOpinions, isCommander, isSigned } from '../state/spec.js';
import { flowOf, heardBefore, liesOf, refusedIn, sealsOf, silencesIn, sumOf, tiedIn } from '../state/session-cache.js';
import { sealSign, stamp } from '../kit/icons.js';
import { DENSE } from '../scene/crowd.js';
import { outcomes } from '../words/outcome.js';
import { flowing } from '../scene/world.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** @param {State} s @param {import('../words/i18n.js').Speech} say @returns {import('../words/i18n.js').Part[]} */
export function sentence(s, say) {
  if (!s.scenario) return [];
  if (!s.session) return say.parts(!s.verdict || povOf(s) !== null ? 'large.narration.unknown' : s.verdict.lies === null ? 'large.narration' : 'large.narration.all');
  const { sentence: own, letters, vectors: tell } = ownOf(s);
  const told = own?.(s, say);
  if (told) return told;
  const viewer = povOf(s);
  if (viewer !== null) return foggy(s, say, viewer);
  const inputs = s.spec?.inputs;
  if (s.motion?.what === 'round') {
    const round = s.motion.round;
    const count = s.perRound[round - 1] ?? 0;
    const flow = flowing(s) ? flowOf(s.session, round) : null;
    const lies = flow ? sumOf(flow, 1) + sumOf(flow, 2) : liesOf(s.session, round).length;
    const parts = letters
      ? [
          ...letters.tellQuiet(say, letters.quietBefore(s.perRound, round)),
          ...letters.tellLetters(say, round, s.scenario, lies, refusedIn(s.session, round)),
        ]
      : tellRound(say, round, s.scenario, { lies, silent: flow ? sumOf(flow, 2) : silencesIn(s.session, round), count, inputs });
    if (count <= DENSE) return parts;
    return [...parts, { tone: '', text: say.t('gap') }, ...say.parts(flow ? 'round.undrawn' : 'round.dense')];
  }
  if (s.cursor === 0) return beginning(s, say);
  const event = s.session.event(s.cursor);
  if (event.kind === 'decide') {
    const { vectors } = s.verdict ?? {};
    if (vectors && tell) return tell.tellVectors(say, event.decisions, vectors);
    const quiet = letters ? letters.tellQuiet(say, letters.quietBefore(s.perRound, s.perRound.length + 1)) : [];
    // What came out comes first.
    const parts = tellDecision(say, event.decisions, s.scenario, tiedIn(s.session, event.decisions));
    return quiet.length ? [...parts, { tone: '', text: say.t('gap') }, ...quiet.slice(0, -1)] : parts;
  }
  if (letters) {
    const firstOfRound = roundStart(s.perRound, event.round) + 1;
    const quiet = s.cursor === firstOfRound ? letters.quietBefore(s.perRound, event.round) : [];
    return [...letters.tellQuiet(say, quiet), ...letters.tellLetter(say, event, sealsOf(s.session, s.cursor).forged)];
  }
  return tellMessage(say, event, event.lie || event.path.length > 1 ? heardBefore(s.session, event) : undefined, inputs);
}

/** What there is before anybody speaks, as far as whoever looks may know. @param {State} s @param {import('../words/i18n.js').Speech} say */
function beginning(s, say) {
  const { n = 0, protocol = '' } = s.scenario ?? {};
  if (!hasOpinions(s)) return tellBeginning(say, givenOrder(s), protocol);
  return tellOpinions(say, Array.from({ length: n }, (_, i) => givenTo(s, i + 1)), povOf(s));
}

/** The same moment told as a round that rides. @param {State} s @returns {State} */
function byRound(s) {
  if (s.cursor === 0 || s.cursor >= s.length) return s;
  return { ...s, motion: { what: 'round', round: roundOf(s.perRound, s.cursor), progress: 0, rest: 0, held: false } };
}

/**
 * The same in fog: only what the viewer sends or receives, and no word of lies.
 * @param {State} s @param {import('../words/i18n.js').Speech} say @param {number} viewer @returns {import('../words/i18n.js').Part[]}
 */
function foggy(s, say, viewer) {
  if (!s.scenario || !s.session) return [];
  const { letters, vectors } = ownOf(s);
  const inputs = s.spec?.inputs;
  const unseen = () => say.parts('fog.unseen', { who: say.general(viewer) });
  if (s.motion?.what === 'round') {
    const { round } = s.motion;
    if (isCommander(s, viewer) && round > 1) return unseen();
    return letters ? letters.tellLetters(say, round, s.scenario, 0, 0) : tellRound(say, round, s.scenario, { inputs });
  }
  if (s.cursor === 0) return beginning(s, say);
  const event = s.session.event(s.cursor);
  if (event.kind === 'decide') {
    const vector = s.verdict?.vectors?.[viewer];
    const own = event.decisions[viewer] ?? null;
    // Whether his own votes are a tie he knows himself.
    const tied = own !== null && tiedIn(s.session, { [viewer]: own });
    return tellOwnDecision(say, viewer, own, s.scenario.protocol, { vector: vector && vectors?.spelled(vector), tied });
  }
  if (!isSeen(visibleSteps(s), s.cursor)) return unseen();
  if (letters) return letters.tellLetter(say, { ...event, honest: null, lie: false }, sealsOf(s.session, s.cursor).forged);
  const heard = event.from === viewer ? heardBefore(s.session, event) : undefined;
  return tellMessage(say, { ...event, lie: false }, heard, inputs);
}

/** What the sentence is about: in a vote tree a message is looked at that came before. @param {State} s @returns {State} */
function told(s) {
  const { message } = s;
  return message === null || message >= s.cursor || isInFlight(s, message) ? s : { ...s, cursor: message, motion: null };
}

/** What a condition is called. @param {import('../words/i18n.js').Speech} say @param {ReturnType<typeof outcomes>[number]} outcome */
const nameOf = (say, { condition, task }) => plain(say.parts(say.under(condition, task)));

/**
 * The verdict in two words a condition, with the last sentence: seen where its card is not, and read aloud everywhere.
 * @param {import('../state/types.js').Binder} binder @param {Page} page
 */
const verdictRow = ({ el, list }, { store, say, t }) =>
  list(
    el('span', { class: 'outcomes' }),
    () => outcomes(told(store.state)),
    ({ condition, state }) => `${store.state.lang} ${condition} ${state}`,
    (outcome, own) =>
      own.el(
        'span',
        { 'data-testid': `told-${outcome.condition}`, 'data-state': outcome.state },
        own.el('span', { 'aria-hidden': 'true' }, stamp(outcome.state)),
        own.el('span', {}, `${nameOf(say(), outcome)} `, own.el('b', { class: outcome.state }, t(`state.${outcome.state}`))),
        own.el('span', { class: 'unseen' }, t('camp.join')),
      ),
  );

/** The letter that is told now, under the glass. @param {import('../state/types.js').Binder} binder @param {Page} page */
function sealsButton({ el, list }, { store, t }) {
  const event = () => {
    const { session, cursor, length, motion } = store.state;
    if (povOf(store.state) !== null || !bearsSeals(store.state) || !session || cursor < 1 || cursor >= length || motion?.what === 'round') return null;
    const now = session.event(cursor);
    return now.kind === 'message' && now.said !== null && (isSigned(store.state) || session.letter(cursor) !== null) ? now : null;
  };
  return el(
    'button',
    {
      class: 'seals-button',
      'data-testid': 'letter-open',
      hidden: () => event() === null,
      title: () => t('letter.open.title'),
      onclick: () => store.apply({ type: 'letter', step: store.state.cursor }),
    },
    list(
      el('span', { class: 'seals-icon' }),
      () => [event()],
      (e) => `${e?.from} ${e?.refused}`,
      (e) => sealSign(e?.from ?? 1, e?.refused ? 'forged' : 'good', 28),
    ),
    el('span', {}, () => t('letter.open')),
  );
}

/**
 * Tells the map how far sentences of this run grow over it, so that on a phone it can keep its camps clear of them.
 * It is told of the longest so far: a map that moved with every sentence could not be followed.
 * @param {HTMLElement} root @param {Page['store']} store
 */
function giveRoom(root, store) {
  let of = '';
  let most = 0;
  new ResizeObserver(([{ target }]) =>
    requestAnimationFrame(() => {
      const now = `${store.state.link} ${store.state.lang} ${innerWidth} ${innerHeight}`;
      if (now !== of) most = 0;
      of = now;
      most = Math.max(most, /** @type {HTMLElement} */ (target).offsetHeight - root.offsetHeight);
      root.parentElement?.style.setProperty('--grown', `${most}px`);
    }),
  ).observe(/** @type {HTMLElement} */ (root.querySelector('.told')));
}

/** @param {HTMLElement} root @param {Page} page @param {HTMLElement} offers what is offered under the sentence */
export function narration(root, page, offers) {
  const { store, say, t } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  /** Playing one message at a time: every sentence is shown, but read aloud only round by round. */
  const hurried = () => store.state.playing && store.state.mode === 'message' && !store.state.still;
  /** What becomes of a letter would answer what its reader does. */
  const tells = () => isCovered(store.state) && isSigned(store.state) && store.state.cursor > 0;
  const words = el('span', { class: 'words', 'data-answer': tells });
  const text = el(
    'p',
    { 'data-testid': 'narration', role: 'status', 'aria-live': () => (hurried() ? 'off' : 'polite') },
    words,
    verdictRow(drawing, page),
  );
  /** The round, and at the end what came out. */
  const summary = () => {
    const ends = outcomes(store.state).map((outcome) => `${nameOf(say(), outcome)} ${t(`state.${outcome.state}`)}`);
    return [plain(sentence(byRound(store.state), say())), ...ends].join(' ');
  };
  const aloud = el('p', { class: 'unseen', 'aria-live': 'polite', 'aria-atomic': 'true' }, () => (hurried() ? summary() : ''));
  const round = () => {
    const s = store.state;
    if (!s.session) return '';
    if (s.cursor >= s.length) return t('phase.decided');
    const told = ownOf(s).moment?.(s, say());
    if (told) return told;
    const now = s.motion?.what === 'round' ? s.motion.round : roundOf(s.perRound, s.cursor);
    return now === 0 ? t('phase.before') : t('phase.round', { round: now, rounds: s.perRound.length });
  };
  root.append(
    el(
      'div',
      { class: 'told' },
      el('span', { class: 'phase', hidden: () => !store.state.session }, round),
      text,
      aloud,
      sealsButton(drawing, page),
      offers,
    ),
  );
  giveRoom(root, store);
  let last = '';
  return () => {
    refresh();
    const parts = sentence(told(store.state), say());
    const now = `${store.state.lang} ${plain(parts)}`;
    if (now === last) return;
    last = now;
    words.replaceChildren(
      ...parts.map(({ tone, text: said }) =>
        tone === '' ? document.createTextNode(said) : make(TAG[tone], { class: tone }, said),
      ),
    );
  };
}
