// The verdict in words, with its witnesses.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { speech } from '../words/i18n.js';
import { engine, opened } from '../testing.js';
import { spokenIn } from '../state/spec.js';
import { outcome } from '../words/outcome.js';
import { because, counts } from './verdict-words.js';

before(engine);

/** @typedef {import('../words/outcome.js').Condition} Condition */
/** @param {string} link @param {Condition} condition @param {'en' | 'zh'} [lang] */
function row(link, condition, lang = 'en') {
  const { verdict, scenario } = opened(link).state;
  assert.ok(verdict && scenario);
  return `${outcome(verdict, condition)}: ${because(speech(lang), verdict, condition, scenario)}`.replaceAll('\u2060', '').replace(/[\u2009\u202f]/g, ' ');
}

/** Not all deliver, where READY is left out or makes nobody ready. */
const UNREADY = 'v=1&p=bracha&n=4&t=1&s=silent&x=1.1-3A_1.1-4A_2.1-4A&by=noready';
const TWICE = 'v=1&p=bracha&n=4&t=1&s=silent&x=1.1-4A_2.1-4A_3.1-4A&by=twice';
const NO_AMPLIFY = 'v=1&p=bracha&n=4&t=1&s=silent&x=1.1-3A_1.1-4A_2.1-3A_2.1-4A_3.1-4A&by=noamplify';

/** @type {[string, Condition, string, 'en' | 'zh'][]} */
const rows = [
  [UNREADY, 'termination', 'broken: General 2 never delivers, though General 4 does.', 'en'],
  [UNREADY, 'termination', 'broken: 将军 2 始终没有采纳，而将军 4 采纳了。', 'zh'],
  [TWICE, 'termination', 'broken: General 2 never delivers, though General 4 does.', 'en'],
  [NO_AMPLIFY, 'termination', 'broken: General 2 never delivers, though General 4 does.', 'en'],
  ['v=1&p=benor&n=64&m=12', 'termination', 'open: Not all have decided when the run is stopped at its limit: whether they would is open.', 'en'],
  ['v=1&p=om&n=4&t=3', 'agreement', 'holds: Generals 2 and 4 attack.', 'en'],
  ['v=1&p=om&n=4&t=3', 'validity', 'holds: Generals 2 and 4 do what loyal General 1 ordered.', 'en'],
  ['v=1&p=om&n=4&t=3', 'validity', 'holds: 将军 2、4 服从了忠诚的将军 1 的命令。', 'zh'],
  ['v=1&p=om&n=3&t=3', 'validity', 'broken: General 2 retreats, though loyal General 1 ordered: Attack.', 'en'],
  ['v=1&p=om&n=3&t=3', 'validity', 'broken: 将军 2 撤退，而忠诚的将军 1 的命令是进攻。', 'zh'],
  ['v=1&p=om&n=3&t=3', 'agreement', 'holds: General 2 is the only loyal lieutenant.', 'en'],
  ['v=1&p=om&n=4&m=0&t=1&s=split', 'agreement', 'broken: General 3 attacks, General 2 retreats.', 'en'],
  ['v=1&p=om&n=4&m=0&t=1&s=split', 'agreement', 'broken: 将军 3 进攻，将军 2 撤退。', 'zh'],
  ['v=1&p=om&n=4&t=1&s=split', 'validity', 'free: The commander is a traitor: there is no order to obey.', 'en'],
  ['v=1&p=om&n=3&t=2.3', 'agreement', 'holds: There is no loyal lieutenant to disagree.', 'en'],
  ['v=1&p=om&n=3&t=2.3', 'validity', 'holds: There is no loyal lieutenant to disobey.', 'en'],
];
for (const [link, condition, words, lang] of rows)
  test(`${link} ${condition} ${lang}`, () => assert.equal(row(link, condition, lang), words));


test('where letters are slow a silence is counted beside the lies, and as no message', () => {
  const counted = (/** @type {'en' | 'zh'} */ lang) => {
    const { state } = opened('v=1&p=bracha&n=4&t=1&s=silent', { lang });
    return counts(state, speech(lang, spokenIn(state))).replace(/[\u2009\u202f]/g, ' ');
  };
  assert.equal(counted('en'), '0 messages · 9 lies and silences');
  assert.equal(counted('zh'), '0 条消息 · 9 次谎言或沉默');
});
