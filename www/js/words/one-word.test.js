// One word for one thing: what the catalogues may not say, and what they say instead; and how their sentences are set.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lessonWords, plainKey, words } from './testing.js';

const [en, zh] = [{ ...words('en'), ...lessonWords('en') }, { ...words('zh'), ...lessonWords('zh') }];

/** What is refused, the word to be used, and the keys that mean something else by it. @type {[refused: RegExp, word: string, but?: RegExp][]} */
const ENGLISH = [
  [/\bride\b|\brid(?:es|den|ers?)\b/, 'message, round', /^(?:begin|mode$|fog\.unseen)/],
  [/\bby lot\b|\bthe die\b/, 'at random'],
  [/\bby word of mouth\b/i, 'oral messages'],
  [/\bhalv(?:e|ed|ing)\b/, 'bisection'],
  [/\bthey part\b/, 'they disagree'],
  [/\bevery seal is good\b/, 'genuine'],
  [/\bthe same paper\b/, 'authors and year: each word of the glossary stands alone'],
  [/\bred\b/, 'orange, as it is drawn'],
  [/so the commander is a traitor/, 'nothing of him: a key may be stolen'],
  [/\bone by one\b/, 'by hand', /^(?:mode|lies\.choose)|^lab\.(?:cost|closed)/],
];

/** @type {[refused: RegExp, word: string, but?: RegExp][]} */
const CHINESE = [
  [/谎话|假话/, '谎言'],
  [/揭开|揭去/, '拨开'],
  [/表决|错误投票|袋/, '错误的投票，混在一起计票'],
  [/印鉴|封印|蜡印|带印|印信/, '印章'],
  [/此局|本局|该局|[这本每]次运行|次运行|串运行/, '这一局'],
  [/您/, '你'],
  [/算作|算成|当作|按撤退计/, '视为'],
  [/票数相等|打平|平局/, '平票'],
  [/无消息|没有消息(?!送出)|静默/, '沉默', /^table\.early$/],
  [/合并|对折/, '折叠'],
  [/折半|对半/, '二分法'],
  [/所闻|所听(?!到)/, '听到的'],
  [/展品|展示品/, '案例'],
  [/击破|攻陷/, '攻破'],
  [/抽签|掷骰|骰子/, '随机'],
  [/断言/, '结论'],
  [/(?<!按|播放|符号|关)键(?!盘|入)/, '参数'],
  [/丢弃|作废/, '扔掉'],
  [/逐一尝试/, '穷举'],
  [/位将军/, '名将军'],
  [/归于忠诚/, '恢复忠诚'],
  [/红色/, '橙色，照所画的'],
  [/可见司令官是叛徒/, '密钥可能被盗，不可下此结论'],
  [/二分查找/, '二分法'],
  [/局被破坏/, '一局破坏条件；被破坏的是条件'],
  [/换作他/, '他若'],
  [/滑动/, '移动'],
  [/已破的/, '不符的'],
  [/一支箭|一把扇/, '一个箭头，一个扇形'],
  [/(?:叛徒|谎言)不计。/, '不考虑，与此无关'],
  [/两个命令/, '两道命令'],
  [/(?:一名|另一名)说“/, '一人说'],
  [/意见/, '主张'],
  [/跟从/, '听从'],
  [/没有可破坏的结论/, '没有任何结论，也就无可破坏'],
  [/同一论文|\d 年论文/, '写明出处：作者和年份'],
];

/** @param {Record<string, string>} words @param {typeof ENGLISH} refused */
const faults = (words, refused) =>
  Object.entries(words).flatMap(([key, said]) =>
    refused.filter(([bad, , but]) => bad.test(said) && !but?.test(key)).map(([bad, word]) => `${key}: “${said}” has ${bad}, say ${word}`),
  );

test('one word for one thing, in English', () => assert.deepEqual(faults(en, ENGLISH), []));

test('one word for one thing, in Chinese', () => assert.deepEqual(faults(zh, CHINESE), []));

test('a refused word is found where it stands', () => {
  assert.equal(faults({ 'tell.order.lie': '这是谎话' }, CHINESE).length, 1);
  assert.equal(faults({ 'table.ahead': 'Dashed: not yet ridden.' }, ENGLISH).length, 1);
  assert.equal(faults({ 'begin.sm': 'his messengers ride' }, ENGLISH).length, 0);
});

test('a seal that does not hold is once called by the word of cryptography', () => {
  assert.match(en['legend.forged'], /forged seal.*invalid signature/);
  assert.match(zh['legend.forged'], /伪造的印章.*签名无效/);
});

