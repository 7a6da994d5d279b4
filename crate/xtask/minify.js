// Makes the page's joined script small in place. Names that recur in every scope alike are what gzip likes.

import { readFileSync, writeFileSync } from 'node:fs';
import { minify } from '@swc/core';

const [, , file] = process.argv;
const { code } = await minify(readFileSync(file, 'utf8'), {
  module: true,
  compress: { passes: 5, ecma: 2020, collapse_vars: false },
  mangle: { toplevel: true },
  ecma: 2020,
});
writeFileSync(file, code);
