// Unpacks the single file, in its head: its style at once, so that it is painted while the rest is read, then its script.
// A browser that cannot unpack it is told that it is too old.

import { unpacked } from './packed.js';

const root = document.documentElement;

async function addStyle() {
  root.style.visibility = 'hidden';
  try {
    const style = document.createElement('style');
    style.textContent = await unpacked('packed-style').text();
    document.head.append(style);
  } finally {
    root.style.visibility = '';
  }
}

async function runScript() {
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = await unpacked('packed-script').text();
  document.head.append(script);
}

async function unpack() {
  const parsed = new Promise((done) => document.addEventListener('DOMContentLoaded', done));
  const style = addStyle();
  await parsed;
  // What stands in the page, its blocks too, makes way for what is drawn.
  globalThis.asItCame = /** @type {HTMLElement} */ (root.cloneNode(true));
  await style;
  // The first picture is drawn where the style has put its place.
  await import('./first-picture.js');
  await runScript();
}

// A deck tells a frame that its slide is seen as soon as that has loaded, which is before anybody here can do it.
addEventListener('message', ({ source, data }) => {
  if (source === parent && (data === 'slide:start' || data === 'slide:stop')) globalThis.slide = data;
});

if (typeof DecompressionStream === 'function') unpack();
else bar('old');
