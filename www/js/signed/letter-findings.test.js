// A letter as bytes: what can be changed, what the engine then says, and how that is explained.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { speech } from '../words/i18n.js';
import { bytesOf, orderOf, partOf, sealCount, signersIn } from '../state/letter-codec.js';
import { forgery } from '../state/letter-actions.js';
import { checked, findings, withByte, withOneBit, withOtherOrder, withOtherSigner } from './letter-findings.js';
import { engine, opened } from '../testing.js';

before(engine);

const en = speech('en');
/** General 4 shows General 2 what Generals 1 and 4 sealed. */
const LINK = 'v=1&p=sm&n=4&t=3&at=8';

/** @param {string} [link] */
function underGlass(link = LINK) {
  const store = opened(link);
  store.apply({ type: 'letter', step: store.state.cursor });
  const { session, letter } = store.state;
  assert.ok(session && letter);
  return { store, session, letter };
}

/** @param {readonly number[]} bytes @param {string} [link] */
function found(bytes, link) {
  const { store, session, letter } = underGlass(link);
  const answer = checked(session, letter.step, bytes);
  assert.ok(answer);
  return {
    refused: answer.refused,
    all: findings(en, { letter: answer, bytes, sent: { letter: checked(session, letter.step, letter.sent), bytes: letter.sent }, stolen: store.state.stolen }).map(({ state, title, why }) => [state, title, why]),
  };
}

test('the bytes are the order, then signer and signature of each seal', () => {
  const { letter } = underGlass();
  assert.equal(letter.sent.length, 1 + 2 * 65);
  assert.equal(orderOf(letter.sent), 'A');
  assert.equal(sealCount(letter.sent), 2);
  assert.deepEqual(signersIn(letter.sent), [1, 4]);
  assert.deepEqual(
    [0, 1, 2, 65, 66, 67].map((at) => partOf(at)),
    [
      { part: 'order', place: -1 },
      { part: 'signer', place: 0 },
      { part: 'signature', place: 0 },
      { part: 'signature', place: 0 },
      { part: 'signer', place: 1 },
      { part: 'signature', place: 1 },
    ],
  );
});

test('what was sent is good, and its bytes come back as they were', () => {
  const { session, letter } = underGlass();
  const answer = checked(session, letter.step, letter.sent);
  assert.equal(answer?.refused, null);
  assert.deepEqual(answer && bytesOf(answer), letter.sent);
  assert.deepEqual(
    found(letter.sent).all.map(([state]) => state),
    ['good', 'good'],
  );
});

test('every way to cheat fails, and the first seal that fails is the one that is blamed', () => {
  const { sent } = underGlass().letter;
  const order = found(withOtherOrder(sent));
  assert.equal(order.refused, 'bad-signature');
  assert.deepEqual(order.all[0], [
    'forged',
    'Seal 1 does not match',
    'General 1 sealed 41, Attack. The scroll now says 52, Retreat.',
  ]);
  assert.deepEqual(order.all[1]?.slice(0, 2), ['unread', 'Seal 4 is not worth checking']);

  const signer = found(withOtherSigner(sent, 4));
  assert.equal(signer.refused, 'not-his-own');
  assert.equal(signer.all[1]?.[2], 'It was made with the key of General 4, and is checked with that of General 2.');

  const bit = found(withOneBit(sent));
  assert.equal(bit.refused, 'bad-signature');
  assert.match(
    String(bit.all[0]?.[2]),
    /^Byte 22 was .. and is now ..\. Only the key of General 1 could make a seal that fits\.$/,
  );
});

/** Every way to change a letter that the page offers. */
const CHEATS = [withOtherOrder, withOneBit, (/** @type {readonly number[]} */ bytes) => withOtherSigner(bytes, 4), (/** @type {readonly number[]} */ bytes) => bytes];

test('a forgery that travels is blamed on its maker’s key, whatever is changed in it then', () => {
  const link = 'v=1&p=sm&n=4&t=3&at=6';
  const { sent } = underGlass(link).letter;
  assert.equal(found(sent, link).all[1]?.[2], 'It is his own, but it vouches for seal 1, which is broken.');
  for (const cheat of CHEATS) {
    const { all } = found(cheat(sent), link);
    assert.deepEqual(all[0], ['forged', 'Seal 1 does not match', 'General 1 never made this seal. It came forged, made with another’s key.']);
    assert.deepEqual(all[1]?.slice(0, 2), ['unread', `Seal ${signersIn(cheat(sent))[1]} is not worth checking`]);
  }
});

