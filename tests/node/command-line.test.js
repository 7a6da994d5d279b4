// The program `generals` beside the step API: the same files, byte by byte, and the same answers.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { before, test } from 'node:test';
import { Lab, LabSearch, links, Session } from './engine.js';

/** @type {{link: string}[]} */
const golden = links('golden.json');
/** Runs with more steps are not written here. */
const STEPS_COMPARED = 2000;
/** @type {import('#generals').FileKind[]} */
const KINDS = ['tsv', 'json', 'itf', 'mermaid', 'tikz', 'svg'];

const root = new URL('../../', import.meta.url).pathname;
let program = '';

before(() => {
  // As the tests in Rust build it, so that little is compiled anew.
  const built = execFileSync('cargo', ['build', '--quiet', '--locked', '--profile=test', '--package=generals-cli', '--message-format=json'], {
    cwd: root,
    maxBuffer: 1 << 28,
  });
  const messages = built.toString().trim().split('\n').map((line) => JSON.parse(line));
  program = messages.map(({ executable }) => executable).find(Boolean);
});

/** @param {string[]} words */
const ask = (...words) => {
  const { status, stdout, stderr } = spawnSync(program, words, { maxBuffer: 1 << 28 });
  return { status, out: stdout.toString(), err: stderr.toString() };
};

/** What the step API writes; null where it writes none. @param {Session} session @param {import('#generals').FileKind} kind */
function written(session, kind) {
  try {
    return session.file(kind, {});
  } catch (error) {
    assert.equal(/** @type {Error} */ (error).name, 'FileError');
    return null;
  }
}

test('every published run is written in the same bytes, or by neither', () => {
  const seen = { written: 0, refused: 0 };
  for (const { link } of golden) {
    const session = Session.open(link);
    if (session.length > STEPS_COMPARED) continue;
    for (const kind of KINDS) {
      const expected = written(session, kind);
      const { status, out } = ask('trace', link, '--format', kind);
      assert.equal(status, expected === null ? 2 : 0, `${kind} of ${link}`);
      assert.equal(out, expected ?? '', `${kind} of ${link}`);
      seen[expected === null ? 'refused' : 'written'] += 1;
    }
    session.free();
  }
  assert.ok(seen.written > 400 && seen.refused > 0, JSON.stringify(seen));
});

test('a verdict is the same plain data', () => {
  for (const { link } of golden) {
    const { status, out } = ask('run', link, '--json');
    const { link: canonical, ...verdict } = JSON.parse(out);
    assert.deepEqual(verdict, Session.judge(link), link);
    assert.notEqual(status, 2, link);
    assert.ok(canonical.startsWith('v=1&p='), canonical);
  }
});

test('answers of the laboratory are the same plain data', () => {
  const link = 'v=1&p=om&n=4&m=1&t=3.4';
  /** @param {string} command @param {unknown} expected */
  const same = (command, expected) => assert.deepEqual(JSON.parse(ask(command, link, '--json').out), expected, command);
  same('attack', Lab.attack(link));
  same('ring', Lab.ring(link));
  same('chain', Lab.chain(link));
  same('ladder', Lab.ladder(link));
  const search = LabSearch.sample(link);
  let progress = search.advance(1);
  while (!progress.done) progress = search.advance(1);
  same('sample', progress);
  search.free();
});
