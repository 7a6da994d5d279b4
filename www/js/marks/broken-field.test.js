// What "See it broken" says of its runs is what the engine finds in them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import BROKEN from '../scenario/broken-runs.json' with { type: 'json' };
import { edit, limits, specOf } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { brokenNow, brokenRuns } from './broken-field.js';
import { marksOf as marksOfGeneral } from './fired.js';

before(engine);

const CONDITIONS = /** @type {const} */ (['agreement', 'validity', 'termination']);

/** What is broken in a run. @param {string} link */
function brokenIn(link) {
  const { verdict } = opened(link).state;
  return CONDITIONS.filter((name) => verdict?.[name]?.holds === false);
}

/** Of each loyal general the rules that fired, as `phase rule word votes/needed`. @param {string} name */
function marksOf(name) {
  const link = BROKEN.find((run) => run.name === name)?.link ?? '';
  const { session, scenario } = opened(link).state;
  const loyal = Array.from({ length: scenario?.n ?? 0 }, (_, i) => i + 1).filter((id) => !scenario?.traitors.includes(id));
  const told = loyal.map((id) => {
    if (!session) throw new Error(link);
    return marksOfGeneral(session, id).map(({ phase, mark, word, votes: count, needed }) => `${phase} ${mark} ${word}${needed === undefined ? '' : ` ${count}/${needed}`}`);
  });
  return { told, decisions: Object.values(opened(link).state.verdict?.decisions ?? {}).map((order) => order ?? '-').join('') };
}
/** In how many of them one of these fired. @param {string[][]} told @param {RegExp} rule */
const who = (told, rule) => told.filter((marks) => marks.some((mark) => rule.test(mark))).length;

test('each run breaks what it is said to break and nothing else', () => {
  for (const { link, breaks, protocol, form } of BROKEN) {
    assert.deepEqual(brokenIn(link), [breaks], link);
    const { scenario } = opened(link).state;
    assert.deepEqual([scenario?.protocol, scenario?.by ?? ''], [protocol, form], link);
  }
});

test('each form that is wrong has its run, and the published form survives the same lies and delays where there are enough generals', () => {
  const wrong = limits().protocols.flatMap((protocol) => (specOf(protocol).evidence === 'marks' ? specOf(protocol).variants : []).filter((form) => form !== 'common'));
  assert.deepEqual(BROKEN.map(({ form }) => form).filter(Boolean).sort(), [...wrong].sort());
  for (const { link, form, name } of BROKEN) {
    if (form === '' || name === 'bracha-split') continue;
    assert.deepEqual(brokenIn(edit(link, { by: null })), [], link);
  }
});

test('the README names every form and for each that is wrong the link that breaks it', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  for (const protocol of limits().protocols.filter((name) => specOf(name).evidence === 'marks'))
    for (const form of specOf(protocol).variants) {
      const broken = BROKEN.find((run) => run.protocol === protocol && run.form === form);
      assert.ok(rows.some((row) => row.includes(`| \`${form}\` |`) && row.includes(broken?.link ?? '')), form);
    }
});

test('kings and queens: who is sure and whom the others follow is as told', () => {
  const three = marksOf('king-three');
  assert.deepEqual([who(three.told, /1 sure/), who(three.told, /2 sure/), who(three.told, /follows/), three.decisions], [2, 2, 0, 'RA']);
  const short = marksOf('king-short');
  assert.deepEqual([who(short.told, /sure/), who(short.told, /1 follows R/), who(short.told, /1 follows A/)], [0, 1, 2]);
  const queen = marksOf('queen-four');
  assert.deepEqual([who(queen.told, /2 sure/), who(queen.told, /2 follows A/), who(queen.told, /2 follows R/)], [0, 1, 2]);
});

test('Bracha’s broadcast: who is ready and who delivers is as told', () => {
  assert.deepEqual([who(marksOf('bracha-stuck').told, /decide/), marksOf('bracha-stuck').told.length], [0, 2]);
  const split = marksOf('bracha-split').told;
  assert.deepEqual([who(split, /decide R 2\/2/), who(split, /decide A 2\/2/)], [1, 1]);
  const noready = marksOf('bracha-noready').told;
  assert.deepEqual([who(noready, /ready/), who(noready, /decide A 3\/3/), who(noready, /decide/)], [0, 1, 1]);
  const twice = marksOf('bracha-twice').told;
  // Nobody else says anything, so the third vote is the traitor's again.
  assert.deepEqual([who(twice, /./), who(twice, /ready A 3\/3/), who(twice, /decide A/)], [1, 1, 1]);
  const many = marksOf('bracha-many');
  assert.deepEqual([who(many.told, /ready A/), who(many.told, /ready R/), many.decisions], [3, 3, 'AAR']);
  const alone = marksOf('bracha-noamplify').told;
  assert.deepEqual([who(alone, /ready A/), who(alone, /decide A/)], [2, 1]);
});

test('Ben-Or: all are for attack, none proposes it, all coins fall for retreat', () => {
  const { told, decisions } = marksOf('benor-five');
  assert.deepEqual([who(told, /1 opinion A/), who(told, /1 proposal N/), who(told, /1 coin R/), decisions], [4, 4, 4, 'RRRR']);
});

test('PBFT: who is prepared, what a new leader is shown and who decides is as told', () => {
  const three = marksOf('pbft-three');
  assert.deepEqual([who(three.told, /1 decide/), three.decisions], [2, 'RA']);
  assert.deepEqual(who(marksOf('pbft-stuck').told, /decide|prepared/), 0);
  const prepared = marksOf('pbft-prepared');
  assert.deepEqual([who(prepared.told, /1 decide A/), who(prepared.told, /2 lead R 0\//), who(prepared.told, /2 decide R/)], [1, 1, 2]);
  const free = marksOf('pbft-noproof');
  assert.deepEqual([who(free.told, /1 decide A/), who(free.told, /2 decide R/)], [1, 2]);
});

test('in fog nothing is told, and a run that is one of them is told at once', () => {
  for (const run of BROKEN) {
    assert.equal(brokenNow(opened(run.link).state)?.name, run.name);
    assert.deepEqual(brokenRuns(opened(`${run.link}&pov=2`).state), []);
  }
  assert.equal(brokenNow(opened('v=1&p=bracha&n=4').state), undefined);
  assert.equal(brokenNow(opened('v=1&p=bracha&n=5&by=twice').state)?.name, 'bracha-twice');
  assert.deepEqual(brokenRuns(opened('v=1&p=om&n=4').state), []);
});
