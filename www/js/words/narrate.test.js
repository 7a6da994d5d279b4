// The sentence of every kind of step, in both languages.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { speech } from './i18n.js';
import { plain, tellBeginning, tellDecision, tellMessage, tellOwnDecision, tellRound } from './narrate.js';
import { sentence } from '../transport/narration.js';
import { engine, opened } from '../testing.js';

const en = speech('en');
const zh = speech('zh');
/** Narrow spaces as plain ones. @param {import('./i18n.js').Part[]} parts */
const said = (parts) => plain(parts).replaceAll('\u2060', '').replace(/[\u00a0\u2009\u202f]/g, ' ');
/** @param {Partial<import('../state/engine.js').Message>} e @returns {import('../state/engine.js').Message} */
const message = (e) => ({ kind: 'message', round: 1, from: 1, to: 2, path: [1], said: 'A', honest: 'A', lie: false, ...e });
const om = (/** @type {number} */ m) => ({ protocol: 'om', m });
const relay = message({ round: 2, from: 3, path: [1, 3] });
const deep = message({ round: 3, from: 4, path: [1, 3, 4] });
const deeper = message({ round: 4, from: 5, path: [1, 3, 4, 5] });

/** @type {[string, import('./i18n.js').Part[], string][]} */
const sentences = [
  ['an order', tellMessage(en, message({}), undefined), 'General 1 orders General 2: Attack.'],
  ['an order', tellMessage(zh, message({}), undefined), '将军 1 命令将军 2：进攻。'],
  [
    'a false order',
    tellMessage(en, message({ said: 'R', lie: true }), undefined),
    'General 1 orders General 2: Retreat. That is a lie: the order he holds is Attack.',
  ],
  [
    'a false order',
    tellMessage(zh, message({ said: 'R', lie: true }), undefined),
    '将军 1 命令将军 2：撤退。这是谎言：他接到的命令是进攻。',
  ],
  [
    'a withheld order',
    tellMessage(en, message({ said: null, lie: true }), undefined),
    'General 1 sends General 2 nobody. He withholds the order: Attack. Silence counts as Retreat.',
  ],
  [
    'a withheld order',
    tellMessage(zh, message({ said: null, lie: true }), undefined),
    '将军 1 没有派人去见将军 2。他扣下了命令：进攻。沉默视为撤退。',
  ],
  ['a relay', tellMessage(en, relay, 'A'), 'General 3 tells General 2: “General 1 said Attack.”'],
  ['a relay', tellMessage(zh, relay, 'A'), '将军 3 告诉将军 2：“将军 1 说进攻。”'],
  [
    'a relay of nothing',
    tellMessage(en, { ...relay, said: 'R', honest: 'R' }, null),
    'General 3 heard nothing, which counts as Retreat, and tells General 2: “General 1 said Retreat.”',
  ],
  [
    'a lie',
    tellMessage(en, { ...relay, said: 'R', lie: true }, 'A'),
    'General 3 tells General 2: “General 1 said Retreat.” That is a lie: he was told Attack.',
  ],
  [
    'a lie',
    tellMessage(zh, { ...relay, said: 'R', lie: true }, 'A'),
    '将军 3 告诉将军 2：“将军 1 说撤退。”这是谎言：他听到的是进攻。',
  ],
  [
    'a lie about nothing',
    tellMessage(en, { ...relay, honest: 'R', lie: true }, null),
    'General 3 tells General 2: “General 1 said Attack.” That is a lie: he heard nothing, which counts as Retreat.',
  ],
  [
    'a lie of unknown source',
    tellMessage(en, { ...relay, said: 'R', lie: true }, undefined),
    'General 3 tells General 2: “General 1 said Retreat.” That is a lie: an honest general would have said Attack.',
  ],
  [
    'a silence',
    tellMessage(en, { ...relay, said: null, lie: true }, 'A'),
    'General 3 tells General 2 nothing. He keeps to himself what he heard: an honest general would have said Attack.',
  ],
  [
    'a silence',
    tellMessage(zh, { ...relay, said: null, lie: true }, 'A'),
    '将军 3 什么也没告诉将军 2。他隐瞒了听到的话：诚实的将军会说进攻。',
  ],
  ['a longer path', tellMessage(en, deep, 'A'), 'General 4 tells General 2: “General 3 said that General 1 said Attack.”'],
  ['a longer path', tellMessage(zh, deep, 'A'), '将军 4 告诉将军 2：“将军 3 说，将军 1 说进攻。”'],
  ['a long path', tellMessage(en, deeper, 'A'), 'General 5 tells General 2: “4 said that 3 said that 1 said Attack.”'],
  ['the first round', tellRound(en, 1, scenario(4)), 'General 1, the commander, sends his order to every lieutenant.'],
  ['the first round of two', tellRound(en, 1, scenario(2)), 'General 1, the commander, sends his order to his lieutenant.'],
  [
    'the second round',
    tellRound(en, 2, scenario(4), { lies: 1, count: 6 }),
    'Every lieutenant tells the others what he was told. One of these messages is a lie.',
  ],
  ['the second round', tellRound(zh, 2, scenario(4), { lies: 2, count: 6 }), '每名副官把自己听到的命令转告其他副官。其中 2 条是谎言。'],
  ['the second round of three', tellRound(en, 2, scenario(3)), 'The two lieutenants tell each other what they were told.'],
  [
    'a later round',
    tellRound(en, 3, scenario(7), { lies: 12, count: 120 }),
    'Every lieutenant passes on what he heard in round 2. 12 of these messages are lies.',
  ],
  ['the beginning', tellBeginning(zh, 'A', 'om'), '将军 1 接到命令：进攻。按播放键，信使便出发。'],
  [
    'one mind',
    tellDecision(en, { 2: 'A', 4: 'A' }, om(1)),
    'Generals 2 and 4 decide: Attack. Each took the majority of what he heard.',
  ],
  [
    'two minds',
    tellDecision(en, { 2: 'A', 3: 'A', 4: 'R' }, om(1)),
    'They disagree: Generals 2 and 3 attack, General 4 retreats. Each took the majority of what he heard.',
  ],
  ['two minds', tellDecision(zh, { 2: 'A', 3: 'A', 4: 'R' }, om(1)), '决定不一致：将军 2、3 进攻，将军 4 撤退。各取听到的多数。'],
  [
    'one left',
    tellDecision(en, { 2: 'R' }, om(1)),
    'General 2 decides: Retreat. He took the majority of what he heard.',
  ],
  [
    'no relay',
    tellDecision(en, { 2: 'A', 3: 'R' }, om(0)),
    'They disagree: General 2 attacks, General 3 retreats. Nobody relays, so each does what he was told.',
  ],
  [
    'majorities of majorities, with a tie',
    tellDecision(en, { 2: 'R', 3: 'R' }, om(2), true),
    'Generals 2 and 3 decide: Retreat. Each took majority after majority, from the last round back. A tie counts as Retreat.',
  ],
  [
    'a commander who sends nobody',
    tellRound(en, 1, scenario(4), { lies: 3, silent: 3, count: 3 }),
    'No message is sent in this round: everyone who should speak is a traitor and keeps silent. Silence counts as Retreat.',
  ],
  [
    'some who send nobody',
    tellRound(en, 2, scenario(4), { lies: 2, silent: 2, count: 6 }),
    'Every lieutenant tells the others what he was told. 2 messages are not sent; silence counts as Retreat.',
  ],
  [
    'a single message',
    tellRound(en, 1, scenario(2), { lies: 1, count: 1 }),
    'General 1, the commander, sends his order to his lieutenant. It is a lie.',
  ],
  [
    'a silence about others',
    tellMessage(en, message({ round: 3, from: 4, path: [1, 3, 4], said: null, honest: 'A', lie: true }), undefined),
    'General 4 tells General 2 nothing of what 3 and 1 said. He keeps it to himself: an honest general would have said Attack.',
  ],
  ['none left', tellDecision(en, {}, om(1)), 'No loyal lieutenant is left to decide.'],
];

