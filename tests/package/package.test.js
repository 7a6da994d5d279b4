// The npm package as others get it: installed from its file into an empty project, then used in Node, with types, on a plain
// page and through Vite. `cargo xtask release` says by PACKAGE where the file is.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { launch, until } from '../browser/harness.js';
import { SUB_PATH, serveDist } from '../browser/server.js';
import { opened, shows } from '../recipes/behaves.js';

const run = promisify(execFile);

/** One that runs on the oldest Node that the project takes. */
const VITE = 'vite@6.4.6';

const LINK = 'v=1&p=om&n=4&t=3';

/** What a project says after it has stepped to the end: nine messages and what all decide; the loyal agree although general 3 lies. */
const SAID = { steps: 10, agrees: true, holds: true };

/** Within a function: what Vite builds by itself is for browsers in which a module cannot wait. */
const STEPPED = `
async function stepped() {
  await init();
  const session = Session.open('${LINK}');
  while (session.step());
  const { agreement, validity } = session.verdict();
  return { steps: session.cursor, agrees: agreement.holds, holds: validity.holds };
}`;

/** A project of nobody, outside of this one, so that nothing of this one is found from it. @type {string} */
let project;

/** @param {string} name @param {string} text */
const put = (name, text) => writeFile(join(project, name), text);

/** @param {string[]} words */
const npm = (...words) => run('npm', words, { cwd: project });

before(async () => {
  assert.ok(process.env.PACKAGE, 'PACKAGE is the file to install: `cargo xtask release` makes it and says where it is');
  project = await mkdtemp(join(tmpdir(), 'package-'));
  await put('package.json', JSON.stringify({ name: 'nobodys', private: true, type: 'module' }));
  await npm('install', '--offline', '--no-audit', '--no-fund', process.env.PACKAGE);
});

after(async () => {
  if (project) await rm(project, { recursive: true, force: true });
});

test('in Node a link is opened, stepped to its end and judged', async () => {
  await put('run.js', `import init, { Session } from 'byzantine-generals';${STEPPED}\nconsole.log(JSON.stringify(await stepped()));`);
  const { stdout } = await run(process.execPath, ['run.js'], { cwd: project });
  assert.deepEqual(JSON.parse(stdout), SAID);
});

test('the types are found, and they refuse what there is not', async () => {
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
  for (const [module, resolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    const checked = (/** @type {string} */ file) =>
      run(tsc, ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution, file], { cwd: project });
    await put('good.ts', `import init, { Session } from 'byzantine-generals';\nimport 'byzantine-generals/embed';
      await init();\nexport const steps: number = Session.open('${LINK}').length;\nexport const element: HTMLElement & { seek(step: number): void } = document.createElement('byzantine-generals');`);
    await checked('good.ts');
    await put('bad.ts', `import { Session } from 'byzantine-generals';\nSession.open('${LINK}').leap();`);
    await assert.rejects(checked('bad.ts'), ({ stdout }) => /leap/.test(stdout), resolution);
  }
});

test('the package is whole: every file that it names is in it, and its licences', async () => {
  const home = join(project, 'node_modules/byzantine-generals');
  const { exports, license } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const named = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)));
  assert.equal(license, 'MIT OR Apache-2.0');
  for (const file of [...named, 'LICENSE-MIT', 'LICENSE-APACHE', 'LICENSES.txt', 'README.md']) {
    assert.ok((await readFile(join(home, file))).length > 0, file);
  }
});

/** A page of the project in a browser: what its script said, and the element's run. @param {string} folder @param {Record<string, string>} pages @param {string} path */
async function shown(folder, pages, path) {
  const browser = await launch();
  const host = await serveDist(pages, { folder: pathToFileURL(`${folder}/`) });
  try {
    await opened(browser, host.origin + path, async (page) => {
      await until(page, 'what the script said', () => 'said' in window);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).said), SAID);
      assert.equal((await shows(page)).link, LINK);
    });
  } finally {
    host.close();
    await browser.close();
  }
}

const ELEMENT = `<byzantine-generals scenario="${LINK}"></byzantine-generals>`;
const HEAD = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Notes</title>';

test('on a plain page from a static host', async () => {
  const home = `${SUB_PATH}node_modules/byzantine-generals`;
  const page = `${HEAD}<script src="${home}/embed.js"></script>${ELEMENT}
    <script type="module">import init, { Session } from '${home}/generals.js';${STEPPED}\nstepped().then((said) => (window.said = said));</script>`;
  await shown(project, { '/notes.html': page }, '/notes.html');
});

test('through Vite, as it is', async (t) => {
  const reached = await npm('view', VITE, 'version', '--fetch-retries=0', '--fetch-timeout=20000').then(Boolean, () => false);
  if (!reached) return t.skip('the registry of npm cannot be reached, so that Vite is not tried');
  await npm('install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', VITE);
  await put('index.html', `${HEAD}${ELEMENT}<script type="module" src="main.js"></script>`);
  await put(
    'main.js',
    `import init, { Session } from 'byzantine-generals';
     import 'byzantine-generals/embed';
     import file from 'byzantine-generals/byzantine-generals.html?url';
     document.querySelector('byzantine-generals').src = file;${STEPPED}\nstepped().then((said) => (window.said = said));`,
  );
  await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--base', './'], { cwd: project });
  await shown(join(project, 'dist'), {}, SUB_PATH);
});
