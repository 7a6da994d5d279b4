// Every protocol's runs open: armies below, at and above its bound, at both ends of the run, and every screen, with no word that is missing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PROTOCOLS } from './every.js';
import { openHouse, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** Armies by the keys that follow the protocol: nobody lies, too few generals, enough, too many traitors, too deep, too shallow, two traitors, one loyal general. */
const ARMIES = ['n=4', 'n=3&t=3', 'n=4&t=3', 'n=5&t=4.5', 'n=4&m=2&t=1', 'n=4&m=0&t=4', 'n=7&m=2&t=6.7', 'n=4&t=2.3.4'];
/** What has its own keys. */
const OTHERS = {
  trust: ['', 't=1', 't=2', 't=3', 'by=signed&t=2', 't=2&pov=1'],
  two: ['', 'm=0', 'm=3&lost=2', 'm=3&lost=2&pov=1'],
};
const SCREENS = ['time', 'tree', 'table', 'pair', 'lab', 'tolerance', 'attack', 'exhaust', 'ring', 'chain', 'ladder', 'split-brain', 'phases', 'rule', 'which', 'cost'];

/** @type {[string, string[]][]} */
const kinds = [
  ...PROTOCOLS.map((name) => /** @type {[string, string[]]} */ ([name, ARMIES])),
  ...Object.entries(OTHERS),
];

for (const [name, armies] of kinds) {
  test(`${name}: every army and every screen opens`, () =>
    house.hosted({ reducedMotion: 'reduce' }, async (page, { problems }) => {
      const [address] = page.url().split('#');
      const links = [
        ...armies.flatMap((army, i) => [`${army}&at=99999`, i % 2 ? `${army}&lang=zh` : `${army}&at=99999&pov=2`]),
        ...SCREENS.map((view) => `${armies[1]}&view=${view}`),
      ].map((rest) => `v=1&p=${name}${rest === '' || rest.startsWith('&') ? '' : '&'}${rest}`);
      for (const link of links) {
        await page.goto('about:blank');
        await page.goto(`${address}#${link}`);
        await until(page, `${link} to open`, () => 'generals' in window || document.querySelector('[data-testid="error"]'));
        // A screen that comes later says its words only then.
        await until(page, `${link} to stand`, () => document.body.getAttribute('aria-busy') !== 'true');
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        assert.deepEqual(problems, [], link);
      }
    }));
}
