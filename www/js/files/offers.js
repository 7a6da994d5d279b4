// What the open run can be taken away as, in the order in which it is offered.

import { gifOffer, videoOffer } from './film-offers.js';
import { pageOffer } from './page-offer.js';
import { pngOffer, svgOffer } from './picture-offers.js';
import { textOffers } from './text-offers.js';

/** @type {readonly import('./types.js').FileOffer[]} */
export const fileOffers = [pngOffer, svgOffer, gifOffer, videoOffer, ...textOffers, pageOffer];
