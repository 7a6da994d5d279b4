// Every key of a scenario counts in every tool: what is asked keeps it or says that it does not, and nothing is claimed that a run refutes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { initSync, Lab, LabSearch, Session } from '#generals';
import { beside, usualF } from '../compare/beside.js';
import { answerOf as compared } from '../compare/compare-words.js';
import { answers } from '../state/spec.js';
import { speech } from '../words/i18n.js';
import { engine, opened } from '../testing.js';
import { ARMY } from './asked-army.js';
import { answerOf as attackWords } from './attack.js';
import { answerOf as exhaustWords } from './exhaust-words.js';

before(async () => {
  await engine();
  initSync({ module: readFileSync(new URL('../../../target/bindings/generals_bg.wasm', import.meta.url)) });
});

const say = speech('en');

/** Small armies, and each key that changes a run set to something else than its default. */
const BASES = {
  om: 'v=1&p=om&n=4&t=3',
  sm: 'v=1&p=sm&n=4&t=3',
  flat: 'v=1&p=flat&n=4&t=3',
  ic: 'v=1&p=ic&n=4&t=3',
};
const KEYS = {
  n: ['n=3', 'n=5'],
  m: ['m=0', 'm=2'],
  o: ['o=R'],
  t: ['t=1', 't=2.3', 't=4'],
  s: ['s=split', 's=silent', 's=random', 's=half', 's=honest'],
  seed: ['seed=7'],
  k: ['k=1', 'k=2', 'k=1.2'],
  x: ['x=1.3-2R'],
  i: ['i=AAAA', 'i=RAAR'],
};

/** What each tool says that it leaves out: the traitors' words, and of a ring and a chain the traitors and what anybody starts with. */
const LEFT_OUT = {
  attack: ['lies', 'strategy', 'seed'],
  exhaust: ['lies', 'strategy'],
  ring: ['lies', 'strategy', 'traitors'],
  chain: ['lies', 'strategy', 'traitors'],
};

/** All links with one key set, and with stolen keys beside each. */
function links() {
  /** @type {string[]} */
  const all = [];
  for (const [protocol, base] of Object.entries(BASES)) {
    const known = Object.entries(KEYS).filter(([key]) => (key !== 'k' || protocol === 'sm') && (key !== 'i' || protocol === 'ic') && (key !== 'o' || protocol !== 'ic'));
    const set = (/** @type {string} */ link, /** @type {string} */ key) => {
      const [name] = key.split('=');
      return `${link.replace(new RegExp(`&${name}=[^&]*`), '')}&${key}`;
    };
    const ones = known.flatMap(([, keys]) => keys);
    all.push(base, ...ones.map((key) => set(base, key)));
    if (protocol === 'sm') for (const stolen of KEYS.k) all.push(...ones.filter((key) => !key.startsWith('k')).map((key) => set(set(base, stolen), key)));
  }
  return all.filter((link) => {
    try {
      return Session.open(link).length > 0;
    } catch {
      return false;
    }
  });
}

test('what a tool asks keeps every key, but those that it says it leaves out', () => {
  let seen = 0;
  for (const link of links()) {
    const { scenario } = opened(link).state;
    for (const [tool, army] of Object.entries(ARMY)) {
      const asked = opened(army(link)).state.scenario;
      for (const [key, value] of Object.entries(scenario ?? {})) {
        if (LEFT_OUT[/** @type {keyof typeof LEFT_OUT} */ (tool)].includes(key)) continue;
        assert.deepEqual(/** @type {any} */ (asked)?.[key], value, `${tool} of ${link} drops ${key}`);
        seen++;
      }
    }
  }
  assert.ok(seen > 1_000, `${seen}`);
});

/** Whether a run breaks a condition. @param {string} link */
function isBroken(link) {
  const { agreement, validity } = Session.judge(link);
  return !agreement.holds || validity.holds === false;
}

/** Some run of these traitors that breaks: every strategy, every lie in one slot and in two. @param {string} link */
function someBreak(link) {
  const army = Session.edit(link, { lies: [], strategy: 'honest' });
  const session = Session.open(army);
  const { traitors, protocol } = session.scenario();
  /** @type {import('#generals').Lie[]} */
  const lies = [];
  for (let step = 1; step < session.length; step++) {
    const event = session.event(step);
    if (event.kind !== 'message' || !traitors.includes(event.from)) continue;
    for (const said of /** @type {const} */ (['A', 'R'])) lies.push({ path: event.path, to: event.to, said });
  }
  const sets = [[], ...lies.map((lie) => [lie]), ...lies.flatMap((a, i) => lies.slice(i + 1).map((b) => [a, b]))];
  for (const strategy of ['honest', 'flip', 'split', 'silent', 'random', 'half'])
    for (const set of strategy === 'honest' ? sets : sets.slice(0, 1 + lies.length)) {
      try {
        const broken = Session.edit(army, { strategy, lies: set });
        if (isBroken(broken)) return broken;
      } catch (error) {
        // The same slot twice, which only signed messages know.
        assert.equal(/** @type {any} */ (error).name, 'LinkError', `${protocol} ${error}`);
      }
    }
  return null;
}

