// Kings, queens and slow broadcasts as a reader meets them: chosen, told, how each general decides, wrong forms, who never decides, fog, refusals.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressSays, atStep, choose, openHouse, part, ready, says, until } from './harness.js';

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The rules that the panel shows, phase by phase. @param {import('./harness.js').Page} page @param {string} words of one of them */
const shows = (page, words) =>
  until(page, `the panel to say “${words}”`, (said) => document.querySelector('[data-testid="marks"]')?.textContent?.includes(said) === true, words);

test('a king’s phases are told, his crown passes on, and the panel says how each decides', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3' }, async (page) => {
    await ready(page);
    await choose(page, 'protocol', 'king');
    await addressSays(page, 'p', 'king');
    assert.equal(await part(page, 'order').isVisible(), false, 'nobody commands');
    await says(page, 'narration', 'Every general has an opinion. Attack: 1 and 3. Retreat: 2 and 4.');
    await part(page, 'step').click();
    await atStep(page, 1);
    await says(page, 'narration', 'General 1 tells General 2 what he is for: Attack.');
    await part(page, 'to-end').click();
    await part(page, 'general-2').click();
    await shows(page, 'Phase 2');
    await shows(page, 'decides');
    await page.locator('.marks-phase[aria-current="step"]').getByText('Phase 2').waitFor();
  }));

for (const protocol of ['king', 'bracha', 'pbft'])
  test(`a traitor is looked at, and a run opens in which nobody is loyal (${protocol})`, () =>
    house.hosted({ link: `v=1&p=${protocol}&n=4&t=1.2.3` }, async (page) => {
      await ready(page);
      await part(page, 'general-2').click();
      await page.locator('.inspector .traitor-word').waitFor();
      await part(page, 'general-4').focus();
      await page.keyboard.press('t');
      await addressSays(page, 't', '1.2.3.4');
      await page.reload();
      await ready(page);
      await part(page, 'to-end').click();
      await says(page, 'narration', 'No loyal general is left to decide.');
    }));

test('a wrong form is chosen, called wrong, kept in the address and undone', () =>
  house.hosted({ link: 'v=1&p=bracha&n=3&t=1&s=split' }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'by').inputValue(), '');
    await choose(page, 'by', 'loose');
    await addressSays(page, 'by', 'loose');
    await page.getByText('a traitor or a slow messenger').waitFor();
    await part(page, 'to-end').click();
    await until(page, 'agreement to be broken', () => document.querySelector('[data-testid="verdict-agreement"]')?.getAttribute('data-state') === 'broken');
    await choose(page, 'by', '');
    await addressSays(page, 'by', null);
    await page.keyboard.press('Control+z');
    await addressSays(page, 'by', 'loose');
  }));

test('beside the form a run that breaks it: told when the form is chosen, opened by its link, told of the run itself, and in fog not at all', () =>
  house.hosted({ link: 'v=1&p=pbft&n=4' }, async (page) => {
    await ready(page);
    const one = page.locator('.broken-one');
    assert.equal(await one.isVisible(), false, 'the published form is not broken by four');
    await part(page, 'broken').locator('summary').click();
    assert.equal(await part(page, 'broken').locator('a').count(), 4);
    await choose(page, 'by', 'noproof');
    await one.getByText('begins his view with the other order').waitFor();
    await one.locator('a').click();
    await addressSays(page, 't', '2');
    await part(page, 'to-end').click();
    await until(page, 'agreement to be broken', () => document.querySelector('[data-testid="verdict-agreement"]')?.getAttribute('data-state') === 'broken');
    await one.getByText('begins his view with the other order').waitFor();
    assert.equal(await one.locator('a').count(), 0, 'it is open');
    await page.evaluate(() => void (location.hash += '&pov=3'));
    await one.waitFor({ state: 'hidden' });
  }));

test('a run of slow letters is compared with itself where each comes in its turn: no message is marked as another', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&t=3&d=1.1-2&view=pair' }, async (page) => {
    await says(page, 'differing-left', 'The same messages, in another order');
    await page.getByText('Each in its turn').first().waitFor();
  }));

test('who never decides is said in the verdict, the sentence and his panel', () =>
  house.hosted({ link: 'v=1&p=bracha&n=3&t=3&s=silent&at=99' }, async (page) => {
    await ready(page);
    await says(page, 'narration', 'Generals 1 and 2 do not deliver.');
    await says(page, 'verdict-validity', 'Loyal General 1, the leader, does not deliver his own order.');
    await says(page, 'verdict-termination', 'No loyal general delivers.');
    await part(page, 'general-2').click();
    await shows(page, 'He does not decide.');
    assert.match((await part(page, 'general-2').getAttribute('aria-label')) ?? '', /does not decide/);
  }));

test('in fog he reads his own rules alone, and the panel of another is shut', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&t=3&pov=4&at=15' }, async (page) => {
    await ready(page);
    await says(page, 'narration', 'General 4 is ready for Attack: 3 have said so, 3 are needed.');
    await shows(page, 'is ready');
    await part(page, 'general-2').click();
    await until(page, 'no rules of another', () => document.querySelector('[data-testid="marks"]')?.closest('[hidden]') !== null || document.querySelector('[data-testid="marks"]')?.hasAttribute('hidden') === true);
  }));

test('on a phone, in Chinese, the same is told', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&t=3&at=15&lang=zh', ...PHONE }, async (page) => {
    await ready(page);
    await says(page, 'narration', '为进攻就绪');
  }));

test('a link that asks for what such a run has not says which key and what is allowed', () =>
  house.hosted({ link: 'v=1&p=bracha&n=4&d=9.9-1' }, async (page) => {
    await part(page, 'error').waitFor();
    await says(page, 'error', 'd (letters held back)');
    await says(page, 'error', '9.9-1');
    await says(page, 'error', 'a position and who is told');
  }));