for (const [what, parts, words] of sentences) test(`${what}: ${words}`, () => assert.equal(said(parts), words));

test('a lie is marked, and only a lie', () => {
  const marked = (/** @type {import('./i18n.js').Part[]} */ parts) => parts.some(({ tone }) => tone === 'lie');
  assert.equal(marked(tellMessage(en, { ...relay, said: 'R', lie: true }, 'A')), true);
  assert.equal(marked(tellMessage(zh, message({ said: null, lie: true }), undefined)), true);
  assert.equal(marked(tellMessage(en, relay, 'A')), false);
  assert.equal(marked(tellRound(zh, 2, scenario(4), { lies: 3, count: 6 })), true);
});

before(engine);

test('of a real run, every step has its sentence, and lies are told as the engine tells them', () => {
  for (const link of [
    'v=1&p=om&n=5&m=3&t=1.4&s=silent',
    'v=1&p=om&n=5&m=3&t=3.4&s=random&seed=9',
    'v=1&p=om&n=2',
    'v=1&p=om&n=4&m=0&t=1&s=split',
  ]) {
    const store = opened(link);
    for (const say of [en, zh]) {
      for (let step = 0; step <= store.state.length; step++) {
        store.apply({ type: 'seek', step });
        const parts = sentence(store.state, say);
        assert.ok(plain(parts).length > 4, `${link} step ${step}`);
        const event = step > 0 ? store.state.session?.event(step) : undefined;
        if (event?.kind === 'message')
          assert.equal(
            parts.some(({ tone }) => tone === 'lie'),
            event.lie,
            `${link} step ${step}`,
          );
      }
    }
  }
});

/** @param {number} n @returns {import('../state/types.js').Scenario} */
function scenario(n) {
  return { protocol: 'om', n, m: 1, order: 'A', traitors: [], strategy: 'flip', seed: '1', lies: [] };
}

test('who looks through his eyes is told that his votes are a tie', () => {
  const told = (/** @type {boolean} */ tied) => said(tellOwnDecision(en, 3, 'R', 'om', { tied }));
  assert.equal(told(true), 'General 3 decides: Retreat. He took the majority of what he heard. A tie counts as Retreat.');
  assert.equal(told(false), 'General 3 decides: Retreat. He took the majority of what he heard.');
});
