// What the tests of two runs beside each other share: the lecture's two cases, and what is waited for.

import { part, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

export const LECTURE = 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R&at=4&pov=3&view=pair';

/** @param {Page} page */
export async function pairReady(page) {
  await part(page, 'pair').waitFor();
  await until(page, 'the scripting hook to be there', () => 'generals' in window);
}

/** Both sides list so many messages. @param {Page} page @param {number} count */
export const heard = (page, count) =>
  until(
    page,
    `${count} messages on both sides`,
    (wanted) =>
      ['left', 'right'].every((side) => document.querySelectorAll(`[data-testid="pair-heard-${side}"] li`).length === wanted),
    count,
  );
