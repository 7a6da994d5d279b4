// The first picture, drawn by the page itself before any other file has come: the camps where they are going to stand, as far as
// the link alone tells of them. What it does not tell stays neutral.

import { SHIELD_LOYAL, SHIELD_TRAITOR, SHIELD_UNKNOWN, TENT, TENT_DOOR } from '../scene/art.js';
import { arrange, DOTS_FROM } from '../scene/arrange.js';

/** The army of a page without a link, and the largest that is drawn before the engine is asked. */
const USUAL = { n: 4, traitors: [3] };
/** Below this width the stage is a phone's. */
const COMPACT_BELOW = 600;

/** Opened without a link. */
const isBare = location.hash.length < 2 && !asked('v', '\\w+');

/** The army that the link names, or null where it shows something else than a map around a city. */
function army() {
  if (isBare) return USUAL;
  const n = Number(asked('n', '\\d+') ?? USUAL.n);
  if (!asked('v', '0*1') || n < 2 || n >= DOTS_FROM || (asked('view', '\\w+') ?? 'map') !== 'map' || asked('p', 'trust|two')) return null;
  // In fog nobody but he himself is known.
  const traitors = asked('pov', '\\d+') ? null : (asked('t', '[\\d.]+') ?? '').split('.').map(Number);
  return { n, traitors };
}

/** What is taken from a general's number where the first is called 0; the texts of lessons call him 1. */
const before = asked('number', '0') && !asked('lesson', '\\w+') ? 1 : 0;

/** @param {import('../scene/types.js').Camp} camp @param {number[] | null} traitors */
function camp({ id, x, y, k }, traitors) {
  const loyal = !traitors?.includes(id);
  const { d } = traitors ? (loyal ? SHIELD_LOYAL : SHIELD_TRAITOR) : SHIELD_UNKNOWN;
  const colour = traitors ? (loyal ? 'loyal' : 'traitor') : 'unknown';
  const tent = [-29, 29]
    .map((dx) => `<g transform="translate(${dx} 26)"><path d="${TENT}" fill="var(--paper-raised)" stroke="var(--ink-3)"/><path d="${TENT_DOOR}" fill="var(--ink-3)"/></g>`)
    .join('');
  return `<g transform="translate(${x} ${y}) scale(${k})">${tent}<path d="${d}" fill="var(--${colour})"/><text y="8" fill="var(--on-${colour})">${id - before}</text></g>`;
}

/** @param {HTMLElement} stage */
function draw(stage) {
  const found = army();
  const { clientWidth: width, clientHeight: height } = stage;
  if (!found || width === 0) return;
  const touch = matchMedia('(pointer: coarse)').matches;
  const { camps } = arrange({ width, height, n: found.n, compact: width < COMPACT_BELOW, touch });
  const drawn = camps.map((one) => camp(one, found.traitors)).join('');
  stage.insertAdjacentHTML('beforeend', `<svg class="first-picture" aria-hidden="true" viewBox="0 0 ${width} ${height}">${drawn}</svg>`);
}

const { body } = document;
if (asked('embed', '1')) {
  // A frame has other places than a page.
  body.dataset.embed = 'on';
  body.dataset.controls = asked('controls', 'play|none') ?? 'full';
}
// Room for offers.
if (isBare && parent === self) body.dataset.offers = 'on';
const stage = document.querySelector('.map-place');
if (stage instanceof HTMLElement) draw(stage);
