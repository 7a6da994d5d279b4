// What a camp is called in every protocol: in both languages, with no more words than come with such a run.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { campName } from '../stage/camp-buttons.js';
import { limits, specOf } from '../state/engine.js';
import { dialectOf, roleOf } from '../state/spec.js';
import { engine, opened } from '../testing.js';
import { makeSpeech, speech } from './i18n.js';
import { KINDS_OF } from './kinds.js';
import { piece, PIECES } from './testing.js';

before(engine);

/** How many there are, where four would be refused. @type {Record<string, number>} */
const ARMY = { trust: 3, two: 2 };

/** What is there to be said of a run when it is shown, its dialect's words in the place of the others. @param {'en' | 'zh'} lang @param {string} protocol */
function spokenOf(lang, protocol) {
  const come = PIECES.filter((one) => one === 'first' || KINDS_OF[protocol]?.includes(one));
  const words = Object.assign({}, ...come.map((one) => piece(lang, one)));
  const dialect = dialectOf({ spec: specOf(protocol) });
  for (const [key, said] of Object.entries(words)) if (key.startsWith(`${dialect}/`)) words[key.slice(`${dialect}/`.length)] = said;
  return makeSpeech(lang, words);
}

for (const lang of /** @type {const} */ (['en', 'zh']))
  test(`every camp has a name in every protocol, at every end of a run and through every eyes (${lang})`, () => {
    let names = 0;
    for (const protocol of limits().protocols) {
      const say = spokenOf(lang, protocol);
      const { hasTraitors } = specOf(protocol);
      const n = ARMY[protocol] ?? 4;
      for (const traitors of hasTraitors ? ['', '&t=1', `&t=${n}`] : [''])
        for (const at of ['', '&at=1', '&at=9999'])
          for (const eyes of ['', '&pov=1', `&pov=${n}`]) {
            const { state } = opened(`v=1&p=${protocol}&n=${n}${traitors}${at}${eyes}`, { lang });
            assert.ok(state.session, `${protocol}${traitors}${at}${eyes}: ${JSON.stringify(state.fault)}`);
            for (let id = 1; id <= n; id += 1, names += 1) assert.ok(campName(state, id, say, state.session.snapshot()), protocol);
            for (const kind of hasTraitors ? ['loyal', 'traitor', 'unknown'] : ['loyal', 'unknown']) assert.ok(say.t(`role.${roleOf(state, 1)}.${kind}`), protocol);
          }
    }
    assert.ok(names > 500, `${names}`);
  });

test('where the words of leaders have come with another run, an order and two generals keep their own', () => {
  for (const lang of /** @type {const} */ (['en', 'zh']))
    for (const dialect of /** @type {const} */ (['trust', 'two'])) {
      const say = speech(lang, dialect);
      for (const key of ['order.leader', 'role.leader.loyal', 'role.leader.unknown']) assert.notEqual(say.t(key), speech(lang).t(key), `${dialect} ${key}`);
    }
});
