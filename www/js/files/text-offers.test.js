// The run as texts, as the page offers them.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { textOffers } from './text-offers.js';

before(engine);

const OPTIONS = { theme: /** @type {const} */ ('light'), times: /** @type {const} */ (1), caption: true };
const WORK = { progress: () => {}, signal: new AbortController().signal };

/** A page with this link open. @param {string} link @returns {any} */
const page = (link) => ({ store: opened(link), t: (/** @type {string} */ key) => key });

/** @param {string} kind */
const offer = (kind) => /** @type {import('./types.js').FileOffer} */ (textOffers.find((one) => one.kind === kind));

/** @param {string} kind @param {any} page */
const made = async (kind, page) => (await offer(kind).make(page, OPTIONS, WORK)).text();

test('each text is of the run that is open', async () => {
  const open = page('v=1&p=om&n=4&t=3');
  assert.match(await made('tikz', open), /\\begin\{tikzpicture\}/);
  assert.match(await made('mermaid', open), /sequenceDiagram/);
  assert.equal(JSON.parse(await made('json', open)).link, 'v=1&p=om&n=4&t=3');
  assert.ok(Array.isArray(JSON.parse(await made('itf', open)).states));
  assert.ok((await made('tsv', open)).trim().split('\n').length >= 10);
});

test('the figure for LaTeX is the one on the screen, and its name tells which', async () => {
  const [time, tree] = [page('v=1&p=om&n=4&t=3'), page('v=1&p=om&n=4&t=3&view=tree')];
  assert.equal(offer('tikz').name(time, OPTIONS), 'generals-om-n4-m1-t3-time.tex');
  assert.equal(offer('tikz').name(tree, OPTIONS), 'generals-om-n4-m1-t3-tree.tex');
  assert.notEqual(await made('tikz', time), await made('tikz', tree));
});

test('what cannot be written says why, before it is asked for', () => {
  assert.equal(offer('json').refused(page('v=1&p=om&n=4&t=3&pov=2')), 'file.why.no-eyes');
  assert.equal(offer('tsv').refused(page('v=1&p=om&n=4&t=3&pov=2')), null);
  assert.equal(offer('json').refused(page('v=1&p=om&n=4&t=3')), null);
});

test('of a run too large for it nothing is written, and the sentence is there instead', async () => {
  const large = page('v=1&p=om&n=10&m=3&t=3');
  const preview = await offer('mermaid').preview(large, OPTIONS);
  assert.deepEqual(preview.kind === 'text' && preview.text, 'file.why.too-large');
  assert.equal(offer('mermaid').refused(large), 'file.why.too-large');
});
