// The sentence that tells a step, and the verdict with the last one: seen whole on every screen, and where the verdict's card is not.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openHouse, part, ready, until } from './harness.js';
import { engine, opened } from '../../www/js/testing.js';
import { dialectOf } from '../../www/js/state/spec.js';
import { sentence } from '../../www/js/transport/narration.js';
import { sentence as tellOrder } from '../../www/js/trust/tell.js';
import { plain } from '../../www/js/words/narrate.js';
import { speech } from '../../www/js/words/i18n.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {'en' | 'zh'} Lang */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  [house] = await Promise.all([openHouse(), engine()]);
});
after(() => house.close());

/** Runs of every protocol: honest, lying, silent, deep, split, in fog, with many generals. */
const RUNS = [
  'v=1&p=om&n=4&t=3',
  'v=1&p=om&n=3&t=3',
  'v=1&p=om&n=4&t=1&s=split',
  'v=1&p=om&n=4&m=0&t=1&s=split',
  'v=1&p=om&n=4&t=3&s=silent&pov=2',
  'v=1&p=om&n=4&t=1&s=silent',
  'v=1&p=om&n=2',
  'v=1&p=om&n=7&m=2&t=3.6',
  'v=1&p=om&n=7&m=2&t=1.5&s=split',
  'v=1&p=om&n=7&m=2&t=1.5&s=silent',
  'v=1&p=om&n=6&m=4&t=3&s=silent',
  'v=1&p=om&n=12&m=2&t=1.4.7&s=split',
  'v=1&p=sm&n=4&t=3',
  'v=1&p=sm&n=4&t=1&s=split',
  'v=1&p=sm&n=5&m=3&t=1.3&s=split&pov=2',
  'v=1&p=sm&n=4&m=2&t=1.2.3&s=silent',
  'v=1&p=sm&n=4&t=3&k=1',
  'v=1&p=flat&n=7&m=2&t=6.7',
  'v=1&p=flat&n=5&m=2&t=1&s=honest&x=1-2R_1-3R',
  'v=1&p=ic&n=4&t=3&i=AARA',
  'v=1&p=ic&n=4&t=3&i=ARAR&pov=2',
  'v=1&p=ic&n=7&m=1&t=1.3&s=split&i=ARARARA',
  'v=1&p=ic&n=4&t=3&s=silent',
  ...['shop', 'customer', 'service', 'majority', 'signed'].flatMap((by) => ['1', '2', '3'].flatMap((t) => [`v=1&p=trust&by=${by}&t=${t}`, `v=1&p=trust&by=${by}&t=${t}&o=R&s=silent`])),
  'v=1&p=trust&by=signed&t=3&s=honest&x=3-2R',
  'v=1&p=trust&by=majority&pov=2',
];

/** All that is told in a run, step by step and round by round. @param {string} link @param {Lang} lang */
function toldIn(link, lang) {
  const { state } = opened(link);
  const say = speech(lang, dialectOf(state));
  const steps = Array.from({ length: state.length + 1 }, (_, cursor) => ({ ...state, cursor, motion: null }));
  const rounds = state.perRound.map((_, i) => ({ ...state, motion: /** @type {const} */ ({ what: 'round', round: i + 1, progress: 0.5, rest: 0, held: false }) }));
  return [...steps, ...rounds].map((s) => {
    s.session?.seek(s.cursor);
    return plain((dialectOf(s) === 'trust' ? tellOrder(s, say) : null) ?? sentence(s, say));
  });
}

