// Real Firefox, where one is found on the machine.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

function findFirefox() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['firefox', 'firefox-esr', 'firefox.exe'];
  const candidates = [
    process.env.FIREFOX ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return candidates.find((candidate) => candidate !== '' && existsSync(candidate));
}

/** Where it is; undefined: there is none. */
export const firefox = findFirefox();
if (!firefox) console.log('Firefox not found: not tried');

/** @param {Record<string, unknown>} [preferences] */
export const launchFirefox = (preferences = {}) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox,
    // As every reader's Firefox has it; the driver would relax it and hide a broken file.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true, ...preferences },
  });
