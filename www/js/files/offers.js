// What the open run can be taken away as, in the order in which it is offered.

import { pngOffer, svgOffer } from './picture-offers.js';

/** @type {readonly import('./types.js').FileOffer[]} */
export const fileOffers = [pngOffer, svgOffer];
