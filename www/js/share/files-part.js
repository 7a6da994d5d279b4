// The column of files as it comes when it is first shown: with its style, and with what makes the files.

import sheet from './files.css' with { type: 'css' };
import { fileOffers } from '../files/offers.js';
import { adopt } from '../kit/style.js';
import { filesColumn } from './files-column.js';

adopt(sheet);
/** @param {HTMLElement} place @param {import('../shell/page.js').Page} page */
export const make = (place, page) => filesColumn(place, page, fileOffers);
