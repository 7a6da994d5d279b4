// Starts the hosted page. Its engine began to load with the page: the early script chose which one this link needs.

import { FULL } from '#addresses';
import { load, loadWhole } from '../state/engine.js';
import { FIGURE_PARTS } from '../views/figures.js';
import { bringMeanings } from '../words/glossary.js';
import { start } from './main.js';
import { bringNote, LATE_PARTS } from './panels.js';
import { prefetch } from './prefetch.js';

const whole = new URL(FULL, document.baseURI).href;
// A host may forbid the early script.
const href = /** @type {HTMLLinkElement | null} */ (document.getElementById('engine'))?.href ?? whole;
const isWhole = href === whole;
const rest = async () => (await fetch(FULL)).arrayBuffer();
const parts = [bringNote, bringMeanings, ...Object.values(FIGURE_PARTS), ...Object.values(LATE_PARTS)];
// Not awaited here: what comes later needs this module, and would wait for it to have ended.
start(() => (isWhole ? loadWhole(fetch(href)) : load(fetch(href), () => fetch(FULL)))).then((page) => {
  if (page) prefetch(href, [() => page.learn(['protocols', 'late', 'lab']), ...parts, ...(isWhole ? [] : [rest])]);
});
