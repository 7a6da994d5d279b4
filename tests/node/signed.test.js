// Signed letters as other programs see them: every byte from the seed, every change noticed, a stolen key believed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from './engine.js';

const LINK = 'v=1&p=sm&n=4&m=1&t=3';

/** @param {Session} session @param {number} step */
function letterOf(session, step) {
  const letter = session.letter(step);
  assert.ok(letter, `step ${step} has a letter`);
  return letter;
}

/** @param {string} text @param {number} byte */
const bent = (text, byte) =>
  text.slice(0, 2 * byte) +
  (parseInt(text.slice(2 * byte, 2 * byte + 2), 16) ^ 1).toString(16).padStart(2, '0') +
  text.slice(2 * byte + 2);

test('a seed reproduces every byte, and another seed none', () => {
  const [one, again, other] = [LINK, LINK, `${LINK}&seed=2`].map((link) => letterOf(Session.open(link), 4));
  assert.deepEqual(one, again);
  assert.ok(one && other);
  one.seals.forEach((seal, place) => {
    assert.notEqual(seal.publicKey, other.seals[place]?.publicKey);
    assert.notEqual(seal.signature, other.seals[place]?.signature);
  });
  assert.equal(
    one.seals[0]?.publicKey,
    '99bf120b17c07d9cfb41e66f004d3022635e99a686ac5af7a6371b5ac4a5035f',
    'pinned: links hold no keys, so the keys of a seed may never change',
  );
});

test('each seal covers the order and every seal before it', () => {
  const { order, seals } = letterOf(Session.open('v=1&p=sm&n=4&m=2&t=1.3&s=split'), 4);
  assert.equal(seals.length, 2);
  const hexOf = (/** @type {number} */ byte) => byte.toString(16).padStart(2, '0');
  const [first, second] = seals;
  assert.ok(first && second);
  assert.ok(first.text.endsWith(hexOf(order.charCodeAt(0)) + hexOf(first.signer)));
  assert.equal(second.text, first.text + first.signature + hexOf(second.signer));
});

test('a letter fails once any byte of it is changed', () => {
  const session = Session.open(LINK);
  const { order, seals } = letterOf(session, 4);
  const plain = seals.map(({ signer, signature }) => ({ signer, signature }));
  assert.equal(session.checkLetter(4, { order, seals: plain })?.refused, null);
  assert.equal(session.checkLetter(4, { order: 'R', seals: plain })?.refused, 'bad-signature');
  plain.forEach((seal, place) => {
    for (let byte = 0; byte < 64; byte++) {
      const changed = plain.map((other, i) => (i === place ? { ...seal, signature: bent(seal.signature, byte) } : other));
      const answer = session.checkLetter(4, { order, seals: changed });
      assert.equal(answer?.refused, 'bad-signature', `seal ${place}, byte ${byte}`);
      assert.equal(answer?.seals[place]?.holds, false);
    }
  });
});

test('each rule of acceptance has its reason', () => {
  const session = Session.open('v=1&p=sm&n=4&m=2&t=3');
  const { order, seals } = letterOf(session, 4);
  const [first, second] = seals;
  assert.ok(first && second);
  const refused = (/** @type {{signer: number, signature: string}[]} */ changed) =>
    session.checkLetter(4, { order, seals: changed })?.refused;
  assert.equal(refused([second]), 'no-such-path');
  assert.equal(refused([first]), 'not-his-own');
  assert.equal(refused([first, { ...second, signer: 3 }]), 'not-his-own');
  assert.equal(refused([first, first, second]), 'wrong-round');
  assert.throws(() => session.checkLetter(99, { order, seals }), RangeError);
  assert.throws(() => session.checkLetter(4, { order: /** @type {any} */ ('X'), seals }), TypeError);
  assert.throws(() => session.checkLetter(4, { order, seals: [{ signer: 1, signature: 'ab' }] }), TypeError);
});

