// The catalogues: complete in both languages, used, and spoken with the right plurals.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { choose, learn, speech, split, TAGS } from './i18n.js';
import { plainKey, words } from './testing.js';

const [en, zh] = [words('en'), words('zh')];
const CATALOGUES = { en, zh };
await Promise.all([learn('en', ['first', 'trust']), learn('zh', ['first', 'late', 'trust'])]);

const PLURAL = /\.(zero|one|two|few|many|other)$/;
/** @param {Record<string, string>} words */
const stems = (words) => [...new Set(Object.keys(words).map((key) => key.replace(PLURAL, '')))].sort();
/** @param {string} text */
const holes = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test('both languages have the same keys', () => assert.deepEqual(stems(en), stems(zh)));

test('a plural key has exactly the forms its language has', () => {
  for (const [lang, words] of Object.entries(CATALOGUES)) {
    const forms = new Intl.PluralRules(TAGS[/** @type {'en'} */ (lang)])
      .resolvedOptions()
      .pluralCategories.map((form) => `.${form}`)
      .sort();
    const plural = new Set(
      Object.keys(words)
        .filter((key) => /\.(one|other)$/.test(key))
        .map((key) => key.replace(PLURAL, '')),
    );
    for (const stem of plural) {
      assert.deepEqual(
        Object.keys(words)
          .filter((key) => key.replace(PLURAL, '') === stem && PLURAL.test(key))
          .map((key) => `.${key.split('.').at(-1)}`)
          .sort(),
        forms,
        `${lang} ${stem}`,
      );
    }
  }
});

test('a sentence has the same values in both languages', () => {
  for (const key of Object.keys(zh)) {
    const stem = key.replace(PLURAL, '');
    const others = Object.keys(en).filter((other) => other === key || (PLURAL.test(key) && other.replace(PLURAL, '') === stem));
    assert.ok(others.length > 0, key);
    const known = others.flatMap((other) => holes(en[other]));
    assert.deepEqual(
      holes(zh[key]).filter((hole) => !known.includes(hole)),
      [],
      key,
    );
  }
});

test('no text is empty but the gap between Chinese sentences, and none is left in English', () => {
  for (const [key, words] of Object.entries(zh)) {
    if (key === 'gap') continue;
    assert.notEqual(words, '', key);
    // What stands between quotation marks may be text of the programs' language.
    const bare = words.replace(/“[ -~]+”|\{\w+\}|<\/?\w+>|OM|SM|Ed25519|Dwork|Dolev|Strong|Fischer|Lynch|Stockmeyer|Merritt|WebAssembly|ResizeObserver|LSP|Pease|Shostak|Lamport|Even|Yacobi|Pagnia|Gärtner|PBFT|Ben-Or|Bracha|Berman|Garay|Perry|Castro|Liskov|Toueg|IC|Ctrl\+C|Shift|Esc|PNG|SVG|GIF|WebM|MP4|TSV|JSON|ITF|TikZ|LaTeX|Mermaid|Markdown|[nmf]\b/g, '');
    assert.doesNotMatch(bare, /[A-Za-z]{2,}/, key);
  }
});

test('Chinese sentences use Chinese punctuation', () => {
  for (const [key, words] of Object.entries(zh)) {
    assert.doesNotMatch(words, /[\u4e00-\u9fff][,.;:!?]|[,;!?][\u4e00-\u9fff]/, key);
  }
});

