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
import { answerOf as attackWords, optionsOf } from './attack.js';
import { answerOf as exhaustWords, leadOf } from './exhaust-words.js';

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

/** What each tool leaves out, and where it says so. @type {Record<keyof typeof ARMY, {keys: string[], said: () => string[]}>} */
const LEFT_OUT = {
  attack: { keys: ['lies'], said: () => [say.t('lab.attack.lead')] },
  exhaust: { keys: ['lies', 'strategy'], said: () => [leadOf(say, [3], 'words'), leadOf(say, [3], 'seals'), leadOf(say, [3], 'situations'), leadOf(say, [3], 'slow')] },
  ring: { keys: ['lies', 'traitors'], said: () => [say.t('lab.ring.why')] },
  ladder: { keys: ['lies', 'strategy'], said: () => [say.t('lab.ladder.lead', { who: '' })] },
  'split-brain': { keys: ['lies', 'traitors'], said: () => [say.t('lab.split.why.scenario')] },
  chain: { keys: ['lies', 'traitors'], said: () => [say.t('lab.chain.why'), say.t('lab.chain.why.everyone')] },
};
/** How it is said that a key is left out. @type {Record<string, RegExp>} */
const SAID = {
  lies: /lies set in the scenario are ignored|what he says, plays no part|scenario has them say plays no part/,
  strategy: /scenario has them say plays no part/,
  traitors: /Who is a traitor in the scenario, .*plays no part/,
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
        if (LEFT_OUT[/** @type {keyof typeof LEFT_OUT} */ (tool)].keys.includes(key)) continue;
        assert.deepEqual(/** @type {any} */ (asked)?.[key], value, `${tool} of ${link} drops ${key}`);
        seen++;
      }
    }
  }
  assert.ok(seen > 1_000, `${seen}`);
});

test('what a tool leaves out it says in its lead, or where it tells why', () => {
  for (const [tool, { keys, said }] of Object.entries(LEFT_OUT))
    for (const key of keys) for (const words of said()) assert.match(words, SAID[key], `${tool} leaves ${key} out`);
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

/** All sets of so many generals. @param {number} n @param {number} k @returns {number[][]} */
const setsOf = (n, k) => (k === 0 ? [[]] : n < k ? [] : [...setsOf(n - 1, k), ...setsOf(n - 1, k - 1).map((set) => [...set, n])]);

/** Some break of an army, looked for once, whatever its traitors say in the link. */
const breakOf = (() => {
  /** @type {Map<string, string | null>} */
  const known = new Map();
  return (/** @type {string} */ link) => {
    const army = Session.edit(link, { lies: [], strategy: 'honest' });
    if (!known.has(army)) known.set(army, someBreak(army));
    return known.get(army);
  };
})();

/** As the tool asks. @param {import('./attack.js').Asked} asked @param {number} k */
const optionsFor = (asked, k) => /** @type {import('#generals').AttackOptions} */ (optionsOf(asked, k));

/** What the attack tool lets one choose: these traitors or any so many, this order or either. */
const CHOICES = ['these', 'any'].flatMap((who) => ['this', 'either'].map((order) => ({ who, order, condition: 'any', free: false })));

test('that no attack exists is said of no traitors and no order with which a run breaks, and the fewest lies break', () => {
  let [none, found] = [0, 0];
  for (const link of links()) {
    const { spec, scenario } = opened(link).state;
    if (!spec || !scenario || !answers({ spec }, 'attack')) continue;
    const { n, traitors, order } = scenario;
    for (const asked of CHOICES) {
      const k = Math.max(1, traitors.length);
      /** @type {import('#generals').Attack} */
      let answer;
      try {
        answer = Lab.attack(ARMY.attack(link), optionsFor(asked, k));
      } catch (error) {
        assert.equal(/** @type {any} */ (error).code, 'nothing-claimed', String(error));
        continue;
      }
      const words = attackWords(say, answer, false, asked.who === 'any' ? k : null, asked.order === 'this' ? order : null);
      if (answer.lies === null) {
        // What the sentence says was tried is what is tried here.
        assert.match(words, /^No attack exists: /);
        const sets = /whoever/.test(words) ? setsOf(n, k) : [traitors];
        const orders = /either order/.test(words) ? /** @type {const} */ (['A', 'R']) : [order];
        if (orders.length === 1) assert.match(words, new RegExp(`with the order ${say.order(order)} .*The other order was not tried`));
        for (const set of sets) for (const given of orders) assert.equal(breakOf(Session.edit(link, { lies: [], traitors: set, order: given })), null, `${link}: ${words}`);
        none++;
      } else {
        assert.ok(answer.link && isBroken(answer.link), `${link} ${answer.link}`);
        found++;
      }
    }
  }
  assert.ok(none > 40 && found > 8, `${none} ${found}`);
});

test('an attack with the other order is not denied by an answer about this one', () => {
  const link = 'v=1&p=om&n=3&o=R&t=3';
  const asked = { who: 'any', order: 'this', condition: 'any', free: false };
  assert.equal(Lab.attack(ARMY.attack(link), optionsFor(asked, 1)).lies, null);
  assert.equal(Lab.attack(ARMY.attack(link), optionsFor({ ...asked, order: 'either' }, 1)).lies, 1);
  assert.match(attackWords(say, /** @type {any} */ ({ lies: null }), false, 1, 'R'), /with the order Retreat .*The other order was not tried\.$/);
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
