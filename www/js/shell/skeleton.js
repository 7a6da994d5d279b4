// The places of a page part, in the order in which they are read; what stands in each is a panel of its own.

import { el } from '../kit/dom.js';

/** @param {(name: string) => string} id */
export function skeleton(id) {
  /** @param {'section' | 'div'} tag @param {string} name @param {string} looks @param {import('../state/types.js').Attrs} [more] */
  const titled = (tag, name, looks, more = {}) =>
    el(tag, { id: id(name), class: looks, 'aria-labelledby': id(`${name}-title`), ...more });
  const places = {
    topbar: el('header', { class: 'topbar' }),
    letter: titled('section', 'letter', 'letter-place', { role: 'main', 'data-testid': 'letter' }),
    rail: titled('section', 'rail', 'rail'),
    lesson: titled('section', 'lesson', 'lesson-place', { 'data-testid': 'lesson' }),
    title: el('div', { class: 'strip' }),
    eyes: el('div', { class: 'eyes', hidden: true }),
    tools: el('div', { class: 'tools over-stage' }),
    listing: titled('section', 'listing', 'listing over-stage', { hidden: true }),
    map: el('div', { class: 'stage map-place', 'data-testid': 'stage' }),
    view: el('section', { class: 'view', 'data-testid': 'figure' }),
    pair: titled('section', 'pair', 'pair-place', { 'data-testid': 'pair' }),
    lab: titled('section', 'lab', 'lab', { 'data-testid': 'lab' }),
    lessons: el('section', { class: 'lessons-place' }),
    large: el('div', { class: 'large-place' }),
    narration: el('div', { class: 'narration' }),
    offers: el('div', { class: 'offers' }),
    transport: el('div', { class: 'transport' }),
    frame: el('div', { class: 'frame' }),
    hall: el('div', { class: 'hall', hidden: true }),
    tabs: el('nav', { class: 'sheet-tabs' }),
    roster: el('div', { class: 'roster', hidden: true }),
    inspector: titled('section', 'inspector', 'inspector'),
    lies: titled('section', 'lies', 'lies'),
    verdict: titled('section', 'verdict', 'verdict'),
    error: el('div', { class: 'error-place', role: 'main' }),
    skip: el('div', { class: 'skip' }),
  };
  const { topbar, letter, rail, lesson, lessons, title, eyes, tools, listing, map, view, pair, lab, large, narration, transport, frame, hall } = places;
  const centre = el('main', { class: 'centre', tabindex: -1 }, title, eyes, tools, listing, map, view, pair, lab, lessons, large, narration, transport, frame, hall);
  const panel = el('aside', { class: 'panel' }, places.roster, places.inspector, places.lies, places.verdict);
  const sheet = el('div', { id: id('sheet'), class: 'sheet' }, places.tabs, panel);
  const middle = el('div', { class: 'page' }, letter, rail, lesson, centre, sheet);
  return { ...places, centre, sheet, middle, nodes: [places.skip, topbar, middle, places.error] };
}

/** @typedef {ReturnType<typeof skeleton>} Places */