/** Sentences that hardly any run has: each as it stands in the catalogue, filled with what is long. @param {Lang} lang */
function fromCatalogue(lang) {
  const say = speech(lang);
  const many = say.t('generals.named', { list: say.list(['10', '11', '12', '13', '14', '15']) });
  const deed = say.t('does.A', { who: many, count: 6 });
  /** @type {Record<string, string>} */
  const values = {
    who: many, by: many, before: many, owners: deed, attackers: deed, retreaters: deed, deeds: deed,
    from: say.general(14), to: say.general(15), commander: say.general(1), forged: say.general(13), of: say.general(12),
    order: say.order('R'), honest: say.order('A'), heard: say.order('A'), quote: say.general(12), vector: 'ARAA RAAR ARRA R', count: '1 234', all: '16', round: '12', list: '12',
  };
  const words = catalogue(lang);
  return Object.keys(words)
    .filter((key) => /^(tell|round|decide|vector\.(same|single|majority|tie|parted|do)|fog\.(decide|unseen)|begin|large\.narration)(\.|$)/.test(key))
    .map((key) => words[key].replace(/<\/?[a-z]+>/g, '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '12'));
}

/** @param {Lang} lang @returns {Record<string, string>} */
const catalogue = (lang) => JSON.parse(readFileSync(new URL(`../../www/lang/${lang}.json`, import.meta.url), 'utf8'));

/** @param {Lang} lang */
const everything = (lang) => [...new Set([...RUNS.flatMap((link) => toldIn(link, lang)), ...fromCatalogue(lang)])];

/**
 * Puts each sentence where the narration stands. Answers what of it is not seen whole, and how many px sentences grow over the map, at most.
 * @param {Page} page @param {string[]} sentences
 */
const measured = (page, sentences) =>
  page.evaluate(async (all) => {
    const one = (/** @type {string} */ selector) => {
      const node = document.querySelector(selector);
      if (!(node instanceof HTMLElement)) throw new Error(selector);
      return node;
    };
    const [place, box, text, words, stage] = ['.narration', '.told', '[data-testid="narration"]', '.words', '[data-testid="stage"]'].map(one);
    // As it comes to stand when the room for the map has changed.
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const kept = [...words.childNodes];
    const faults = [];
    let grown = 0;
    for (const told of all) {
      words.textContent = told;
      const [room, line, outer] = [text, words, box].map((node) => node.getBoundingClientRect());
      const reserved = place.getBoundingClientRect();
      const air = Math.min(line.top - outer.top, outer.bottom - line.bottom, line.left - outer.left, outer.right - line.right);
      const x = line.left + 3;
      const isOpen = [line.top + 3, line.bottom - 3].every((y) => text.contains(document.elementFromPoint(x, y)));
      const isWhole = outer.top >= 0 && outer.bottom <= innerHeight && room.top <= line.top + 1 && room.bottom >= line.bottom - 1 && words.scrollWidth <= words.clientWidth + 1;
      if (air < 4 || !isOpen || !isWhole) faults.push(`${told} (${Math.round(air)} px of air, ${isOpen ? 'open' : 'covered'}, ${isWhole ? 'whole' : 'cut'})`);
      grown = Math.max(grown, outer.height - reserved.height);
    }
    words.replaceChildren(...kept);
    return { faults, grown, stage: stage.getBoundingClientRect().height };
  }, sentences);

const SCREENS = [[360, 640], [390, 844], [820, 1180], [1280, 800], [1920, 1080], [640, 360], [844, 390]];
const FRAMES = [[360, 360], [640, 420]];
for (const lang of /** @type {const} */ (['en', 'zh'])) {
  for (const [where, link, sizes] of /** @type {const} */ ([
    ['on screens', 'v=1&p=om&n=4&t=3&at=1', SCREENS],
    ['in frames', 'v=1&p=om&n=4&t=3&at=1&embed=1', FRAMES],
  ])) {
    test(`no sentence is cut, whatever is told (${lang}, ${where})`, () =>
      house.hosted({ link: `${link}&lang=${lang}` }, async (page) => {
        await ready(page);
        const sentences = everything(lang);
        assert.ok(sentences.length > 400, `${sentences.length} sentences`);
        for (const [width = 0, height = 0] of sizes) {
          await page.setViewportSize({ width, height });
          const { faults, grown, stage } = await measured(page, sentences);
          assert.deepEqual(faults.slice(0, 3), [], `${width}×${height}: ${faults.length} of ${sentences.length}`);
          assert.ok(grown < stage / 2, `${width}×${height}: ${grown} px over a map of ${stage}`);
        }
      }));
  }
}

for (const [link, width, height] of /** @type {const} */ ([
  ['v=1&p=sm&n=4&t=1.4&s=silent&x=1-4A_1.4-3A&at=99', 360, 640],
  ['v=1&p=sm&n=4&t=3&at=6', 360, 640],
  ['v=1&p=sm&n=4&t=3&at=6', 320, 568],
  ['v=1&p=sm&n=4&t=3&at=6', 640, 360],
]))
  test(`${width}×${height}: a long sentence leaves every camp of ${link} open`, () =>
    house.hosted({ link, viewport: { width, height }, touch: true, reducedMotion: 'reduce' }, async (page) => {
      await ready(page);
      await until(page, 'the map to end above the sentence, and every camp to stand on it', () => {
        const box = (/** @type {string} */ at) => /** @type {Element} */ (document.querySelector(at)).getBoundingClientRect();
        const [told, map] = [box('.told'), box('[data-testid="stage"]')];
        const camps = [...document.querySelectorAll('.camps button')].map((camp) => camp.getBoundingClientRect());
        return told.height > box('.narration').height + 4 && map.bottom <= told.top + 1 && camps.length === 4 && camps.every(({ top, bottom }) => (top + bottom) / 2 + 14 < told.top);
      });
    }));

/** Runs in the page: whether the row of the verdict is seen whole. */
const rowIsSeen = () =>
  ['told-agreement', 'told-validity'].every((id) => {
    const node = document.querySelector(`[data-testid="${id}"]`);
    const { left, right, top, bottom, width } = node?.getBoundingClientRect() ?? new DOMRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return width > 40 && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && node?.contains(at);
  });
/** @param {Page} page */
const rowSeen = (page) => page.evaluate(rowIsSeen);

const BROKEN = 'v=1&p=om&n=3&t=3';

test('a phone is played to the end: the verdict stands with the last sentence, without a tab', () =>
  house.hosted({ link: BROKEN, viewport: { width: 360, height: 640 }, touch: true, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'told-agreement').count(), 0, 'nothing is told before the end');
    await part(page, 'to-end').tap();
    await until(page, 'the verdict', () => document.querySelector('[data-testid="told-validity"]')?.getAttribute('data-state') === 'broken');
    assert.equal(await rowSeen(page), true);
    assert.match(await part(page, 'narration').innerText(), /^General 2 decides: Retreat\.[^]*Agreement holds[^]*Validity broken/);
  }));

