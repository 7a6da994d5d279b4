// A hundred thousand links made by lot have the same runs and answers in Chromium as natively.

import { test } from 'node:test';
import { openHouse, until } from './harness.js';
import { PAGES, sameAnswers } from './same-answers.js';
import { serveDist } from './server.js';

test('in Chromium a hundred thousand links made by lot have the same answers as natively', async () => {
  const house = await openHouse();
  const host = await serveDist(PAGES);
  await house.visit(`${host.origin}/answers.html`, {}, async (page) => {
    await until(page, 'the step API', () => 'digestOf' in window);
    await sameAnswers((run, turn) => page.evaluate(run, turn));
  });
  host.close();
  await house.close();
});
