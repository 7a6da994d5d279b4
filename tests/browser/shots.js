// Pictures of the page's main states, for people to look at: target/shots/.
// Chinese needs a Chinese font on the machine, for example the package fonts-noto-cjk.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openHouse, ready, until } from './harness.js';

const FOLDER = new URL('../../target/shots/', import.meta.url);

const SCREENS = /** @type {const} */ ({
  desktop: { width: 1280, height: 800 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
});

/** @type {Record<string, string>} */
const STATES = {
  start: 'v=1&p=om&n=4&t=3',
  middle: 'v=1&p=om&n=4&t=3&at=5',
  broken: 'v=1&p=om&n=3&t=3&at=99',
  holds: 'v=1&p=om&n=7&m=2&t=1.5&s=split&at=9999',
  many: 'v=1&p=om&n=16&m=2&t=1.2.3&s=split&at=40',
  refused: 'v=1&p=om&n=99',
  embedded: 'v=1&p=om&n=4&t=3&at=5&embed=1',
};

/** Every state on a desktop, light and English; every other way of looking at the middle of a run. */
function* pictures() {
  for (const state of Object.keys(STATES)) {
    yield { state, screen: 'desktop', theme: 'light', lang: 'en' };
  }
  for (const state of ['start', 'middle', 'holds', 'refused']) {
    for (const screen of Object.keys(SCREENS)) {
      for (const theme of /** @type {const} */ (['light', 'dark'])) {
        for (const lang of ['en', 'zh']) {
          if (screen === 'desktop' && theme === 'light' && lang === 'en') continue;
          yield { state, screen, theme, lang };
        }
      }
    }
  }
}

await mkdir(FOLDER, { recursive: true });
const house = await openHouse();
for (const { state, screen, theme, lang } of pictures()) {
  const name = `${state}-${screen}-${theme}-${lang}.png`;
  const reader = {
    link: `${STATES[state]}&lang=${lang}&theme=${theme}`,
    viewport: SCREENS[/** @type {keyof typeof SCREENS} */ (screen)],
    touch: screen !== 'desktop',
    scale: screen === 'phone' ? 2 : 1,
    reducedMotion: /** @type {const} */ ('reduce'),
  };
  await house.hosted(reader, async (page) => {
    if (state === 'refused') await page.getByTestId('error').waitFor();
    else await ready(page);
    await until(page, 'all fonts', () => document.fonts.status === 'loaded');
    await page.screenshot({ path: fileURLToPath(new URL(name, FOLDER)) });
  });
  console.log(name);
}
await house.close();
