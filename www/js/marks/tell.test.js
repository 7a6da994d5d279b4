// Runs that are told by the rules that fire: every letter, every rule and every end has its sentence, in both languages.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { limits, specOf } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { sentence } from '../transport/narration.js';
import { tellFired } from './tell.js';
import { outcome } from '../words/outcome.js';
import { plain } from '../words/narrate.js';
import { speech } from '../words/i18n.js';
import { because } from '../verdict/verdict-words.js';
import { firedAt, holdsNow, leaderNow, marksSoFar, standing } from './fired.js';
import { moment, purpose, roundName, time, waited } from './run.js';
import { phaseName } from '../words/part-words.js';
import { phasesOf, rowWords } from './panel-words.js';

before(engine);

const LANGS = /** @type {const} */ (['en', 'zh']);
/** A run of each protocol and strategy, with its wrong forms. */
function* runs() {
  for (const protocol of limits().protocols) {
    const { evidence, variants } = specOf(protocol);
    if (evidence !== 'marks') continue;
    for (const strategy of ['honest', 'flip', 'half', 'split', 'silent', 'random'])
      for (const by of ['', ...variants]) yield `v=1&p=${protocol}&n=6&t=3&s=${strategy}${by && `&by=${by}`}`;
    yield `v=1&p=${protocol}&n=4&t=1&s=split`;
    yield `v=1&p=${protocol}&n=3&m=1&t=3&s=silent`;
  }
}

test('a phase bears the name that its protocol gives it, and m is asked for as what it is', () => {
  const [en, zh] = LANGS.map((lang) => speech(lang));
  assert.deepEqual(['king', 'bracha', 'pbft'].map((protocol) => phaseName(en, protocol, 1)), ['Phase 1', 'Broadcast', 'View 1']);
  assert.equal(phaseName(zh, 'pbft', 2), '第\u202f2\u202f视图');
  const { spec } = opened('v=1&p=pbft').state;
  assert.deepEqual([en.under('m', spec?.evidence), en.under('m', specOf('om').evidence)], ['m.marks', 'm']);
});

/** What is told at a step. @param {string} link @param {number} step @param {'en' | 'zh'} [lang] */
function told(link, step, lang = 'en') {
  const store = opened(`${link}&at=${step}`);
  return plain(sentence(store.state, speech(lang)));
}

test('every step of every run is told, through whosever eyes', () => {
  let steps = 0;
  for (const link of runs())
    for (const pov of ['', '&pov=2']) {
      const store = opened(link + pov);
      for (let step = 0; step <= store.state.length; step++) {
        store.apply({ type: 'seek', step });
        const state = { ...store.state, motion: null };
        for (const lang of LANGS) assert.ok(plain(sentence(state, speech(lang))), `${link} ${step} ${lang}`);
        steps += 1;
      }
    }
  assert.ok(steps > 500, `${steps}`);
});

test('every round on the road is told', () => {
  for (const link of runs()) {
    const { state } = opened(link);
    for (let round = 1; round <= state.perRound.length; round++) {
      if (!state.perRound[round - 1]) continue;
      for (const progress of [0.5, 1])
        for (const lang of LANGS)
          assert.ok(plain(sentence({ ...state, motion: { what: 'round', round, progress, rest: 0, held: false } }, speech(lang))), `${link} ${round}`);
    }
  }
});

test('what every round is for is said, or how deep its letters rest on others', () => {
  for (const link of runs()) {
    const { state } = opened(link);
    for (let round = 1; round <= state.perRound.length; round++)
      for (const lang of LANGS) {
        if (state.perRound[round - 1]) assert.ok(plain(purpose(state, speech(lang), round)), `${link} ${round}`);
        for (const size of ['long', 'short', 'number']) assert.ok(roundName(state, speech(lang), round, size));
      }
  }
});

