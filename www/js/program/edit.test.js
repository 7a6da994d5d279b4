// A run of a program as it is edited: another text is another run, lies that it has no place for go, and what it cannot serve comes to nothing.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine, opened } from '../testing.js';

before(engine);

const LONG = 'task consensus\nfor p in 1 .. n * f:\n    send input to all\ndecide input\n';

test('an army for which a program has too many rounds is not had, and the run stays', () => {
  const store = opened(program().link(LONG, { n: 7, m: 2 }));
  const { link } = store.state;
  store.apply({ type: 'edit', changes: { n: 40 } });
  assert.deepEqual([store.state.link, store.state.scenario?.n, store.state.past], [link, 7, []]);
  store.apply({ type: 'edit', changes: { n: 8 } });
  assert.equal(store.state.scenario?.n, 8);
});

test('a while of typing is undone at once', () => {
  const store = opened('v=1&p=own');
  const { link } = store.state;
  for (const text of [LONG, LONG.replace('decide input', 'decide A')]) store.apply({ type: 'edit', changes: { prog: text }, control: 'program' });
  assert.match(store.state.scenario?.prog ?? '', /decide A/);
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, link);
});