test('every key is used by the page, and every word the page asks for is there', () => {
  const page = new URL('../', import.meta.url);
  const files = readdirSync(page, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.js') && !f.endsWith('.test.js'))
    .map((f) => readFileSync(new URL(f, page), 'utf8'));
  const source = files.join('\n');
  const literal = new Set([...source.matchAll(/'([a-z][\w.-]*)'/g)].map((m) => m[1]));
  const patterns = [...source.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
    .map((m) => m[1].replace(/\$\{[^}]*\}/g, '\u0000'))
    .filter((p) => /^[\w.\u0000-]+$/.test(p) && p.includes('.'))
    .map((p) => new RegExp(`^${p.replaceAll('.', '\\.').replaceAll('\u0000', '[\\w-]+')}$`));
  // Words that are said under one protocol, task, kind of input, in one round or of one key instead of the plain ones.
  const OTHERWISE = /\.(\d|sm|flat|ic|everyone|leader|king|queen|benor|bracha|pbft|consensus|reliable-broadcast|marks|slow|king\.short|lead|synchronous|N|votes|own|not-his-own|repeated|late|enough|over|common|noproof|bad-signature|no-proof|wrong-round|interactive-consistency|settlement|coordination|shop|customer|service|majority|signed|attack|by|caught)$|(?<=form\.absent)\.\w+$/;
  // What a task asks of its runs is named by its spec.
  const CONDITIONS = ['consent', 'delivery', 'attacks', 'termination'];
  const used = (/** @type {string} */ key) => {
    const plain = plainKey(key);
    const forms = [plain, plain.replace(PLURAL, '')].flatMap((form) => [form, form.replace(OTHERWISE, '')]);
    return CONDITIONS.includes(plain) || forms.some((form) => literal.has(form) || patterns.some((p) => p.test(form)));
  };
  assert.deepEqual(
    Object.keys(en).filter((key) => !used(key)),
    [],
  );
  const said = new Set(Object.keys(en).map(plainKey));
  const asked = [...source.matchAll(/\b(?:t|parts)\('([\w.-]+)'/g)].map((m) => m[1]);
  assert.deepEqual(
    asked.filter((key) => !said.has(key) && !stems(en).map(plainKey).includes(key)),
    [],
  );
});

test('plurals and long numbers', () => {
  assert.equal(speech('en').t('counts.lies', { count: 1 }), '1 lie');
  assert.equal(speech('en').t('counts.lies', { count: 0 }), '0 lies');
  assert.equal(speech('en').t('counts.messages', { count: 2000376 }), '2\u202f000\u202f376 messages');
  assert.equal(speech('zh').t('counts.lies', { count: 1 }), '1\u202f条谎言');
});

test('a count that a number does not hold is told by its size, never with digits that it has not', () => {
  for (const lang of /** @type {const} */ (['en', 'zh'])) {
    assert.equal(speech(lang).number(25052904737333162235), '≈ 2.5 × 10¹⁹');
    assert.ok(speech(lang).t('counts.messages', { count: Number.MAX_SAFE_INTEGER }).includes('991'));
    assert.equal(speech(lang).number(9.96e37), '≈ 1.0 × 10³⁸');
    assert.equal(speech(lang).number(Infinity), '> 10³⁸');
    for (let power = 16; power < 39; power++) assert.ok(!/\d{2}\u202f/.test(speech(lang).number(1.7 * 10 ** power)), `${power}`);
  }
});

test('in a sentence the sign of a large count is a word', () => {
  assert.equal(speech('en').t('counts.messages', { count: 25052904737333162235 }), 'about 2.5 × 10¹⁹ messages');
  assert.equal(speech('en').t('counts.messages', { count: Infinity }), 'more than 10³⁸ messages');
  assert.match(speech('zh').t('large.title', { count: 25052904737333162235, n: 9, m: 7 }), /^这一局有约\u20092\.5 × 10¹⁹\u202f条消息/);
  assert.equal(speech('zh').t('counts.messages', { count: Infinity }), '超过\u200910³⁸\u202f条消息');
  assert.equal(speech('en').t('rounds.count', { messages: '≈ 2.5 × 10¹⁹' }), 'about 2.5 × 10¹⁹.');
});

test('several generals are named once, in Chinese by commas', () => {
  assert.equal(speech('en').generals([2]), 'General 2');
  assert.equal(speech('en').generals([2, 3]), 'Generals 2 and 3');
  assert.equal(speech('zh').generals([3, 4]), '将\u2060军\u202f3、4');
});

test('a dialect says its own words where it has them, and the others as ever', () => {
  const [plain, trust] = [speech('en'), speech('en', 'trust')];
  assert.equal(plain.order('A'), 'Attack');
  assert.equal(trust.order('A'), 'paid');
  assert.equal(trust.t('close'), plain.t('close'));
  assert.equal(trust.t('does.A', { who: 'x', count: 2 }), 'x say paid');
  assert.equal(trust.under('general', '1'), 'general.1');
  assert.equal(plain.under('general', '1'), 'general');
  assert.equal(speech('en', 'trust'), trust);
});

test('a name with its article has a capital where a sentence begins with it, and nowhere else', () => {
  const { t, general, generals } = speech('en', 'trust');
  assert.equal(general(3), 'the payment service');
  assert.equal(generals([1, 2]), 'the customer and the shop');
  assert.equal(t('traitor.toggle', { who: general(2) }), 'The shop cheats');
  assert.equal(t('turn.traitor', { who: general(2) }), 'Make the shop cheat');
  // One sentence in another.
  assert.equal(t('decide.split', { attackers: t('does.A', { who: general(1), count: 1 }), retreaters: 'x' }).split(',')[0], 'They disagree: the customer says paid');
  assert.equal(t('heard.relay', { from: general(3), quote: t('quote.first', { who: general(1), order: 'paid' }) }), 'The payment service: “The customer said paid”');
});

test('in Chinese no space stands beside a name without a figure', () => {
  const { t, generals } = speech('zh', 'trust');
  assert.equal(generals([1, 3]), '顾客、支付服务');
  assert.equal(t('eyes.view', { who: '网店' }), '以网店的视角看');
});

test('a key without words and a sentence without its value are bugs', () => {
  assert.throws(() => speech('en').t('no.such.key'), /no\.such\.key/);
  assert.throws(() => speech('en').t('general'), /needs id/);
});

test('marks become parts, never markup', () => {
  assert.deepEqual(split('He says <q>“<b>”</q> now'), [
    { tone: '', text: 'He says ' },
    { tone: 'q', text: '“<b>”' },
    { tone: '', text: ' now' },
  ]);
});

test('the reader’s language', () => {
  assert.equal(choose(['zh-TW', 'en']), 'zh');
  assert.equal(choose(['fr-FR', 'en-GB']), 'en');
  assert.equal(choose(['de']), 'en');
  assert.equal(choose([]), 'en');
});

test('generals may be counted from 0: names, lists and the sentences that always speak of the same one', async () => {
  await Promise.all([learn('en', ['late', 'two']), learn('zh', ['two'])]);
  const say = speech('en', undefined, 0);
  assert.deepEqual([say.general(1), say.generals([2, 4]), say.ids([1, 3]), say.id(10)], ['General 0', 'Generals 1 and 3', '0 and 2', '9']);
  assert.equal(say.t('cannot.order'), 'He cannot know whether 0 ordered the others the same.');
  assert.equal(speech('en').t('cannot.order'), 'He cannot know whether 1 ordered the others the same.');
  assert.equal(speech('en', 'two', 0).t('end.alone.2'), '1 attacks alone');
  assert.equal(speech('zh', 'two', 0).general(1), zh.general.replace('{id}', '0'));
});

test('who has a name is called by it, however generals are counted', () => {
  for (const first of /** @type {const} */ ([0, 1])) {
    const say = speech('en', 'trust', first);
    assert.deepEqual([say.general(1), say.ids([2, 3])], [en['trust/general.1'], `${en['trust/general.2']} and ${en['trust/general.3']}`]);
  }
});

test('no catalogue names a general by a figure of its own: he may be counted otherwise', () => {
  for (const [key, said] of [...Object.entries(en), ...Object.entries(zh)]) assert.doesNotMatch(said, /[Gg]enerals? \d|\u519b\W{0,2}\d/, key);
});