test('every rule has its row in the panel, and every outcome its reason', () => {
  for (const link of runs()) {
    const store = opened(link);
    store.apply({ type: 'seek', step: store.state.length });
    const { state } = store;
    const { verdict, scenario, spec } = state;
    assert.ok(verdict && scenario && spec);
    for (const lang of LANGS) {
      const say = speech(lang);
      for (let general = 1; general <= scenario.n; general++)
        for (const { marks } of phasesOf(marksSoFar({ ...state, motion: null }, general))) for (const mark of marks) assert.ok(rowWords(say, scenario.protocol, mark).what);
      for (const condition of spec.conditions) {
        assert.ok(because(say, verdict, condition, scenario), `${link} ${condition} ${outcome(verdict, condition)}`);
        assert.ok(say.t(say.under(`${condition}.meaning`, spec.task)));
      }
      for (const form of spec.variants) assert.ok(say.t(`by.${form}`));
    }
  }
});

test('who is ready says by how many, and what a lie stands for is said', () => {
  const link = 'v=1&p=bracha&n=4&t=3';
  assert.equal(told(link, 1), 'General 3 repeats to General 1 what came from the leader: Retreat. That is a lie: he was to speak for Attack.');
  assert.equal(told(link, 7), 'General 1, the leader, sends his order to General 2: Attack. General 2 echoes it to all: Attack.');
  assert.equal(told(link, 15), 'General 2 repeats to General 4 what came from the leader: Attack. General 4 is ready for Attack: 3 have said so, 3 are needed.');
  assert.equal(told(link, 28), 'Generals 1, 2, and 4 deliver: Attack.');
});

test('a leader of a view whom nothing binds is free, and one who is bound says by how many', () => {
  const say = speech('en');
  const lead = (/** @type {number} */ votes) => ({ general: 2, step: 1, phase: 2, mark: /** @type {const} */ ('lead'), word: /** @type {const} */ ('R'), votes, needed: 1 });
  const words = (/** @type {number} */ votes) => plain(tellFired(say, 'pbft', [lead(votes)]));
  assert.equal(words(0), 'General 2 leads view 2. The view-changes show neither order prepared: he is free, and proposes Retreat.');
  assert.equal(words(3), 'General 2 leads view 2 and begins it with Retreat. View-changes that show it prepared: 3.');
  assert.deepEqual([0, 3].map((votes) => rowWords(say, 'pbft', lead(votes)).counted), ['', 'shown by 3']);
  const run = opened('v=1&p=pbft&n=4&t=1&s=silent').state.session;
  assert.ok(run);
  const marks = Array.from({ length: run.length }, (_, step) => firedAt(run, 4, step)).flat();
  assert.deepEqual(marks.filter((fired) => fired.mark === 'lead').map(({ votes, needed }) => [votes, needed]), [[0, 1]]);
});

test('that who propose are not all traitors is said of no more traitors than were asked for', () => {
  const link = 'v=1&p=king&n=7&m=1&t=6.7&s=honest&x=2.6-1A_2.7-1A&i=AAARRRR';
  assert.match(told(link, 84), /General 1 takes over Attack: 2 propose it, and 2 are not all traitors, unless there are more than 1\./);
  assert.match(told(link, 84, 'zh'), /除非叛徒多于\s1\s人/);
});

test('a new view shows on what it rests, but where its form asks for no proof', () => {
  const link = 'v=1&p=pbft&n=4&t=2&s=silent&x=1.3.2-1A_2.3.2-3R_2.3.2-4R_2.5.2-3R_2.5.2-4R&d=1.3.1-3~0_1.3.1-4~0';
  assert.match(told(`${link}&by=noproof`, 36), /begins it for General 3 with Retreat; in this form he need not show on what that rests\./);
  assert.match(told(`${link}&by=noproof`, 36, 'zh'), /不必出示依据/);
  const silent = 'v=1&p=pbft&n=4&t=1&s=silent';
  const { session, length } = opened(silent).state;
  const steps = Array.from({ length: length - 1 }, (_, i) => i + 1);
  const begun = steps.find((step) => { const event = session?.event(step); return event?.kind === 'message' && event.part?.kind === 'new-view'; });
  assert.match(told(silent, begun ?? 0), /and shows on what that rests/);
});

