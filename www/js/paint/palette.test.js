// Facts about colours: mixtures and thinning keep to the tokens they are made of.
import assert from 'node:assert/strict';
import test from 'node:test';
import { mixed, readPalette, thinned } from './palette.js';

/**
 * A page with some tokens, in one of the two themes.
 * @param {Record<string, string>} tokens @param {{dark?: boolean, forced?: boolean}} [mode]
 */
function page(tokens, { dark = false, forced = false } = {}) {
  const own = { color: '' };
  Object.assign(globalThis, {
    getComputedStyle: () => ({
      colorScheme: dark ? 'dark' : 'light',
      getPropertyValue: (/** @type {string} */ name) => tokens[name.slice(2)] ?? '',
      // The system's colours have come to be those of the page.
      get color() {
        return { Canvas: 'paper of the page', CanvasText: 'ink of the page' }[own.color];
      },
    }),
    matchMedia: () => ({ matches: forced }),
  });
  return readPalette(/** @type {HTMLElement} */ (/** @type {unknown} */ ({ style: own })));
}

test('a colour is the page’s token', () => {
  assert.equal(page({ loyal: ' #0072B2 ' }).colour('loyal'), '#0072B2');
});

test('a mixture lies between its two colours', () => {
  assert.equal(mixed('#000000', '#ffffff', 0.5), 'rgb(128, 128, 128)');
  assert.equal(mixed('#102030', '#ffffff', 0), 'rgb(16, 32, 48)');
});

test('thinning changes nothing but the opacity, and leaves what is no hex colour alone', () => {
  assert.equal(thinned('#ff8000', 0.3), 'rgba(255, 128, 0, 0.3)');
  assert.equal(thinned('CanvasText', 0.3), 'CanvasText');
});

test('lights are lit by night only', () => {
  assert.equal(page({}, { dark: true }).night, true);
  assert.equal(page({}).night, false);
  assert.equal(page({}, { dark: true, forced: true }).night, false);
});

test('in forced colours there are two colours, and what is written on a sign differs from the sign', () => {
  const { colour } = page({ loyal: '#0072B2' }, { forced: true });
  const pairs = [['on-loyal', 'loyal'], ['on-traitor', 'traitor'], ['on-unknown', 'unknown'], ['on-scroll', 'scroll'], ['scroll', 'scroll-bg'],
    ['unknown-ink', 'unknown-tint'], ['ink', 'map'], ['traitor', 'map'], ['city-line', 'city-wall'], ['window', 'city-wall'], ['tent-line', 'tent']];
  for (const [on = '', under = ''] of pairs) {
    assert.deepEqual(new Set([colour(on), colour(under)]), new Set(['paper of the page', 'ink of the page']), `${on} on ${under}`);
  }
});
