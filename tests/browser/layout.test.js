// Every screen in every size, in English: nothing is wider than the page, no words of a control are cut, and nothing lies on anything else.

import { after, before, test } from 'node:test';
import { openHouse } from './harness.js';
import { hasRoom } from './layout.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

test('every screen has room in every size (en)', () => hasRoom(house, 'en'));
