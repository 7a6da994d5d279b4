// The city as drawn: walls, towers, houses, the basilica and the gate, back to front, around its own centre at scale 1.

/** What a piece of the city is made of; city.js gives each its fill and line. @typedef {'wall'|'back'|'house'|'roof'|'dome'|'window'|'slit'|'gate'|'line'|'thin'} Stuff */

/** @type {ReadonlyArray<readonly [Stuff, string]>} */
export const CITY_PIECES = [
  ['back', 'M-78-8l.6-3.3v-4l1.7-3.2v4l2.8-3.1v-4l3.8-2.9v4l4.9-2.8v-4l5.8-2.6v4l6.7-2.3v-4l7.4-2v4l8.1-1.7v-4l8.5-1.3v4l9-1v-4l9.3-.6v4l9.4-.2v-4l9.4.2v4l9.3.6v-4l9 1v4l8.5 1.3v-4l8.1 1.7v4l7.4 2v-4l6.7 2.3v4l5.8 2.6v-4l4.9 2.8v4l3.8 2.9v-4l2.8 3.1v4l1.7 3.2v-4l.6 3.3v4v18h-156Z'],
  ['wall', 'M-52.3-15.8v-26l-1.5-2v-6h4.1v3.5h2.6v-3.5h2.6v3.5h2.6v-3.5h4.1v6l-1.5 2v26Z'],
  ['slit', 'M-45.8-34.8v6'],
  ['wall', 'M39.3-15.8v-26l-1.5-2v-6h4.1v3.5h2.6v-3.5h2.6v3.5h2.6v-3.5h4.1v6l-1.5 2v26Z'],
  ['slit', 'M45.8-34.8v6'],
  ['house', 'M-58.5 8v-15h17v15Z'],
  ['roof', 'M-60.5-7l10.5-9l10.5 9Z'],
  ['window', 'M-52-1.3h4v4.4h-4Z'],
  ['house', 'M41.5 8v-14h17v14Z'],
  ['roof', 'M39.5-6l10.5-9l10.5 9Z'],
  ['window', 'M48-.7h4v4.4h-4Z'],
  ['house', 'M-45.5 14v-17h15v17Z'],
  ['roof', 'M-47.5-3l9.5-9l9.5 9Z'],
  ['window', 'M-40 3.5h4v4.4h-4Z'],
  ['house', 'M31 15v-19h16v19Z'],
  ['roof', 'M29-4l10-10l10 10Z'],
  ['window', 'M37 3.2h4v4.4h-4Z'],
  ['house', 'M-25 14v-30h50v30Z'],
  ['dome', 'M-25-16A8.5 8.5 0 0 1-8-16ZM8-16A8.5 8.5 0 0 1 25-16Z'],
  ['house', 'M-14-16v-11h28v11Z'],
  ['dome', 'M-15.5-27A15.5 16.5 0 0 1 15.5-27Z'],
  ['line', 'M0-43.5v-9.5M-3.4-49.6h6.8'],
  ['window', 'M-10-24.5h3v5h-3zM-1.5-24.5h3v5h-3zM7-24.5h3v5h-3zM-17-9a3 3 0 0 1 6 0v7h-6zM11-9a3 3 0 0 1 6 0v7h-6zM-3-9a3 3 0 0 1 6 0v7h-6z'],
  ['house', 'M-29 20v-12h14v12Z'],
  ['roof', 'M-31 8l9-8l9 8Z'],
  ['window', 'M-24 12.6h4v4.4h-4Z'],
  ['house', 'M16 20v-12h14v12Z'],
  ['roof', 'M14 8l9-8l9 8Z'],
  ['window', 'M21 12.6h4v4.4h-4Z'],
  ['wall', 'M-78-4l.3 2.5v-5l1 2.5v5l1.7 2.4v-5l2.3 2.4v5l2.9 2.2v-5l3.5 2.2v5l4.1 2.1v-5l4.6 1.9v5l5.1 1.8v-5l5.5 1.5v5l5.9 1.5v-5l6.3 1.2v5l6.6 1v-5l6.9.8v5l7 .5v-5l7.1.4v5l7.2.1v-5l7.2-.1v5l7.1-.4v-5l7-.5v5l6.9-.8v-5l6.6-1v5l6.3-1.2v-5l5.9-1.5v5l5.5-1.5v-5l5.1-1.8v5l4.6-1.9v-5l4.1-2.1v5l3.5-2.2v-5l2.9-2.2v5l2.3-2.4v-5l1.7-2.4v5l1-2.5v-5l.3-2.5v5v26l-.4 2.8l-1.3 2.8l-2.1 2.7l-2.9 2.7l-3.8 2.5l-4.4 2.4l-5.1 2.2l-5.8 2l-6.4 1.7l-6.8 1.6l-7.3 1.3l-7.6 1l-7.9.7l-8 .5l-8.2.1l-8.2-.1l-8-.5l-7.9-.7l-7.6-1l-7.3-1.3l-6.8-1.6l-6.4-1.7l-5.8-2l-5.1-2.2l-4.4-2.4l-3.8-2.5l-2.9-2.7l-2.1-2.7l-1.3-2.8l-.4-2.8Z'],
  ['thin', 'M78 2.5l-.4 2.8l-1.3 2.8l-2.1 2.7l-2.9 2.7l-3.8 2.5l-4.4 2.4l-5.1 2.2l-5.8 2l-6.4 1.7l-6.8 1.6l-7.3 1.3l-7.6 1l-7.9.7l-8 .5l-8.2.1l-8.2-.1l-8-.5l-7.9-.7l-7.6-1l-7.3-1.3l-6.8-1.6l-6.4-1.7l-5.8-2l-5.1-2.2l-4.4-2.4l-3.8-2.5l-2.9-2.7l-2.1-2.7l-1.3-2.8l-.4-2.8'],
  ['thin', 'M53.8 31.6h5.1M-23.2 38.7h4.2M77 19.5h4.8M54.3 36.3h5.4M-64.6 26.4h5.9M66.2 27.3h6.6M-50.2 34h4.2M-53.1 32.3h4.9M76.3 21.1h5.4M-46.3 37.4h6.1M-73.3 19.6h6.4M-74.4 23.8h4.3M67.9 21.7h6.9'],
  ['wall', 'M-85.5 20.8v-36l-1.5-2v-6h4.5v3.5h3v-3.5h3v3.5h3v-3.5h4.5v6l-1.5 2v36Z'],
  ['slit', 'M-78-8.2v6'],
  ['wall', 'M-60.9 39.7v-36l-1.5-2v-6h4.5v3.5h3v-3.5h3v3.5h3v-3.5h4.5v6l-1.5 2v36Z'],
  ['slit', 'M-53.4 10.7v6'],
  ['wall', 'M45.9 39.7v-36l-1.5-2v-6h4.5v3.5h3v-3.5h3v3.5h3v-3.5h4.5v6l-1.5 2v36Z'],
  ['slit', 'M53.4 10.7v6'],
  ['wall', 'M70.5 20.3v-36l-1.5-2v-6h4.5v3.5h3v-3.5h3v3.5h3v-3.5h4.5v6l-1.5 2v36Z'],
  ['slit', 'M78-8.7v6'],
  ['wall', 'M-19 50v-36l-1.5-2v-6h6v3.5h5.5v-3.5h6v3.5h6v-3.5h6v3.5h5.5v-3.5h6v6l-1.5 2v36Z'],
  ['gate', 'M-8.5 50V33A8.5 9.5 0 0 1 8.5 33V50Z'],
  ['thin', 'M-4 27v23M0 24v26M4 27v23M-8.5 34h17M-8.5 42h17'],
];

/** The flag of a city that stands. */
export const CITY_POLE = 'M0 6V-6';
export const CITY_FLAG = 'M0-6 13-2.6 0 1Z';

/** The hole in the wall of a city that fell, and the smoke over it. */
export const BREACH = 'M-46 53-40 30-33 38-29 26-22 37-17 56Z';
export const SMOKE = 'M-34 22c-8-10 6-16-2-26s8-16 0-30M-28 24c6-12-4-18 4-30';

/** Semi-axes of the moat and of the ground it encloses, and how far below the centre they lie. */
export const MOAT = { rx: 95, ry: 40, dy: 22 };
export const CITY_GROUND = { rx: 86, ry: 33, dy: 20 };
