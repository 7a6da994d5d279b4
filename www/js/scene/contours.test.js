// Facts about the invented land: the same everywhere, and as many heights as the design has.
import assert from 'node:assert/strict';
import test from 'node:test';
import { contours, generator } from './contours.js';

const land = { width: 732, height: 562, centre: { x: 366, y: 285 }, seed: 11 };

test('the same seed gives the same land, another seed another', () => {
  assert.deepEqual(contours(land), contours(land));
  assert.notEqual(contours({ ...land, seed: 12 }).fine, contours(land).fine);
});

test('the generator is pinned', () => {
  const random = generator(11);
  assert.deepEqual([random(), random(), random()].map((x) => x.toFixed(6)), PINNED);
});
const PINNED = ['0.511587', '0.529946', '0.608119'];

test('lines run over the whole stage and stay on it', () => {
  for (const d of Object.values(contours(land))) {
    const numbers = d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    assert.ok(Math.min(...xs) >= 0 && Math.max(...xs) <= 732 && Math.max(...xs) - Math.min(...xs) > 600);
    assert.ok(Math.min(...ys) >= 0 && Math.max(...ys) <= 562);
  }
});

test('a line never jumps: every step of it is short', () => {
  const { fine } = contours(land);
  for (const line of fine.split('M').filter(Boolean)) {
    const numbers = line.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    for (let i = 2; i + 1 < numbers.length; i += 2) {
      const step = Math.hypot((numbers[i] ?? 0) - (numbers[i - 2] ?? 0), (numbers[i + 1] ?? 0) - (numbers[i - 1] ?? 0));
      assert.ok(step < 40, `a step of ${step}`);
    }
  }
});
