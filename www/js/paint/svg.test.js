// Shapes as the text of an svg element.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture } from './svg.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */

/** @param {Drawn[]} shapes */
const inner = (...shapes) => picture({}, shapes).slice('<svg>'.length, -'</svg>'.length);

test('whatever is said or named, it is text and no markup', () => {
  const evil = '"><script>alert(1)</script>&';
  const safe = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;';
  assert.equal(inner({ kind: 'text', text: evil, x: 0, y: 0, size: 9 }), `<text x="0" y="0" font-size="9">${safe}</text>`);
  assert.equal(picture({ class: evil }, []), `<svg class="${safe}"></svg>`);
  const named = { class: evil, style: evil, data: { step: evil } };
  assert.equal(inner({ kind: 'path', d: evil, ...named }), `<path class="${safe}" style="${safe}" data-step="${safe}" d="${safe}"></path>`);
  assert.equal(inner({ kind: 'disc', x: 0, y: 0, rx: 1, ry: 1, fill: evil }), `<circle cx="0" cy="0" fill="var(--${safe})" r="1"></circle>`);
  assert.equal(inner({ kind: 'text', text: 'so', aside: evil, x: 0, y: 0, size: 9 }), `<text x="0" y="0" font-size="9">so<tspan dx="8">${safe}</tspan></text>`);
});

test('what is not said is not written', () => {
  assert.equal(inner({ kind: 'path', d: 'M0 0' }), '<path d="M0 0"></path>');
  assert.equal(inner({ kind: 'box', x: 1, y: 2, width: 3, height: 4 }), '<rect x="1" y="2" width="3" height="4"></rect>');
  assert.equal(inner({ kind: 'path', d: '', class: '', data: { step: null, count: 0 } }), '<path data-count="0"></path>');
  assert.equal(picture({ role: 'img', 'aria-hidden': null }, []), '<svg role="img"></svg>');
});

test('colours are tokens by their name, or what the caller makes of them', () => {
  /** @type {Drawn} */
  const disc = { kind: 'disc', x: 0, y: 0, rx: 2, ry: 3, fill: 'loyal', stroke: 'currentColor' };
  assert.equal(inner(disc), '<ellipse cx="0" cy="0" fill="var(--loyal)" stroke="currentColor" stroke-width="1" rx="2" ry="3"></ellipse>');
  assert.match(picture({}, [disc], (name) => `the ${name}`), /fill="the loyal" stroke="the currentColor"/);
});

test('lines have their width, dashes and ends; a width without a colour is left to the style', () => {
  const stroke = { stroke: 'ink', width: 2, dash: [1, 4], cap: /** @type {const} */ ('round'), join: /** @type {const} */ ('round'), opacity: 0.5 };
  assert.equal(
    inner({ kind: 'curve', x0: 0, y0: 1, cx: 2, cy: 3, x1: 4, y1: 5, ...stroke }),
    '<path d="M0 1Q2 3 4 5" fill="none" opacity="0.5" stroke="var(--ink)" stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round" stroke-linejoin="round"></path>',
  );
  assert.equal(inner({ kind: 'path', d: '', width: 9, under: true, rule: 'evenodd' }), '<path fill-rule="evenodd" paint-order="stroke"></path>');
});

test('pieces are moved, then scaled, then turned; groups take all of theirs along', () => {
  /** @type {Drawn} */
  const turned = { kind: 'path', d: '', x: 1.236, y: 2, scale: 0.3333, stretch: 2, mirror: true, rotate: 45 };
  assert.equal(inner(turned), '<path transform="translate(1.24 2) scale(-0.3333 2) rotate(45)"></path>');
  assert.equal(
    inner({ kind: 'group', class: 'vote', x: 5, y: 0, scale: 2, shapes: [{ kind: 'path', d: 'M0 0' }, { kind: 'box', x: 0, y: 0, width: 1, height: 1, r: 3 }] }),
    '<g class="vote" transform="translate(5 0) scale(2 2)"><path d="M0 0"></path><rect x="0" y="0" width="1" height="1" rx="3"></rect></g>',
  );
  assert.match(inner({ kind: 'text', text: 'N', x: 3, y: 4, size: 9, rotate: 90, align: 'end', weight: 700, italic: true }), /text-anchor="end" transform="rotate\(90 3 4\)"/);
});

test('light is left out: only a canvas can paint it', () => {
  assert.equal(inner({ kind: 'glow', x: 0, y: 0, rx: 1, ry: 1, colour: 'torch', stops: [], opacity: 1 }), '');
});