/** Where the card is out of sight: how high, how wide, and which view. @type {[number, number, string][]} */
const ELSEWHERE = [
  [390, 844, ''],
  [820, 1180, ''],
  [640, 360, '&view=table'],
  [1280, 800, '&view=time'],
  [1280, 800, '&view=table'],
  [1280, 800, '&view=tree'],
  [360, 360, '&embed=1'],
  [640, 420, '&embed=1'],
  [640, 420, '&embed=1&controls=play'],
  [640, 420, '&embed=1&controls=none'],
];
test('the verdict stands with the last sentence wherever its card is out of sight', () =>
  house.hosted({ link: `${BROKEN}&at=99` }, async (page) => {
    await ready(page);
    assert.equal(await rowSeen(page), false, 'where the card is seen');
    assert.match((await part(page, 'narration').textContent()) ?? '', /Agreement holds.*Validity broken/, 'but it is read aloud');
    for (const [width, height, more] of ELSEWHERE) {
      await page.setViewportSize({ width, height });
      await page.evaluate((link) => {
        location.hash = link;
      }, `${BROKEN}&at=99${more}`);
      await until(page, `the screen of ${more}`, (keys) => {
        const { view, embed } = document.body.dataset;
        return view === (/view=(\w+)/.exec(keys)?.[1] ?? 'map') && (embed === 'on') === keys.includes('embed=1');
      }, more);
      await until(page, `the verdict at ${width}×${height} ${more}`, rowIsSeen);
    }
    await page.setViewportSize({ width: 640, height: 300 });
    await until(page, 'a low frame to have no room for words', () => (document.querySelector('.narration')?.getBoundingClientRect().width ?? 0) <= 1);
  }));

test('in a hall too, and in Chinese', () =>
  house.hosted({ link: `${BROKEN}&at=99&lang=zh` }, async (page) => {
    await ready(page);
    await page.keyboard.press('p');
    await until(page, 'the hall, with its style', () => document.body.dataset.projector === 'on' && document.body.getAttribute('aria-busy') !== 'true');
    assert.equal(await rowSeen(page), false, 'its card stands beside the sentence');
    assert.match(await page.locator('.verdict').innerText(), /一致性[^]*成立[^]*有效性[^]*破坏/);
    assert.match((await part(page, 'narration').textContent()) ?? '', /一致性[^]*成立[^]*有效性[^]*破坏/, 'and is read aloud');
  }));

for (const mode of ['round', 'message']) {
  test(`the verdict is in what is read aloud at the end, once (mode: ${mode})`, () =>
    house.hosted({ link: BROKEN }, async (page) => {
      await ready(page);
      await part(page, 'mode').selectOption(mode);
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
      await page.evaluate(() => {
        const heard = /** @type {string[]} */ ([]);
        Object.assign(window, { heard });
        for (const region of document.querySelectorAll('.narration [aria-live]'))
          new MutationObserver(() => {
            if (region.getAttribute('aria-live') !== 'off' && region.textContent) heard.push(region.textContent);
          }).observe(region, { childList: true, characterData: true, subtree: true });
      });
      await part(page, 'play').click();
      await until(page, 'the end', () => {
        const { session } = /** @type {any} */ (window).generals;
        return session.cursor === session.length && document.querySelector('[data-testid="play"]')?.getAttribute('aria-label') === 'Play';
      });
      /** @type {string[]} */
      const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
      assert.equal(heard.filter((words) => /General 2 decides: Retreat.*Agreement holds.*Validity broken/.test(words)).length, 1, heard.join(' / '));
    }));
}

test('in fog no verdict is told', () =>
  house.hosted({ link: `${BROKEN}&at=99&pov=2`, viewport: { width: 390, height: 844 } }, async (page) => {
    await ready(page);
    assert.equal(await part(page, 'told-agreement').count(), 0);
  }));