test('of a letter that counts no more it is told whether he is past it, not there yet, or through', () => {
  const waiting = ['1.2-1', '1.3-1', '1.4-1', '1.5-1', '1.6-1'];
  const run = 'v=1&p=benor&n=6&i=AAAAAA&d=';
  /** @param {string} link @param {'en' | 'zh'} [lang] */
  const uncounted = (link, lang) => {
    const { session, length } = opened(link).state;
    assert.ok(session);
    const steps = Array.from({ length: length - 1 }, (_, index) => index + 1);
    const toHim = steps.filter((step) => { const event = session.event(step); return event.kind === 'message' && event.to === 1 && event.refused; });
    return toHim.map((step) => told(link, step, lang).replace(/^.*?[.。]\s*/, ''));
  };
  const [past, early, through] = ['he has heard enough of these, and gone on', 'he is not there yet, but enough others came before it', 'he takes part no longer']
    .map((why) => `General 1 does not count it: ${why}.`);
  assert.deepEqual(uncounted(run + waiting.join('_')), [early, early, early, through]);
  assert.equal(uncounted('v=1&p=benor&n=6&i=AAAAAA')[0], past);
  const chinese = [...uncounted(run + waiting.join('_'), 'zh'), ...uncounted('v=1&p=benor&n=6&i=AAAAAA', 'zh')];
  assert.equal(new Set(chinese).size, 3);
});

test('in fog a letter that is no lie and one that is sound alike, and only his own rules are told', () => {
  const link = 'v=1&p=bracha&n=4&t=3&pov=4';
  assert.equal(told(link, 3), 'General 3 repeats to General 4 what came from the leader: Retreat.');
  assert.doesNotMatch(told(link, 7), /repeats/);
  assert.match(told(link, 15), /General 4 is ready/);
});

test('a king’s crown passes on, and who is not sure follows it', () => {
  const store = opened('v=1&p=king&n=4&t=4&s=honest&i=AARR');
  const at = (/** @type {number} */ step) => {
    store.apply({ type: 'seek', step });
    return { ...store.state, motion: null };
  };
  const { perRound, length } = store.state;
  const end = (/** @type {number} */ round) => perRound.slice(0, round).reduce((/** @type {number} */ sum, count) => sum + (count ?? 0), 0);
  assert.equal(leaderNow(at(0)), 1);
  assert.equal(leaderNow(at(end(3))), 1);
  assert.equal(leaderNow(at(end(3) + 1)), 2);
  assert.equal(leaderNow(at(length)), 2);
  assert.match(plain(sentence(at(end(2)), speech('en'))), /propos/);
  const after = at(end(3));
  assert.match(plain(sentence(after, speech('en'))), /not sure and follow King 1: /);
  assert.equal(standing(after, 2), null);
  const king = marksSoFar(after, 1).find(({ mark }) => mark === 'opinion')?.word;
  assert.equal(king, 'A');
  assert.deepEqual([1, 2, 3].map((id) => holdsNow(after, id)), [1, 2, 3].map((id) => holdsNow(at(end(3)), id)));
});

test('what came of a step is told where it came', () => {
  const { session } = opened('v=1&p=bracha&n=4').state;
  assert.ok(session);
  const fired = firedAt(session, 4, 1);
  assert.deepEqual(fired.map(({ general, mark }) => [general, mark]), [[2, 'echo']]);
});

test('who never decides is said, and that it breaks nothing but termination', () => {
  const link = 'v=1&p=bracha&n=3&t=3&s=silent';
  const store = opened(link);
  store.apply({ type: 'seek', step: store.state.length });
  const { verdict, scenario } = store.state;
  assert.ok(verdict && scenario);
  assert.equal(plain(sentence({ ...store.state, motion: null }, speech('en'))), 'Generals 1 and 2 do not deliver.');
  assert.equal(because(speech('en'), verdict, 'agreement', scenario), 'Nobody decides, so no two decide differently.');
  assert.equal(because(speech('en'), verdict, 'validity', scenario), 'Loyal General 1, the leader, does not deliver his own order.');
  assert.equal(because(speech('en'), verdict, 'termination', scenario), 'No loyal general delivers.');
});

