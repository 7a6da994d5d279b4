// What is shown of the page in one file where its run makes no picture.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../../tests/node/engine.js';
import { pageOffer } from './page-offer.js';

test('in fog its link, which names the traitors, is not shown', async () => {
  const state = { scenario: { n: 4, traitors: [3] }, fault: null, link: 'v=1&p=om&n=4&t=3', place: { view: 'table', pov: 2, lesson: null } };
  const page = /** @type {any} */ ({ store: { state }, root: { querySelectorAll: () => [] }, t: (/** @type {string} */ key) => key });
  const preview = await pageOffer.preview(page, { theme: 'light', times: 1, caption: true });
  assert.deepEqual(preview, { kind: 'text', text: 'file.about.page', length: 'file.about.page'.length });
});
