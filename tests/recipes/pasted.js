// The code that a recipe's page offers for pasting, as the page shows it to who opens it on its host.

/**
 * @param {import('playwright-core').Browser} browser @param {string} site
 * @returns {(page: string) => Promise<Record<string, string>>}
 */
export function pastedFrom(browser, site) {
  return async (name) => {
    const page = await browser.newPage();
    try {
      await page.goto(`${site}embed/${name}.html`);
      const codes = await page.locator('figure[data-file]').evaluateAll((figures) =>
        figures.map((figure) => [figure.getAttribute('data-file'), figure.querySelector('code')?.textContent]),
      );
      return Object.fromEntries(codes);
    } finally {
      await page.close();
    }
  };
}

/** One piece of it. @param {Record<string, string>} pieces @param {string} file */
export function piece(pieces, file) {
  const code = pieces[file];
  if (code === undefined) throw new Error(`the page has no code for ${file}`);
  return code;
}
