// JupyterLab: the widget in a notebook, set and read from Python; and the plain frame, which stays in an exported page.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { until } from '../browser/harness.js';
import { fills, frameOf, opened, shows } from './behaves.js';
import { piece } from './pasted.js';
import { python, pythonVersion, run, served, write } from './tools.js';

/** @typedef {import('playwright-core').Page} Page */

/** @param {string[]} cells */
const notebook = (cells) =>
  JSON.stringify({
    cells: cells.map((source, i) => ({ cell_type: 'code', id: `cell-${i}`, source, metadata: {}, outputs: [], execution_count: null })),
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  });

/** A port that is free now. @returns {Promise<number>} */
function freePort() {
  const server = createServer();
  return new Promise((found) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => found(port));
    }),
  );
}

/** Runs a server of notebooks while something is looked at. @param {string} folder @param {(origin: string) => Promise<void>} look */
async function withLab(folder, look) {
  const port = await freePort();
  const words = ['lab', '--no-browser', '--allow-root', '--expose-app-in-browser', '--ip=127.0.0.1', `--port=${port}`, '--IdentityProvider.token=', '--LabApp.news_url=None', '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate'];
  const server = spawn(python('jupyter'), words, { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const origin = `http://127.0.0.1:${port}`;
  try {
    while (!(await fetch(`${origin}/api`).then(({ ok }) => ok, () => false))) {
      assert.equal(server.exitCode, null, 'the notebook server runs');
      await new Promise((later) => setTimeout(later, 200));
    }
    await look(origin);
  } finally {
    server.kill();
    await ended;
  }
}

/** @param {Page} page @param {string} command */
const perform = (page, command) =>
  page.evaluate((name) => /** @type {any} */ (window).jupyterapp.commands.execute(name), command);

/** The notebook has a kernel that has answered; a cell that is run before that is not. @param {Page} page */
const kernelReady = (page) =>
  page.evaluate(async () => {
    const { sessionContext } = /** @type {any} */ (window).jupyterapp.shell.currentWidget;
    await sessionContext.ready;
    await sessionContext.session.kernel.info;
  });

/** A cell was run to its end: it has a number. @param {Page} page @param {number} cell */
const executed = (page, cell) =>
  until(page, `cell ${cell} to be run`, (place) => /\d/.test(document.querySelectorAll('.jp-Notebook .jp-InputPrompt')[place]?.textContent ?? ''), cell);

/** @type {import('./types.js').Recipe} */
export const jupyter = {
  name: 'Jupyter',
  version: async () => `${await pythonVersion('jupyterlab')}, anywidget ${await pythonVersion('anywidget')}`,
  cook: async ({ browser, folder, pasted, checked }) => {
    const code = await pasted('jupyter');
    await write(folder, {
      'run.ipynb': notebook([piece(code, 'widget.py'), piece(code, 'read.py')]),
      'frame.ipynb': notebook([piece(code, 'frame.py')]),
    });
    await withLab(folder, (origin) =>
      opened(browser, `${origin}/doc/tree/run.ipynb`, async (page) => {
        await until(page, 'the application', () => 'jupyterapp' in window);
        await page.locator('.jp-Notebook .jp-Cell').first().waitFor();
        await kernelReady(page);
        await page.locator('.jp-Notebook .jp-Cell').first().click();
        await perform(page, 'notebook:run-cell-and-select-next');
        await executed(page, 0);
        const { link } = await shows(page, '.jp-OutputArea');
        assert.match(link, /^v=1&p=om&n=4&t=3\b/);
        const frame = await frameOf(page);
        await fills(frame);
        checked('the widget shows its run in a cell of JupyterLab');
        await perform(page, 'notebook:run-cell');
        await executed(page, 1);
        await frame.getByTestId('general-7').waitFor();
        checked('run.scenario = … opened another run');
        await perform(page, 'notebook:run-cell');
        await until(page, 'run.state to be printed', () =>
          [...document.querySelectorAll('.jp-OutputArea-output')].some((output) => output.textContent?.includes("'link': 'v=1&p=om&n=7&m=2&t=3.6'")),
        );
        checked('run.state is read from Python');
      }, /jupyter|lab\/|\/api\/|Failed to load resource/),
    );
    await run(python('jupyter'), ['nbconvert', '--to', 'html', '--execute', 'frame.ipynb'], folder);
    await served(folder, (origin) =>
      opened(browser, `${origin}/frame.html`, async (page) => fills(await frameOf(page, 'plain')), /net::|Failed to load resource/),
    );
    checked('the plain frame shows in a page exported by nbconvert');
  },
};
