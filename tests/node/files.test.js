// A run as a text: each kind is made, what can be read back is, and what cannot be had says why.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { links, Session } from './engine.js';

const LINK = 'v=1&p=om&n=4&t=3';
/** @type {{text: string, link: string, kind: string, other?: string, code?: string, key?: string | null}[]} */
const vectors = /** @type {any} */ (links('pasted.json'));
/** @type {{link: string}[]} */
const golden = links('golden.json');
/** Runs with more steps are not compared one by one here. */
const STEPS_COMPARED = 2000;

/** @param {() => unknown} call @param {Record<string, unknown>} expected */
const refuses = (call, expected) => assert.throws(call, { name: 'FileError', ...expected });

test('the JSON of a run holds what its session says', () => {
  const session = Session.open(LINK);
  const file = JSON.parse(session.file('json'));
  assert.deepEqual([file.format, file.version, file.link], ['byzantine-generals', 1, LINK]);
  assert.deepEqual(file.scenario, session.scenario());
  assert.deepEqual(file.steps, Array.from({ length: session.length }, (_, i) => session.event(i + 1)));
  assert.deepEqual(file.verdict, session.verdict());
});

test('a trace has a state a step, in the words of its format', () => {
  const { '#meta': meta, vars, states } = JSON.parse(Session.open(LINK).file('itf'));
  assert.deepEqual([meta.format, meta.source, meta.version], ['ITF', LINK, '1']);
  assert.deepEqual([...vars].sort(), Object.keys(states[0]).filter((name) => name !== '#meta').sort());
  assert.equal(states.length, 11);
  assert.deepEqual(states[6].delivered[0].path, [{ '#bigint': '1' }, { '#bigint': '3' }]);
  assert.deepEqual(states[10].decisions, { '#map': [[{ '#bigint': '1' }, 'A'], [{ '#bigint': '2' }, 'A'], [{ '#bigint': '4' }, 'A']] });
});

test('every run that was ever published is read back from both files, in whatever form they are laid out', () => {
  let read = 0;
  for (const { link } of golden) {
    const session = Session.open(link);
    if (session.length > STEPS_COMPARED) continue;
    for (const kind of /** @type {const} */ (['json', 'itf'])) {
      const file = session.file(kind);
      for (const text of [file, JSON.stringify(JSON.parse(file), null, 2)]) {
        const again = Session.fromFile(text);
        assert.deepEqual([again.link(), again.length, again.cursor], [session.link(), session.length, 0], link);
      }
      assert.deepEqual(Session.pasted(file), { link: session.link(), kind, other: null });
      read += 1;
    }
  }
  assert.ok(read > 20, `${read}`);
});

test('a file that says something else than the run of its link is refused, with the step', () => {
  const file = JSON.parse(Session.open(LINK).file('json'));
  file.steps[5].said = 'A';
  refuses(() => Session.fromFile(JSON.stringify(file)), { code: 'differs', step: 6 });
  const trace = JSON.parse(Session.open(LINK).file('itf'));
  trace.states[3].heard['#map'][1][1] = { '#bigint': '7' };
  refuses(() => Session.fromFile(JSON.stringify(trace)), { code: 'differs', step: 3 });
  refuses(() => Session.pasted(JSON.stringify(trace)), { code: 'differs', step: 3 });
  refuses(() => Session.fromFile('v=1'), { code: 'not-json' });
  refuses(() => Session.fromFile('{"format":"byzantine-generals","version":2}'), { code: 'unknown-version', read: '2' });
  refuses(() => Session.fromFile(JSON.stringify({ ...file, __proto__: null, link: null })), { code: 'unknown-format' });
  assert.throws(() => Session.fromFile(JSON.stringify({ ...file, link: 'v=1&p=om&n=99' })), { name: 'LinkError', key: 'n' });
  assert.throws(() => Session.fromFile(/** @type {any} */ (5)), TypeError);
});

test('however deep or odd a file is, it is refused and the engine lives on', () => {
  const odd = [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, '{"__proto__":{"format":"byzantine-generals","version":1}}', '{"format":"byzantine-generals","version":1,"link":"v=1&p=om&n=4","steps":{"length":1e9}}', 'null', '"ITF"', '{"#meta":null}'];
  for (const text of odd) assert.throws(() => Session.fromFile(text), { name: 'FileError' }, text.slice(0, 40));
  assert.equal(Session.open(LINK).length, 10);
});

test('the table has a line a message, and through the eyes of a general only his', () => {
  const session = Session.open(LINK);
  const [head = '', ...lines] = session.file('tsv').trimEnd().split('\n');
  assert.equal(head.split('\t').length, 10);
  assert.equal(lines.length, session.length - 1);
  const seen = session.file('tsv', { eyes: 2 }).trimEnd().split('\n');
  assert.equal(seen.length - 1, session.rows({ seenBy: 2 }).length);
  assert.ok(!seen[0]?.includes('lie'));
});

test('a diagram says where its run is, unless it should not', () => {
  const session = Session.open(LINK);
  assert.match(session.file('mermaid'), /^sequenceDiagram\n {2}%% v=1&p=om&n=4&t=3\n/);
  assert.doesNotMatch(session.file('mermaid', { caption: false }), /%%/);
  assert.doesNotMatch(session.file('mermaid', { eyes: 2 }), /%%|T/);
  assert.match(session.file('mermaid', { number: 0 }), /g1 as 0/);
});

test('what there is no file of says why', () => {
  const session = Session.open(LINK);
  refuses(() => session.file(/** @type {any} */ ('docx')), { code: 'unknown-kind', read: 'docx' });
  refuses(() => session.file('svg', { figure: /** @type {any} */ ('pie') }), { code: 'no-such-figure', read: 'pie' });
  refuses(() => session.file('json', { eyes: 2 }), { code: 'no-eyes' });
  refuses(() => Session.open('v=1&p=om&n=10&m=2').file('mermaid'), { code: 'too-large', size: 585, most: 500 });
  refuses(() => Session.open('v=1&p=om&n=10&m=5').file('json'), { code: 'too-large', most: 50_000 });
  for (const options of [{ colour: 1 }, { caption: 1 }, { figure: 3 }, 5, 'time', { general: '2' }]) assert.throws(() => session.file('svg', /** @type {any} */ (options)), TypeError);
  for (const options of [{ general: 5 }, { eyes: 0 }, { number: 2 }]) assert.throws(() => session.file('svg', options), RangeError);
  assert.throws(() => session.file(/** @type {any} */ (null)), TypeError);
  assert.throws(() => session.file('tsv', Object.defineProperty({}, 'eyes', { get: () => { throw new Error('boom'); }, enumerable: true })), /boom/);
});

test('what is pasted becomes a link, or says what was not understood', () => {
  for (const { text, kind, link, other, code, key } of vectors) {
    if (kind === 'refused') assert.throws(() => Session.pasted(text), { name: 'LinkError', code, key }, text);
    else assert.deepEqual(Session.pasted(text), { link, kind, other: other ?? null }, text);
  }
  assert.throws(() => Session.pasted('1 LTLL please'), { read: 'please' });
  assert.throws(() => Session.pasted(/** @type {any} */ ({})), TypeError);
});