test('where nobody decides nothing wrong is decided, and it is termination that fails', () => {
  const { verdict, scenario } = opened('v=1&p=benor&n=4&t=3.4&s=silent&i=AAAA').state;
  assert.ok(verdict && scenario);
  const said = (/** @type {import('../words/outcome.js').Condition} */ condition) => [outcome(verdict, condition), because(speech('en'), verdict, condition, scenario)];
  assert.deepEqual(said('validity'), ['holds', 'All loyal generals were for Attack, and nobody decides otherwise.']);
  assert.deepEqual(said('termination'), ['broken', 'General 1 does not decide.']);
});

test('who waits in vain is told at once, for whom, and whom they ask to lead; no messenger rides who is held', () => {
  const link = 'v=1&p=pbft&n=4&d=1.1.1-2~0_1.1.1-3~0_1.1.1-4~0';
  assert.match(told(link, 0), /3 of his letters come after the time-out\. Generals 1, 2, 3,? and 4 have waited long enough for General 1 and ask for General 2 to lead\./);
  assert.doesNotMatch(told(link, 0), /messengers ride/);
  assert.match(told('v=1&p=pbft&n=4', 0), /messengers ride/);
  assert.match(told(`${link}&pov=3`, 0), /General 3 has waited long enough for General 1 and asks for General 2 to lead\./);
  assert.doesNotMatch(told(`${link}&pov=3`, 0), /time-out|Generals/);
});

test('through eyes neither depth nor how much is still to come is told', () => {
  const store = opened('v=1&p=bracha&n=4&pov=2');
  const say = speech('en');
  const seen = [];
  while (store.state.cursor < store.state.length) {
    const { state } = store;
    const line = time(state);
    assert.ok(line);
    seen.push([line.perRound, line.length, line.isOpen, state.cursor === 0 ? null : moment(state, say)]);
    assert.equal(roundName(state, say, 1, 'long'), '');
    store.apply({ type: 'step' });
    store.apply({ type: 'advance', ms: 5000 });
  }
  assert.deepEqual(seen.slice(0, 3), [[[0], 0, true, null], [[1], 1, true, 'Step 1'], [[2], 2, true, 'Step 2']]);
  assert.equal(time(store.state)?.isOpen, false);
  // What has been seen stays known.
  store.apply({ type: 'seek', step: 0 });
  assert.deepEqual(time(store.state)?.perRound, [seen.length - 1]);
  assert.equal(time(opened('v=1&p=bracha&n=4').state), null);
  assert.match(moment(opened('v=1&p=bracha&n=4&at=5').state, say) ?? '', /^Step 5, depth \d$/);
  assert.equal(moment(opened('v=1&p=king&n=4&at=5').state, say), null);
});

test('to wait is an answer where letters are slow, and is weighed against what he does', () => {
  const say = speech('en');
  const answered = (/** @type {string} */ link, /** @type {import('../state/types.js').Advice} */ order) => ({ ...opened(link).state, advised: { general: 2, order } });
  const decides = 'v=1&p=bracha&n=4';
  const never = 'v=1&p=bracha&n=4&t=1&s=silent';
  assert.equal(waited(answered(decides, 'wait'), say), 'You said Wait. In the end General 2 decides: Attack.');
  assert.match(waited(answered(decides, 'wait'), say, true) ?? '', /never decide/);
  assert.equal(waited(answered(never, 'wait'), say), 'You said Wait. General 2 never decides either.');
  assert.equal(waited(answered(never, 'A'), say), 'You said Attack. General 2 never decides.');
  assert.equal(waited(answered(decides, 'A'), say), null);
});
