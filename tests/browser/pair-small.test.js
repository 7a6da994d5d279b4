// Two stages on one transport where there is little room: phones, tablets, frames.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atStep, boxOf, openHouse, part, until } from './harness.js';
import { heard, LECTURE, pairReady } from './pair-steps.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** What of these is wholly in the window and not behind the transport, by test id. @param {Page} page @param {string[]} ids */
const wholly = (page, ids) =>
  page.evaluate(
    (all) =>
      all.filter((id) => {
        const box = document.querySelector(`[data-testid="${id}"]`)?.getBoundingClientRect();
        const below = id === 'play' || id === 'scrubber' ? innerHeight : (document.querySelector('.transport')?.getBoundingClientRect().top ?? 0);
        return box && box.width > 20 && box.height > 10 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= below + 0.5;
      }),
    ids,
  );

const SEEN = ['stage-left', 'stage-right', 'pair-heard-left', 'pair-heard-right', 'pair-sign', 'play', 'scrubber'];
test('on a small screen and in a frame both maps, what he hears and the transport are seen at once', () =>
  house.hosted({ link: LECTURE, viewport: { width: 360, height: 640 }, touch: true }, async (page) => {
    await pairReady(page);
    await heard(page, 2);
    for (const lang of ['en', 'zh'])
      for (const [width, height, embed] of /** @type {const} */ ([[360, 640, ''], [390, 844, ''], [640, 360, ''], [844, 390, ''], [820, 1180, ''], [640, 420, '&embed=1'], [360, 480, '&embed=1']])) {
        const where = `${width}×${height} ${lang}${embed}`;
        await page.setViewportSize({ width, height });
        await page.evaluate((link) => {
          location.hash = link;
        }, `${LECTURE}&lang=${lang}${embed}`);
        await until(page, `the page ${where}`, ([tongue, frame]) => document.documentElement.lang.startsWith(tongue) && (document.body.dataset.embed === 'on') === (frame !== ''), [lang, embed]);
        await heard(page, 2);
        assert.deepEqual(await wholly(page, SEEN), SEEN, where);
        const [left, right] = await Promise.all(SEEN.slice(0, 2).map((id) => boxOf(part(page, id))));
        assert.ok(left && right && left.y === right.y && left.height === right.height && left.height >= 110 && right.x >= left.x + left.width, JSON.stringify([where, left, right]));
        await until(page, `nothing beside the screen ${where}`, (most) => document.documentElement.scrollWidth <= most, width);
      }
  }));

/** A frame as low as it is narrow: maps and lists, and no scrolling to them. */
test('in a low frame what he hears is seen below both maps', () =>
  house.hosted({ link: `${LECTURE.replace('at=4', 'at=3')}&embed=1`, viewport: { width: 360, height: 360 } }, async (page) => {
    await pairReady(page);
    await heard(page, 2);
    assert.deepEqual(await wholly(page, SEEN), SEEN);
  }));

const TOLD = ['pair-answer', ...['left', 'right'].flatMap((side) => [`stage-${side}`, `pair-agreement-${side}`, `pair-validity-${side}`])];
test('on a small screen two cases that have ended show verdict and answer at once, and a phone on its side all of it over one row of transport', () =>
  house.hosted({ link: LECTURE.replace('at=4', 'at=99'), viewport: { width: 360, height: 640 }, touch: true, reducedMotion: 'reduce' }, async (page) => {
    await pairReady(page);
    await part(page, 'lift-fog').click();
    await part(page, 'pair-validity-right').waitFor();
    assert.deepEqual(await wholly(page, TOLD), TOLD);
    await page.setViewportSize({ width: 640, height: 360 });
    const all = [...TOLD, 'pair-told', 'pair-heard-left', 'pair-odd-left', 'pair-odd-right', 'differing-left', 'scrubber'];
    assert.deepEqual(await wholly(page, all), all);
    const [scrubber, play] = await Promise.all(['scrubber', 'play'].map((id) => boxOf(part(page, id))));
    assert.ok(scrubber && play && scrubber.x >= play.x + play.width, JSON.stringify([scrubber, play]));
    await page.setViewportSize({ width: 820, height: 1180 });
    assert.ok(((await boxOf(part(page, 'stage-left'))).height) > 500, 'a tablet has room');
    assert.deepEqual(await wholly(page, [...TOLD, 'pair-told']), [...TOLD, 'pair-told']);
  }));

test('a map that is tapped fills the width, and the other is a swipe away at the same step', () =>
  house.hosted({ link: LECTURE, viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
    await pairReady(page);
    const small = await boxOf(part(page, 'stage-right'));
    assert.ok(small);
    await page.touchscreen.tap(small.x + 12, small.y + small.height - 12);
    await until(page, 'the right map over the whole width', () => {
      const box = document.querySelector('[data-testid="stage-right"]')?.getBoundingClientRect();
      return box && box.left === 0 && box.right === innerWidth;
    });
    assert.equal(await part(page, 'pair-nearer-right').getAttribute('aria-pressed'), 'true');
    await page.locator('.pair-cases').evaluate((cases) => {
      cases.scrollLeft = 0;
    });
    await until(page, 'the left map', () => document.querySelector('[data-testid="stage-left"]')?.getBoundingClientRect().left === 0);
    await atStep(page, 4);
    await part(page, 'pair-nearer-left').tap();
    await until(page, 'both maps', (width) => document.querySelector('[data-testid="stage-right"]')?.getBoundingClientRect().width === width, small.width);
  }));
