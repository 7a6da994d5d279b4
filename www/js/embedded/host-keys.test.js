// Whose keys they are, and what is sent of one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_USUAL } from '../state/lesson-link.js';
import { areKeysOfHost, keyMessage } from './host-keys.js';

/** @param {Partial<typeof AS_USUAL>} more */
const shown = (more) => ({ presentation: { ...AS_USUAL, ...more } });

test('keys are the host’s where the link says so, and where there is nothing to be steered', () => {
  assert.equal(areKeysOfHost(shown({ embed: true })), false);
  assert.equal(areKeysOfHost(shown({ embed: true, controls: 'play' })), false);
  assert.equal(areKeysOfHost(shown({ embed: true, keys: 'host' })), true);
  assert.equal(areKeysOfHost(shown({ embed: true, controls: 'none' })), true);
  assert.equal(areKeysOfHost(shown({ keys: 'host', controls: 'none' })), false, 'a whole page has its own');
});

test('a key is sent as decks read it, and nothing else of the event', () => {
  const event = { key: 'f', code: 'KeyF', keyCode: 70, shiftKey: false, ctrlKey: true, altKey: false, metaKey: false, target: {}, timeStamp: 5 };
  assert.deepEqual(keyMessage(/** @type {any} */ (event)), { type: 'byz:key', version: 1, key: 'f', code: 'KeyF', keyCode: 70, shiftKey: false, ctrlKey: true, altKey: false, metaKey: false });
});