test('“none breaks” is said of no army that a run breaks, and what is found breaks', () => {
  let [none, found] = [0, 0];
  for (const link of links()) {
    const { spec } = opened(link).state;
    if (!spec || !answers({ spec }, 'exhaust')) continue;
    /** @type {import('#generals').SearchProgress} */
    let progress;
    try {
      const search = LabSearch.exhaust(ARMY.exhaust(link));
      do progress = search.advance(20_000);
      while (!progress.done && progress.tried < 200_000);
      search.free();
    } catch (error) {
      assert.equal(/** @type {any} */ (error).name, 'LabError', String(error));
      continue;
    }
    if (!progress.done) continue;
    const words = exhaustWords(say, { progress, isCancelled: false }, spec.inputs);
    if (progress.breaks) {
      assert.match(words, /^Found an attack/);
      assert.ok(progress.found && isBroken(progress.found), `${link} ${progress.found}`);
      found++;
    } else if (/none breaks/.test(words)) {
      assert.equal(someBreak(link), null, `${link}: ${words}`);
      none++;
    } else assert.match(words, /left out/);
  }
  assert.ok(none > 50 && found > 20, `${none} ${found}`);
});

test('that no attack exists is said of no traitors with whom a run breaks, and the fewest lies break', () => {
  let [none, found] = [0, 0];
  for (const link of links()) {
    const { spec } = opened(link).state;
    if (!spec || !answers({ spec }, 'attack')) continue;
    /** @type {import('#generals').Attack} */
    let answer;
    try {
      answer = Lab.attack(ARMY.attack(link), { eitherOrder: false, freeAmongTraitors: false });
    } catch (error) {
      assert.equal(/** @type {any} */ (error).code, 'nothing-claimed', String(error));
      continue;
    }
    const words = attackWords(say, answer, false);
    if (answer.lies === null) {
      assert.equal(words, say.t('lab.attack.none'));
      assert.equal(someBreak(link), null, link);
      none++;
    } else {
      assert.ok(answer.link && isBroken(answer.link), `${link} ${answer.link}`);
      found++;
    }
  }
  assert.ok(none > 10 && found > 2, `${none} ${found}`);
});

test('a ring says that a letter cannot be sent only where it is thrown away, with the stolen keys of the scenario', () => {
  let [forged, broken] = [0, 0];
  for (const link of links()) {
    const { spec, scenario } = opened(link).state;
    if (!spec || !answers({ spec }, 'ring')) continue;
    /** @type {import('#generals').Ring} */
    let ring;
    try {
      ring = Lab.ring(ARMY.ring(link));
    } catch (error) {
      assert.equal(/** @type {any} */ (error).name, 'LabError', String(error));
      continue;
    }
    for (const window of ring.windows) {
      if (!window.link) continue;
      const run = Session.open(window.link);
      const { stolen = [] } = run.scenario();
      assert.deepEqual(stolen, (scenario?.stolen ?? []).filter((id) => !window.traitors.includes(id)), link);
      const { length } = run.rows();
      const refusals = run.rows({}).window(0, length).filter(({ refused }) => refused);
      if (window.forged) {
        assert.ok(refusals.length > 0, `${link}: nothing is thrown away in ${window.link}`);
        forged++;
      } else if (!window.holds && window.sameEyes) {
        assert.ok(isBroken(window.link), `${link} ${window.link}`);
        broken++;
      }
    }
  }
  assert.ok(forged > 10 && broken > 50, `${forged} ${broken}`);
});

test('a chain’s last run breaks with the stolen keys of the scenario', () => {
  let found = 0;
  for (const link of links()) {
    const { spec, scenario } = opened(link).state;
    if (!spec || !answers({ spec }, 'chain')) continue;
    /** @type {import('#generals').Chain} */
    let chain;
    try {
      chain = Lab.chain(ARMY.chain(link));
    } catch (error) {
      assert.equal(/** @type {any} */ (error).name, 'LabError', String(error));
      continue;
    }
    const last = chain.tried.at(-1);
    if (!last?.broken || !last.link) continue;
    assert.ok(isBroken(last.link), `${link} ${last.link}`);
    assert.deepEqual(Session.open(last.link).scenario().stolen ?? [], (scenario?.stolen ?? []).filter((id) => !last.traitors.includes(id)));
    found++;
  }
  assert.ok(found > 20, `${found}`);
});

test('no world is said not to exist where one stands beside the run, and a seal that is stolen is not missing', () => {
  let worlds = 0;
  const doubtful = ['v=1&p=sm&n=3&t=2&k=3', 'v=1&p=sm&n=3&t=3&k=2', 'v=1&p=sm&n=4&t=1&k=3&s=random'];
  for (const link of [...links(), ...doubtful]) {
    for (const pov of [2, 3, 4]) {
      const { state } = opened(`${link}&view=pair&pov=${pov}`);
      if (state.fault || !state.scenario || pov > state.scenario.n) continue;
      const other = beside(state);
      if (!other) continue;
      if (other.same) {
        assert.equal(other.kind, 'world', link);
        worlds++;
      }
      const words = compared(say, /** @type {any} */ ({ other: () => other, viewer: () => pov, isAlone: () => false, isFoggy: () => true, heard: () => [1], side: () => null }));
      if (other.kind === 'none-exists') {
        assert.equal(state.stolen.length, 0, `${link}: ${words}`);
        assert.match(words, /^None exists|^No /);
      }
      const stolen = other.session?.scenario().stolen ?? [];
      const traitors = other.session?.scenario().traitors ?? [];
      if (other.session) assert.deepEqual(stolen, state.stolen.filter((id) => !traitors.includes(id)), `${link} ${pov} ${usualF(state.scenario)}`);
    }
  }
  assert.ok(worlds > 50, `${worlds}`);
});
