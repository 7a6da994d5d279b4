// Unpacks the single file, in its head: its style at once, its script when the document is there.
// In a browser that cannot unpack all stays as it is: without a style, what says so is seen.

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

if (typeof DecompressionStream === 'function') {
  addStyle();
  document.addEventListener('DOMContentLoaded', runScript);
}
