// Where the page stands, and under what names another page finds what belongs to it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameOf, standingOf, written } from './place.js';

const HOSTED = 'https://host.example/notes/assets/share-0a1b.js';

test('on a host the single file and the element are beside the page, under whatever path that is', () => {
  for (const href of ['https://host.example/notes/', 'https://host.example/notes/index.html', 'https://host.example/notes/?x=1#v=1&p=om&n=4'])
    assert.deepEqual(standingOf(href, HOSTED), {
      reach: 'all',
      page: href.split('#')[0],
      file: 'https://host.example/notes/byzantine-generals.html',
      folder: 'https://host.example/notes/',
    });
});

test('the single file is its own frame, whatever it is called', () => {
  const href = 'https://host.example/notes/run-4.html#v=1&p=om&n=4';
  assert.equal(standingOf(href, 'https://host.example/notes/run-4.html?x#v=1').file, 'https://host.example/notes/run-4.html');
});

test('an address of this computer alone is known, by each of its names', () => {
  for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080']) assert.equal(standingOf(`http://${host}/`, HOSTED).reach, 'here');
  for (const host of ['localhost.example', '128.0.0.1', '192.168.1.7:8080']) assert.equal(standingOf(`http://${host}/`, HOSTED).reach, 'all');
});

test('from a disk codes name files, which must lie beside the page that is to hold them', () => {
  const href = 'file:///home/me/talks/byz%20copy.html';
  assert.deepEqual(standingOf(`${href}#v=1`, `${href}#v=1`), { reach: 'disk', page: href, file: 'byz%20copy.html', folder: '' });
});

test('its name is read where it is escaped, and stands where its escapes mean nothing', () => {
  assert.equal(fileNameOf(standingOf('file:///talks/byz%20copy.html', 'file:///talks/byz%20copy.html')), 'byz copy.html');
  const odd = 'https://host.example/100%/run.html';
  assert.equal(fileNameOf(standingOf(odd, odd)), odd);
});

test('a page without an address gives the link away alone', () => {
  const at = standingOf('about:srcdoc', 'about:srcdoc');
  assert.equal(at.reach, 'none');
  assert.equal(written(at, 'v=1&p=om&n=4'), '#v=1&p=om&n=4');
});