test('a forgery is refused; with the stolen key it is as good as the commander’s own', () => {
  const forged = Session.open(`${LINK}&at=6`);
  const event = forged.event(6);
  assert.ok(event.kind === 'message');
  assert.deepEqual([event.said, event.refused], ['R', 'bad-signature']);
  assert.deepEqual(
    letterOf(forged, 6).seals.map(({ holds }) => holds),
    [false, true],
  );
  assert.equal(forged.verdict().validity.holds, true);

  const believed = forged.fork({ stolen: [1] });
  assert.deepEqual(Session.read(believed.link()).stolen, [1]);
  const same = believed.event(believed.cursor);
  assert.ok(same.kind === 'message');
  assert.deepEqual([same.path, same.to, same.said, same.refused], [[1, 3], 2, 'R', undefined]);
  assert.deepEqual(
    letterOf(believed, believed.cursor).seals.map(({ holds }) => holds),
    [true, true],
  );
  assert.deepEqual(believed.verdict().validity, { holds: false, witnesses: [2] });
});

test('no letter travels where nothing is said, where all decide, or by word of mouth', () => {
  const silent = Session.open('v=1&p=sm&n=4&t=3&s=silent');
  assert.equal(silent.letter(6), null);
  assert.equal(silent.letter(silent.length), null);
  assert.equal(Session.open('v=1&p=om&n=4').letter(1), null);
});

test('the lecture’s two cases are one to general 3, and signatures tell them apart', () => {
  const secondLies = Session.open('v=1&p=om&n=3&m=1&t=2&s=honest&x=1.2-3R');
  const other = secondLies.otherWorld(3, 1);
  assert.deepEqual(other, { kind: 'found', link: 'v=1&p=om&n=3&t=1&s=honest&x=1-2R_1-3A' });
  assert.ok(other.kind === 'found');
  const twoFaced = Session.open(`${other.link}&at=99`);
  secondLies.seek(secondLies.length);
  assert.deepEqual(twoFaced.view(3), secondLies.view(3));
  assert.deepEqual(secondLies.fork({ protocol: 'sm' }).otherWorld(3, 1), { kind: 'none-exists', tried: 4 });
});

test('what a general knows has no key in it, and says what was thrown away', () => {
  const view = Session.open(`${LINK}&at=99`).view(2);
  assert.deepEqual(view.received, [
    { round: 1, path: [1], said: 'A' },
    { round: 2, path: [1, 3], said: 'R', refused: 'bad-signature' },
    { round: 2, path: [1, 4], said: 'A' },
  ]);
});

test('a scenario names the keys that are stolen, where there are any: forked from itself it is the same run', () => {
  const robbed = Session.open('v=1&p=sm&n=4&m=1&t=3&k=2');
  assert.deepEqual(robbed.scenario().stolen, [2]);
  assert.equal(Session.open('v=1&p=sm&n=4').fork(robbed.scenario()).link(), robbed.link());
  assert.equal('stolen' in Session.open('v=1&p=sm&n=4').scenario(), false);
});

test('what a seal covers is, byte by byte, what the types and the README say, and its signature is Ed25519', async () => {
  const [n, m, seed] = [5, 2, 2n ** 40n + 3n];
  const session = Session.open(`v=1&p=sm&n=${n}&m=${m}&t=3&seed=${seed}&o=R`);
  let seen = 0;
  for (let step = 1; step < session.length; step++) {
    const letter = session.letter(step);
    if (!letter) continue;
    let text = Buffer.concat([Buffer.from('byzantine generals: SM\0'), Buffer.from([n, m]), Buffer.from(new BigUint64Array([seed]).buffer), Buffer.from(letter.order)]);
    assert.equal(text.length, 34);
    for (const seal of letter.seals) {
      text = Buffer.concat([text, Buffer.from([seal.signer])]);
      assert.equal(seal.text, text.toString('hex'));
      const key = await crypto.subtle.importKey('raw', Buffer.from(seal.publicKey, 'hex'), 'Ed25519', true, ['verify']);
      const signature = Buffer.from(seal.signature, 'hex');
      assert.equal(await crypto.subtle.verify('Ed25519', key, signature, text), seal.holds);
      text = Buffer.concat([text, signature]);
      seen++;
    }
  }
  assert.ok(seen > 20, `${seen}`);
});