test('what is said that a general sealed, he sealed: all letters of a run, all ways to change them', () => {
  for (const link of ['v=1&p=sm&n=4&t=3', 'v=1&p=sm&n=4&m=2&t=1.3&s=split', 'v=1&p=sm&n=5&m=2&t=3.4&o=R', 'v=1&p=sm&n=4&m=2&t=3&k=2']) {
    const store = opened(link);
    const { session, scenario } = store.state;
    assert.ok(session && scenario?.order);
    for (let step = 1; step < session.length; step++) {
      store.apply({ type: 'letter-close' });
      store.apply({ type: 'letter', step });
      const { letter: shown, stolen } = store.state;
      if (!shown) continue;
      const isFirstGood = session.letter(step)?.seals[0]?.holds;
      const sent = { letter: checked(session, step, shown.sent), bytes: shown.sent };
      for (const cheat of CHEATS) {
        const bytes = cheat(sent.bytes);
        const letter = checked(session, step, bytes);
        assert.ok(letter);
        const told = findings(en, { letter, bytes, sent, stolen });
        const sealed = told.flatMap(({ why }) => /General 1 sealed .., (Attack|Retreat)\./.exec(why)?.[1] ?? []);
        // A loyal commander seals the order that he was given; a seal that was never his tells nothing of what he sealed.
        if (!isFirstGood) assert.deepEqual(sealed, []);
        else if (!scenario.traitors.includes(1)) assert.ok(sealed.every((order) => order === en.order(scenario.order)), `${link} ${step}: ${sealed}`);
        for (const { state, signer, title } of told) if (state !== 'good') assert.ok(title.startsWith(`Seal ${signer} `), title);
      }
    }
  }
});

test('with a stolen key a seal is good, and nobody is said to have set it', () => {
  const link = 'v=1&p=sm&n=4&t=3&k=1&at=6';
  const { all, refused } = found(underGlass(link).letter.sent, link);
  assert.equal(refused, null);
  assert.deepEqual(all[0], ['good', 'Made with the key of General 1, which is stolen', 'The seal matches byte for byte.']);
  assert.equal(all[1]?.[1], 'General 3 saw that seal and added his');
});

test('bytes that are no order, or name nobody, are no letter', () => {
  const { session, letter } = underGlass();
  assert.equal(checked(session, letter.step, withByte(letter.sent, 0, 0x42)), null);
  assert.equal(checked(session, letter.step, withByte(letter.sent, 1, 0)), null);
  assert.equal(checked(session, letter.step, withByte(letter.sent, 1, 65)), null);
  assert.ok(checked(session, letter.step, withByte(letter.sent, 1, 64)), 'a general who is not there can be named');
});

test('a traitor can send the letter that he changed; a loyal general cannot', () => {
  const { store } = underGlass('v=1&p=sm&n=4&t=3&s=honest&at=6');
  assert.equal(forgery(store.state), null, 'nothing was changed');
  store.apply({ type: 'letter-bytes', bytes: withOtherOrder(store.state.letter?.sent ?? []) });
  assert.deepEqual(forgery(store.state), { lies: [{ path: [1, 3], to: 2, said: 'R' }] });
  const loyal = underGlass();
  loyal.store.apply({ type: 'letter-bytes', bytes: withOtherOrder(loyal.letter.sent) });
  assert.equal(forgery(loyal.store.state), null);
});

test('the glass stays over the same message when a key is stolen, and over nothing when it is gone', () => {
  const { store, letter } = underGlass('v=1&p=sm&n=4&t=3&at=6');
  store.apply({ type: 'edit', changes: { stolen: [1] } });
  const now = store.state.letter;
  assert.equal(now?.step, letter.step);
  assert.notDeepEqual(now?.sent, letter.sent);
  assert.equal(store.state.session && now && checked(store.state.session, now.step, now.sent)?.refused, null);
  store.apply({ type: 'open', link: 'v=1&p=om&n=4' });
  assert.equal(store.state.letter, null);
  store.apply({ type: 'letter', step: 1 });
  assert.equal(store.state.letter, null, 'oral messages have no seals');
});
