// Pictures of the page's main states, for people to look at: target/shots/, named by state, screen, theme and language.
// Chinese needs a Chinese font on the machine, for example the package fonts-noto-cjk.

import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openHouse, part, ready, until } from './harness.js';

const FOLDER = new URL('../../target/shots/', import.meta.url);

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {{link: string, shows?: string, go?: (page: Page) => Promise<void>}} State */
/** @typedef {{width: number, height: number, touch?: boolean, scale?: number}} Screen */

/** @type {Record<string, Screen>} */
const SCREENS = {
  '360x640': { width: 360, height: 640, touch: true, scale: 2 },
  '390x844': { width: 390, height: 844, touch: true, scale: 2 },
  '844x390': { width: 844, height: 390, touch: true, scale: 2 },
  '820x1180': { width: 820, height: 1180, touch: true },
  '1280x800': { width: 1280, height: 800 },
  '1920x1080': { width: 1920, height: 1080 },
  '2560x1440': { width: 2560, height: 1440 },
  '640x400-at-200-percent': { width: 640, height: 400, scale: 2 },
  'frame-640x420': { width: 640, height: 420 },
  'frame-360x300': { width: 360, height: 300 },
};

/** @param {string} id @returns {(page: Page) => Promise<void>} */
const press = (id) => (page) => part(page, id).click();

/** The files of a run, where they stand behind a tab. @param {Page} page */
async function files(page) {
  await page.keyboard.press('s');
  await part(page, 'share-tab-files').click();
  await page.locator('[data-testid="file-preview"][aria-busy="false"] > *').waitFor();
}

