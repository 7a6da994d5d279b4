// How light a colour is, in whatever way computed style writes it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lightness } from './page-theme.js';

/** @type {[string, 'light' | 'dark', number][]} */
const COLOURS = [
  ['rgb(255, 255, 255)', 'light', 1],
  ['rgb(13, 17, 23)', 'dark', 1],
  ['rgba(0, 0, 0, 0)', 'dark', 0],
  ['rgba(240, 240, 240, 0.9)', 'light', 0.9],
  ['rgb(246, 239, 224)', 'light', 1],
  ['color(srgb 0.1 0.12 0.15)', 'dark', 1],
  ['color(srgb 0.96 0.96 0.96 / 0.5)', 'light', 0.5],
  ['color(display-p3 0.2 0.2 0.2)', 'dark', 1],
  ['oklch(0.21 0.034 264.665)', 'dark', 1],
  ['oklch(0.985 0.002 247.8 / 0.8)', 'light', 0.8],
  ['oklab(0.97 -1e-7 0)', 'light', 1],
  ['lab(8.11897 0.811279 -12.254)', 'dark', 1],
  ['lch(98.2 0.5 250)', 'light', 1],
];
for (const [color, theme, there] of COLOURS)
  test(`${color} is ${theme}`, () => {
    const { light, alpha } = lightness(color);
    assert.equal(light < 0.5 ? 'dark' : 'light', theme);
    assert.equal(alpha, there);
  });
