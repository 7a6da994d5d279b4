// The line around a guild keeps its distance from every member, whoever they are.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgesOf, guildLine, wordPlaces } from './guild.js';

const [A, B, C] = [{ x: 360, y: 134 }, { x: 584, y: 446 }, { x: 136, y: 446 }];
/** How far a point is from a straight stretch. @param {{x: number, y: number}} p @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
const away = (p, a, b) => Math.abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / Math.hypot(b.x - a.x, b.y - a.y);

test('no line is drawn around nobody', () => assert.deepEqual(guildLine([], 100), { d: '', length: 0 }));

test('one member has a circle', () => {
  const { d, length } = guildLine([A], 100);
  assert.match(d, /^M260\.0 134\.0A100 100/);
  assert.ok(Math.abs(length - 200 * Math.PI) < 1e-9);
});

test('the straight stretches of two and three keep the distance, outside', () => {
  for (const members of [[A, C], [A, B], [B, C], [A, B, C], [C, B, A]]) {
    for (const { from, to } of edgesOf(members, 112)) {
      const distances = members.map((member) => away(member, from, to));
      assert.ok(distances.every((distance) => distance > 111.9), `${distances}`);
    }
  }
});

test('its words stand outside of it, upright', () => {
  for (const members of [[A], [A, C], [A, B, C]])
    for (const { x, y, rotate } of wordPlaces(members, 112, 15)) {
      assert.ok(Math.abs(rotate) <= 90);
      for (const member of members) assert.ok(Math.hypot(member.x - x, member.y - y) > 112, `${x} ${y}`);
    }
});