/** @type {Record<string, State>} */
const STATES = {
  start: { link: 'v=1&p=om&n=4&t=3' },
  lessons: { link: 'lesson=all', shows: 'lessons' },
  lesson: { link: 'lesson=three', shows: 'lesson-choice-1' },
  answered: { link: 'lesson=three', shows: 'lesson-choice-1', go: press('lesson-choice-1') },
  teacher: { link: 'lesson=teacher', shows: 'teacher' },
  quiz: { link: 'lesson=quiz', shows: 'quiz' },
  middle: { link: 'v=1&p=om&n=4&t=3&at=7' },
  holds: { link: 'v=1&p=om&n=7&m=2&t=1.5&s=split&at=9999' },
  broken: { link: 'v=1&p=om&n=3&t=3&at=99' },
  split: { link: 'v=1&p=om&n=6&m=1&t=1.2&s=split&at=9999' },
  silence: { link: 'v=1&p=om&n=4&t=3&s=silent&at=7' },
  eyes: { link: 'v=1&p=om&n=4&t=3&at=7&pov=2' },
  signed: { link: 'v=1&p=sm&n=4&t=1&s=split&at=6' },
  two: { link: 'v=1&p=om&n=2&at=1' },
  sixteen: { link: 'v=1&p=om&n=16&m=2&t=1.2.3&s=split&at=40' },
  'thirty-one': { link: 'v=1&p=om&n=31&t=3&at=40' },
  'forty-eight': { link: 'v=1&p=om&n=48&t=3&at=40' },
  'too-large': { link: 'v=1&p=om&n=40&m=9', shows: 'error' },
  'error-number': { link: 'v=1&p=om&n=99', shows: 'error' },
  'error-cut': { link: 'v=1&p=om&n=4&t=3&s=spl', shows: 'error' },
  'error-later': { link: 'v=2&p=om&n=4', shows: 'error' },
  worlds: { link: 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R&at=4&pov=3&view=pair', shows: 'pair' },
  letter: { link: 'v=1&p=sm&n=4&t=3&at=6', go: press('letter-open') },
  lab: { link: 'v=1&p=om&n=4&m=1&t=3&view=lab', shows: 'lab' },
  'lab-ring': { link: 'v=1&p=om&n=3&m=1&t=3&view=ring', shows: 'lab' },
  'lab-chain': { link: 'v=1&p=om&n=7&m=1&t=3&view=chain', shows: 'lab' },
  'lab-rule': { link: 'v=1&p=om&n=4&m=1&t=3&view=rule', shows: 'lab' },
  signs: { link: 'v=1&p=om&n=4&t=3&at=7', go: press('legend') },
  keys: { link: 'v=1&p=om&n=4&t=3&at=7', go: (page) => page.keyboard.press('?') },
  messages: { link: 'v=1&p=om&n=4&t=3&at=7', go: press('messages') },
  share: { link: 'v=1&p=om&n=4&t=3&at=7', go: (page) => page.keyboard.press('s') },
  'share-files': { link: 'v=1&p=om&n=4&t=3&at=7', go: files },
  hall: { link: 'v=1&p=om&n=4&t=3&at=7', go: (page) => page.keyboard.press('p') },
  enlarged: { link: 'v=1&p=om&n=31&t=3&at=40', go: press('nearer') },
  sheet: { link: 'v=1&p=om&n=4&t=3&at=7', go: (page) => page.locator('.sheet-tabs button').nth(2).click() },
  frame: { link: 'v=1&p=om&n=4&t=3&at=7&embed=1' },
};

/** @typedef {{state: string, screen: string, theme: 'light' | 'dark', lang: string, seen?: 'forced' | 'grey'}} Picture */

/**
 * @param {string[]} states @param {string[]} screens @param {('light' | 'dark')[]} themes @param {string[]} langs
 * @returns {Picture[]}
 */
const all = (states, screens, themes, langs) =>
  states.flatMap((state) =>
    screens.flatMap((screen) => themes.flatMap((theme) => langs.map((lang) => ({ state, screen, theme, lang })))),
  );

const FRAMES = Object.keys(SCREENS).filter((name) => name.startsWith('frame'));
const DESK = '1280x800';
/** @type {Picture[]} */
const PICTURES = [
  // Every state on a desk; the middle and the end of a run on every screen, both themes, both languages.
  ...all(
    Object.keys(STATES).filter((name) => !['sheet', 'enlarged', 'frame', 'share-files'].includes(name)),
    [DESK],
    ['light', 'dark'],
    ['en'],
  ),
  ...all(
    ['holds', 'error-number', 'error-cut', 'signs', 'keys', 'messages', 'too-large', 'forty-eight'],
    [DESK],
    ['light'],
    ['zh'],
  ),
  ...all(
    ['middle'],
    Object.keys(SCREENS).filter((name) => !FRAMES.includes(name)),
    ['light', 'dark'],
    ['en', 'zh'],
  ),
  ...all(['worlds', 'letter', 'lab', 'lab-ring', 'lab-chain', 'lab-rule'], ['390x844', '820x1180'], ['light', 'dark'], ['zh']),
  ...all(['sixteen', 'sheet', 'messages', 'error-number', 'signs'], ['360x640', '844x390'], ['light'], ['en', 'zh']),
  ...all(['share', 'share-files'], ['390x844', '820x1180', '844x390'], ['light', 'dark'], ['en', 'zh']),
  ...all(['thirty-one'], ['390x844', '1920x1080', '2560x1440'], ['light'], ['en']),
  ...all(['enlarged'], ['360x640', '844x390'], ['light'], ['en']),
  ...all(['hall'], ['1920x1080'], ['light'], ['zh']),
  ...all(['frame'], FRAMES, ['light', 'dark'], ['en', 'zh']),
  // Whoever sees no colours, or only his own.
  ...all(['middle', 'holds', 'broken', 'split', 'silence', 'signed', 'signs', 'sixteen'], [DESK], ['light'], ['en']).flatMap(
    (one) => [
      { ...one, seen: /** @type {const} */ ('forced') },
      { ...one, seen: /** @type {const} */ ('grey') },
    ],
  ),
];

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const house = await openHouse();
const drawn = new Set();
for (const { state, screen, theme, lang, seen } of PICTURES) {
  const name = [state, screen, theme, lang, ...(seen ? [seen] : [])].join('-');
  const { link, shows, go } = /** @type {State} */ (STATES[state]);
  if (drawn.has(name)) continue;
  drawn.add(name);
  const { width, height, touch, scale } = /** @type {Screen} */ (SCREENS[screen]);
  /** @type {import('./harness.js').Reader} */
  const reader = {
    link: `lang=${lang}&theme=${theme}&${link}`,
    viewport: { width, height },
    reducedMotion: 'reduce',
    forced: seen === 'forced',
    ...(touch && { touch }),
    ...(scale && { scale }),
  };
  await house.hosted(reader, async (page) => {
    if (shows) await part(page, shows).waitFor();
    else await ready(page);
    await go?.(page);
    if (seen === 'grey') await page.evaluate(() => document.documentElement.style.setProperty('filter', 'grayscale(1)'));
    await until(page, 'all fonts', () => document.fonts.status === 'loaded');
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)) });
  });
  console.log(name);
}
await house.close();
