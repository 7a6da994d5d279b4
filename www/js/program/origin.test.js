// The text that a link brought is known as such, and is not lost when another is written over it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { createOrigin } from './origin.js';
import programs from './programs.json' with { type: 'json' };

before(engine);

const OWN = 'task consensus\nsend input to all\ndecide input\n';

test('the text of a link is kept while another is typed, and another link brings another', () => {
  const origin = createOrigin();
  const store = opened(program().link(OWN));
  origin.note(store.state);
  assert.equal(origin.is(OWN), true);
  store.apply({ type: 'edit', changes: { prog: programs[2].text } });
  origin.note(store.state);
  assert.deepEqual([origin.is(store.state.scenario?.prog ?? ''), origin.text()], [false, OWN]);
  store.apply({ type: 'undo' });
  origin.note(store.state);
  assert.equal(origin.is(OWN), true);
  const other = OWN.replace('decide input', 'decide A');
  store.apply({ type: 'open', link: program().link(other) });
  origin.note(store.state);
  assert.equal(origin.text(), other);
});

test('what the page offers itself is nobody’s', () => {
  const origin = createOrigin();
  for (const link of [program().link(programs[3].text), 'v=1&p=own']) {
    const { scenario, ...state } = opened(link).state;
    origin.note({ scenario, ...state });
    assert.equal(origin.is(scenario?.prog ?? ''), null);
  }
});
