// Understanding a run: one general's vote, his eyes, the reader's own decision, what theory promises, terms explained.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, openHouse, part, ready, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** All that the page holds: text, names, attributes, the state of controls, and the picture. @param {Page} page */
const everything = (page) =>
  page.evaluate(async () => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await painted();
    // Also what was opened just now, and is on its way.
    while (document.querySelector('[aria-busy="true"]')) await painted();
    const canvas = document.querySelector('[data-testid="stage"] canvas');
    const controls = [...document.querySelectorAll('input, select')]
      .filter((control) => !control.matches('[data-testid="share-link"]'))
      .map((control) => {
        const { value, checked } = /** @type {HTMLInputElement} */ (control);
        return `${control.id} ${value} ${checked}`;
      });
    // The code of the link has all of the run, as the link has: the dialog says so.
    const body = /** @type {HTMLElement} */ (document.body.cloneNode(true));
    for (const code of body.querySelectorAll('[data-testid="share-qr"] svg')) code.remove();
    return {
      body: body.outerHTML,
      controls,
      picture: canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '',
    };
  });

/** The first difference is named, not the whole page. @param {Page} page @param {Page} twin @param {string} when */
async function same(page, twin, when) {
  const [one, other] = await Promise.all([everything(page), everything(twin)]);
  let at = 0;
  while (at < one.body.length && one.body[at] === other.body[at]) at += 1;
  const near = (/** @type {string} */ text) => text.slice(Math.max(0, at - 120), at + 120);
  assert.equal(near(one.body), near(other.body), when);
  assert.deepEqual(one.controls, other.controls, when);
  assert.equal(one.picture === other.picture, true, `the picture ${when}`);
}

/** Pairs of runs that the general cannot tell apart, and how. @type {[string, number, string, string][]} */
const TWINS = [
  ['three generals', 3, 'v=1&p=om&n=3&t=2', 'v=1&p=om&n=3&t=1&s=split'],
  ['four generals', 2, 'v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&t=1&s=honest&x=1-3R'],
  ['the wrong vote', 2, 'v=1&p=flat&n=4&t=3', 'v=1&p=flat&n=4&t=1&s=honest&x=1-3R'],
  ['signed letters', 2, 'v=1&p=sm&n=4', 'v=1&p=sm&n=4&t=3&s=honest&x=1.3-4A_1.3-4R'],
  ['letters among traitors, in a round without others', 2, 'v=1&p=sm&n=4&m=2', 'v=1&p=sm&n=4&m=2&t=3.4&s=honest&x=1.2.3-4A'],
  ['the commander', 1, 'v=1&p=om&n=4', 'v=1&p=om&n=4&t=2.3.4'],
];

/** By rounds there and back. */
const ROUNDS = [...Array(4).fill('Shift+ArrowRight'), ...Array(3).fill('Shift+ArrowLeft')];

for (const [name, general, one, other] of TWINS) {
  test(`worlds that look the same to a general are the same page in fog: ${name}`, () =>
    house.hosted({ link: `${one}&pov=${general}`, reducedMotion: 'reduce' }, (page) =>
      house.hosted({ link: `${other}&pov=${general}`, reducedMotion: 'reduce' }, async (twin) => {
        await Promise.all([ready(page), ready(twin)]);
        await same(page, twin, 'at the start');
        for (let step = 1; step <= 12; step++) {
          for (const each of [page, twin]) await each.keyboard.press('ArrowRight');
          await same(page, twin, `after ${step} steps`);
        }
        for (const key of ['Home', ...ROUNDS, 'End']) {
          for (const each of [page, twin]) await each.keyboard.press(key);
          await same(page, twin, `after ${key}`);
        }
        for (const each of [page, twin]) await part(each, 'scrubber').focus();
        for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'PageUp', 'ArrowUp']) {
          for (const each of [page, twin]) await each.keyboard.press(key);
          await same(page, twin, `after ${key} on the scrubber`);
        }
        for (const each of [page, twin]) await part(each, 'messages').click();
        await same(page, twin, 'with the messages of the round');
        for (const each of [page, twin]) await part(each, 'messages').click();
        for (const each of [page, twin]) await part(each, 'share').click();
        await same(page, twin, 'with the share dialog');
        for (const each of [page, twin]) await each.keyboard.press('Escape');
        for (const each of [page, twin]) await each.keyboard.press('Escape');
        await until(page, 'the fog to lift', () => document.body.dataset.eyes === 'all');
        assert.notDeepEqual((await everything(page)).body, (await everything(twin)).body, 'without fog they differ');
      }),
    ));
}

