// Makes a joined script small. Names that recur in every scope alike are what gzip likes.

import { minify } from '@swc/core';

/** @param {string} source an ES module @returns {Promise<string>} */
export async function minified(source) {
  const { code } = await minify(source, {
    module: true,
    compress: { passes: 5, ecma: 2020, collapse_vars: false },
    mangle: { toplevel: true },
    ecma: 2020,
  });
  return code;
}
