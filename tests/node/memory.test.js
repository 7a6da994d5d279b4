// Ten thousand runs opened and freed, with their figures, files and searches, hold no more memory than a hundred did.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LabSearch, memory, Session } from './engine.js';

const LINKS = [
  'v=1&p=om&n=7&m=2&t=6.7',
  'v=1&p=flat&n=5&t=3',
  'v=1&p=sm&n=4&t=1.3&s=split',
  'v=1&p=ic&n=4&t=3',
  'v=1&p=king&n=4&t=1&s=split',
  'v=1&p=queen&n=5&t=1&s=random',
  'v=1&p=bracha&n=4&t=3&s=split',
  'v=1&p=benor&n=6&t=6&s=split&seed=3',
  'v=1&p=pbft&n=4&t=2&s=silent',
  'v=1&p=trust&t=2',
  'v=1&p=two&m=3&lost=2',
];

/** Everything that one reader might ask of a run, and all of it given back. @param {number} turn */
function useOnce(turn) {
  const run = Session.open(LINKS[turn % LINKS.length]);
  run.seek(run.length);
  run.file('json');
  run.file('tsv');
  if (run.scenario().protocol === 'om') {
    run.file('svg', { figure: 'tree', general: 2 });
    run.voteTree(2)?.free();
  }
  if (['om', 'king', 'bracha'].includes(run.scenario().protocol)) {
    const search = LabSearch.sample(run.link());
    search.advance(1);
    search.free();
  }
  const other = run.fork({ seed: `${turn}` });
  other.verdict();
  other.free();
  run.free();
}

test('ten thousand runs opened and freed hold no more memory than a hundred did', () => {
  for (let turn = 0; turn < 100; turn++) useOnce(turn);
  const after = memory.buffer.byteLength;
  for (let turn = 100; turn < 10_000; turn++) useOnce(turn);
  assert.equal(memory.buffer.byteLength, after);
});
