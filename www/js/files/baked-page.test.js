// A page with a run inside.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baked } from './baked-page.js';

const PAGE = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n</head>\n<body></body>\n</html>\n';

test('the link stands before every script, and nothing else is other than it was', () => {
  const page = baked(PAGE, 'v=1&p=om&n=4&t=3');
  assert.ok(page.includes('<meta charset="utf-8">\n<meta name="scenario" content="v=1&amp;p=om&amp;n=4&amp;t=3">\n<meta name="viewport"'));
  assert.equal(page.replace(/<meta name="scenario".*\n/, ''), PAGE);
});

test('another link takes the place of the first', () => {
  assert.equal(baked(baked(PAGE, 'v=1&p=om&n=4&t=3'), 'v=1&p=sm&n=5'), baked(PAGE, 'v=1&p=sm&n=5'));
});

test('nothing in a link can end the attribute', () => {
  const page = baked(PAGE, 'v=1&x="><script>alert(1)</script>$&');
  assert.ok(!page.includes('<script>'), page);
  assert.ok(page.includes('content="v=1&amp;x=&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;$&amp;"'), page);
});

test('what is no such page is refused', () => {
  assert.throws(() => baked('<h1>not found</h1>', 'v=1'));
});
