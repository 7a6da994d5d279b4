// Every link ever published keeps opening, and no other does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { links, Session } from './engine.js';

/** @type {{link: string, canonical: string, verdict?: unknown}[]} */
const golden = links('golden.json');
/** @type {{link: string, code: string, key: string | null, nearest: string}[]} */
const hostile = links('hostile.json');
/**
 * How links are read that come through chats, mails and sentences: the Rust tests read the same.
 * @type {{link: string, address?: string, ignored?: string[], leftOff?: string, tooLarge?: boolean, code?: string, key?: string | null, offer?: string}[]}
 */
const arrived = links('reading.json');

for (const { link, canonical, verdict } of golden) {
  test(`${link} opens`, () => {
    const session = Session.open(link);
    assert.equal(session.link(), canonical);
    assert.equal(Session.open(canonical).link(), canonical);
    if (verdict !== undefined) assert.deepEqual(session.verdict(), verdict);
  });
}

for (const { link, code, key, nearest } of hostile) {
  test(`${link.slice(0, 60)} is refused: ${code}`, () => {
    assert.throws(
      () => Session.open(link),
      (/** @type {any} */ error) => {
        assert.ok(error instanceof Error);
        assert.equal(error.name, 'LinkError');
        const { code: told, key: named } = /** @type {any} */ (error);
        assert.deepEqual({ code: told, key: named }, { code, key });
        return true;
      },
    );
  });

  test(`${link.slice(0, 60)} has a nearest scenario that opens: ${nearest}`, () => {
    assert.equal(Session.nearest(link), nearest);
    assert.equal(Session.open(nearest).link(), Session.read(nearest).link);
  });
}

for (const { link, address, ignored = [], leftOff = null, code, key, offer } of arrived) {
  test(`as it arrives, ${JSON.stringify(link).slice(0, 70)} ${code ? `is refused: ${code}` : 'is read'}`, () => {
    if (code) {
      assert.throws(() => Session.open(link), { name: 'LinkError', code, key });
      if (offer) assert.equal(Session.nearest(link), offer);
      return;
    }
    const reading = Session.read(link);
    assert.equal(Session.address(link, {}), address);
    assert.deepEqual([reading.ignored, reading.leftOff], [ignored, leftOff]);
  });
}
