// How keys go from row to row of the table, and which message is looked at.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { askedRows } from './table-asked.js';
import { tellRows } from './table-bar.js';
import { ALL } from './table-filters.js';
import { activeRow, pickedStep, rowAfterKey } from './table-picked.js';

before(engine);

test('keys lead a row or a page on and never beyond the ends', () => {
  const at = { here: 5, leaf: 10, count: 12 };
  assert.equal(rowAfterKey('ArrowDown', at), 6);
  assert.equal(rowAfterKey('PageDown', at), 11);
  assert.equal(rowAfterKey('PageUp', at), 0);
  assert.equal(rowAfterKey('End', at), 11);
  assert.equal(rowAfterKey('x', at), undefined);
});

test('the message whose note is open is looked at; in fog the one seen last', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=2');
  assert.equal(pickedStep({ ...state, message: 5 }), 5);
  assert.equal(pickedStep(state), null);
  assert.equal(pickedStep(opened('v=1&p=om&n=4&t=3&at=1&pov=2').state), 1, 'the order to himself');
  assert.equal(pickedStep(opened('v=1&p=om&n=4&t=3&at=0&pov=2').state), null);
});

test('rows are kept while the same is asked, and the active row stays at its message when they are others', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  const active = activeRow();
  const asked = askedRows(store, active.renew);
  const all = asked.rows();
  assert.equal(asked.rows(), all);
  assert.equal(asked.count(), 9);
  active.follow(6, asked.rows());
  assert.equal(active.row(), 5);
  asked.setFilter({ ...ALL, lies: true });
  assert.equal(asked.count(), 2, 'the traitor lies to both');
  assert.equal(active.row(), asked.rows()?.placeOf(6) ?? null);
  asked.setFilter(ALL);
  asked.sortBy('step', false);
  assert.deepEqual(asked.order(), ['-step']);
  asked.rows();
  assert.equal(active.row(), 3, 'from the end');
  asked.free();
});

test('the bar tells how many rows there are and what is still ahead', () => {
  const { state } = opened('v=1&p=om&n=4&t=3');
  const en = speech('en');
  assert.match(tellRows(state, en, 9, ['step']), /^9 messages/);
  assert.ok(tellRows(state, en, 9, ['step']).endsWith(en.t('table.ahead')));
  assert.ok(!tellRows(opened('v=1&p=om&n=4&t=3&at=99').state, en, 9, ['step']).endsWith(en.t('table.ahead')));
});