test('no sentence ends twice, and none is set in a muddle', () => {
  for (const [key, said] of Object.entries({ ...en, ...Object.fromEntries(Object.entries(zh).map(([key, said]) => [`zh ${key}`, said])) })) {
    assert.doesNotMatch(said, /…[^(]*[.。]$|[.。]{2}|[,，][.。]|[:：][:：]| {2}|\.\.\./, key);
    assert.doesNotMatch(said, /['"]/, `${key}: quotation marks are curved`);
    assert.doesNotMatch(said, key.startsWith('zh ') ? /[\u4e00-\u9fff]…(?!…)/ : /……/, `${key}: six points in Chinese, three in English`);
  }
});

test('a value that may end in a point stands at the end of no sentence', () => {
  // An ellipsis in a quotation is closed by the quotation mark.
  for (const words of [en, zh]) assert.match(words['message.quote'], /…$/);
});

test('orders and names of conditions have their capitals, numbers of generals their figures', () => {
  for (const [key, said] of Object.entries(en)) {
    assert.doesNotMatch(said, /\b(?:order|say|says|said|ordered|for|as) (?:attack|retreat)\b/, key);
    assert.doesNotMatch(said, /\bgeneral \d|\bround (?:one|two|three)\b/, key);
    assert.doesNotMatch(said, /\d(?:ms|KB|s)\b/, key);
  }
});

/** Where a general's name stands, which begins with a Chinese character and ends with a figure. */
const NAMES = { who: 1, from: 1, to: 1, of: 1, by: 1, commander: 1, forged: 1, leader: 1 };
/** Sentences that are given numbers, or words, under these names. */
const NUMBERS =
  /^(?:fork\.(?:lie|nobody|unlie)|table\.(?:seals|sorted)|holds\.by|listing\.part|message\.(?:orders|tells|he-says)|votes\.via|lab\.(?:ring\.range|eyes\.ring)|letter\.(?:sealed|picture)|tell\.relay\.silent\.deep|lab\.exhaust\.lead)/;

/** What a party to an order is called, which has no figure. */
const nameIn = (/** @type {string} */ key) => (key.startsWith('trust/') ? zh['trust/general.1'] : zh.general.replace('{id}', '2'));

/** A Chinese sentence as it is set: a name, a number or something else for each value. @param {string} key @param {string} said */
const set = (key, said) =>
  said.replace(/<\/?[a-z]+>/g, '').replace(/\{(\w+)\}/g, (_, name) => {
    const isName = name in NAMES || (name === 'before' && /^(?:tell\.|seal\.why\.signer$)/.test(plainKey(key)));
    if (isName && (key.startsWith('trust/') || !NUMBERS.test(plainKey(key)))) return nameIn(key);
    return /^(?:count|n|m|f|k|tried|all|place|round|before|seal|list|number|phase|votes|needed|g\d)$/.test(name) ? '2' : '…';
  });

test('in Chinese a thin space stands beside every figure and every word in Latin letters, and no other', () => {
  for (const [key, said] of Object.entries(zh)) {
    const told = set(key, said);
    assert.doesNotMatch(said, /[\u4e00-\u9fff] | [\u4e00-\u9fff]/, `${key}: an ordinary space`);
    assert.doesNotMatch(told, /[\u4e00-\u9fff][\u2009\u202f][\u4e00-\u9fff]/, `${key}: a space between Chinese characters`);
    assert.doesNotMatch(told, /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9)][\u4e00-\u9fff]/, `${key}: no space`);
  }
});

test('in Chinese a line may break before and after a name, a figure with its measure word or a formula, and within none', () => {
  assert.equal(zh.general, '将\u2060军\u202f{id}');
  for (const [key, said] of Object.entries(zh)) {
    const told = set(key, said);
    assert.doesNotMatch(told, /将军[\u2009\u202f]|军\u2009/, `${key}: a name that a line may break`);
    assert.doesNotMatch(told, /军\u202f2\u202f/, `${key}: a name that draws what follows to it`);
    assert.doesNotMatch(told, /[第共]\u2009(?=[\d…])|\u2009\d+\u2009(?=[名条轮种局枚格项])/, `${key}: a figure away from its word`);
    assert.doesNotMatch(told, /(?<![第军王共\d…])\u202f/, `${key}: a space that needlessly breaks no line`);
    if (!key.startsWith('bound.formula.')) assert.doesNotMatch(told, /[a-z] [=>≥] /, `${key}: a formula that a line may break`);
  }
});

test('what must not be lost is still said, word for word', () => {
  assert.equal(`${en['cannot.differ.one'].replaceAll('{list}', '3').replace('{g1}', '1')} ${en['cannot.saved']}`, 'He cannot know whether 3 is lying, or 1 told 3 something else. The majority saves him from having to.');
  assert.equal(en['state.free'], 'not required');
  assert.equal(en['bound.outcome.held'], 'Not promised, but held this time.');
  assert.match(en['lab.exhaust.none'], /: none breaks\. That is with these traitors and this order; no other was tried\.$/);
});