for (const [name, general, one, other] of TWINS.filter(([name]) => /four|round/.test(name))) {
  for (const view of ['time', 'tree', 'table']) {
    test(`nor does another figure tell them apart: ${name}, ${view}`, () =>
      house.hosted({ link: `${one}&pov=${general}&view=${view}`, reducedMotion: 'reduce' }, (page) =>
        house.hosted({ link: `${other}&pov=${general}&view=${view}`, reducedMotion: 'reduce' }, async (twin) => {
          await Promise.all([page, twin].map((each) => part(each, view).waitFor()));
          await same(page, twin, 'at the start');
          for (const key of [...ROUNDS, 'ArrowRight', 'End']) {
            for (const each of [page, twin]) await each.keyboard.press(key);
            await same(page, twin, `after ${key}`);
          }
        }),
      ));
  }
}

test('a run too large to show tells in fog nothing that depends on who the traitors are', () => {
  const [one, other] = ['v=1&p=om&n=31&m=10', 'v=1&p=om&n=31&m=10&t=3.4.5.6.7.8.9.10.11.12.13.14&s=honest'];
  return house.hosted({ link: `${one}&pov=2` }, (page) =>
    house.hosted({ link: `${other}&pov=2` }, async (twin) => {
      await Promise.all([ready(page), ready(twin)]);
      await same(page, twin, 'at the start');
      for (const each of [page, twin]) await part(each, 'lift').click();
      await until(page, 'the fog to lift', () => document.body.dataset.eyes === 'all');
      assert.notDeepEqual((await everything(page)).body, (await everything(twin)).body, 'one verdict is known, the other is not');
    }),
  );
});

test('fog leaves nothing behind of what was open before', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3', reducedMotion: 'reduce' }, (page) =>
    house.hosted({ link: 'v=1&p=om&n=4&t=1&s=honest&x=1-3R', reducedMotion: 'reduce' }, async (twin) => {
      for (const each of [page, twin]) {
        await ready(each);
        await part(each, 'general-2').click();
        await each.evaluate(() => /** @type {any} */ (window).generals.seek(6));
        await part(each, 'messages').click();
        await each.locator('.listing li button').first().click();
        await part(each, 'message').waitFor();
        await each.keyboard.press('Escape');
        await part(each, 'message').waitFor({ state: 'hidden' });
        await part(each, 'messages').click();
        await each.evaluate(() => /** @type {any} */ (window).generals.seek(0));
        await part(each, 'view-as').click();
        await until(each, 'the fog', () => document.body.dataset.eyes === 'one');
      }
      await same(page, twin, 'after all was open');
    }),
  ));

test('V looks through the chosen general’s eyes, Esc leaves, and the address follows', () =>
  house.file({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await part(page, 'general-3').click();
    await page.keyboard.press('v');
    await addressSays(page, 'pov', '3');
    assert.match(await part(page, 'eyes').innerText(), /General 3/);
    assert.equal(await part(page, 'verdict-agreement').isVisible(), false);
    assert.match((await part(page, 'general-2').getAttribute('aria-label')) ?? '', /loyal or not/);
    await page.keyboard.press('Escape');
    await addressSays(page, 'pov', null);
    assert.equal(await part(page, 'eyes').isVisible(), false);
    assert.match((await part(page, 'general-2').getAttribute('aria-label')) ?? '', /Loyal lieutenant/);
    await part(page, 'view-as').click();
    await addressSays(page, 'pov', '3');
  }));

test('in fog the step button moves by what he sees, and unseen steps have no tick', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&pov=2', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    const stops = [];
    for (let i = 0; i < 6; i++) {
      await part(page, 'step').click();
      stops.push(await page.evaluate(() => /** @type {any} */ (window).generals.session.cursor));
    }
    const seen = await page.evaluate(() => {
      const { session } = /** @type {any} */ (window).generals;
      const all = Array.from({ length: session.length }, (_, i) => i + 1);
      return all.filter((k) => {
        const event = session.event(k);
        return event.kind === 'decide' || event.from === 2 || event.to === 2;
      });
    });
    assert.deepEqual(stops, seen);
    const ticks = await page.locator('.scrubber .tick').evaluateAll((all) => all.map((one) => one.getAttribute('d')).join(''));
    assert.equal(ticks.match(/M/g)?.length, seen.length - 1);
    assert.equal(await page.locator('.scrubber .lie-tick').count(), 0);
  }));

test('the vote tree has the engine’s numbers', () =>
  house.hosted({ link: 'v=1&p=om&n=7&m=2&t=3.6&s=split&at=9999' }, async (page) => {
    await ready(page);
    await part(page, 'general-4').click();
    const vote = await page.evaluate(() => /** @type {any} */ (window).generals.session.votes(4, 2));
    const words = [vote.direct, ...vote.children.map((/** @type {any} */ c) => c.result)];
    const won = words.filter((word) => word === vote.result).length;
    const tree = part(page, 'vote-tree');
    assert.match(await tree.locator('.pill-words').innerHTML(), new RegExp(`${won} : ${words.length - won}`));
    assert.equal(await tree.locator('.result-word').innerHTML(), vote.result === 'A' ? 'Attack' : 'Retreat');
    assert.equal(await tree.locator('.touched-mask').count(), 2);
  }));

test('the reader decides in fog; then the general’s decision, then the verdict answer', () =>
  house.hosted({ link: 'v=1&p=om&n=3&t=3&pov=2', reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    await part(page, 'advice').locator('[value="R"]').click();
    await part(page, 'to-end').click();
    await part(page, 'advice').getByText('You said Retreat. So does General 2.').waitFor();
    assert.equal(await part(page, 'judged').isVisible(), false);
    await part(page, 'lift').click();
    await part(page, 'judged').getByText('In his place Retreat breaks validity: loyal General 1 ordered Attack.').waitFor();
  }));

/** @type {[string, RegExp, RegExp][]} */
const BOUNDS = [
  ['v=1&p=om&n=4&t=3', /Promised.*Theorem 1/, /^Promised, and kept\.$/],
  ['v=1&p=om&n=3&t=3', /Not promised/, /^Not promised, and broken\.$/],
  ['v=1&p=om&n=4&m=2&t=4&x=1.4-2R_1.3.4-2R&s=honest', /more rounds are not safer/, /^Not promised, and broken\.$/],
  ['v=1&p=om&n=7&m=1&t=3.4', /needs m ≥ 2; here m = 1/, /^Not promised, but held this time\.$/],
  ['v=1&p=om&n=5&m=2&t=4', /Proved: n > 2f \+ m is enough/, /^Promised, and kept\.$/],
];
for (const [link, promise, outcome] of BOUNDS) {
  test(`the bound line of ${link}`, () =>
    house.hosted({ link, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      assert.match(await page.locator('.rail').innerText(), promise);
      assert.equal(await part(page, 'bound').isVisible(), false);
      await page.keyboard.press('End');
      await part(page, 'bound').waitFor();
      assert.match(await part(page, 'bound').innerText(), outcome);
    }));
}

test('a term explains itself on hover, on focus and on tap, also to a screen reader', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    const note = page.locator('.gloss-note');
    const term = page.locator('.rail .gloss[data-term="traitor"]');
    await term.hover();
    await note.getByText('A general who may say anything').waitFor();
    await page.mouse.move(600, 300);
    await note.waitFor({ state: 'hidden' });
    await term.focus();
    await note.waitFor();
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
    const described = (await term.getAttribute('aria-describedby')) ?? '';
    assert.match((await page.locator(`#${described}`).textContent()) ?? '', /A general who may say anything/);
    await term.click();
    await note.waitFor();
    const explained = await page.locator('.gloss').evaluateAll((all) => all.map((one) => one.getAttribute('data-term')));
    const terms = ['commander', 'lieutenant', 'traitor', 'order', 'round', 'relay', 'lie', 'agreement', 'validity', 'majority'];
    assert.deepEqual(terms.filter((name) => !explained.includes(name)), []);
  }));
