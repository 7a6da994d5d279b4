// What is shared, in a sentence; in fog nobody is told who the traitors are.

import { povOf } from '../state/pov.js';

/** @param {import('../state/types.js').State} s @param {import('../words/i18n.js').Speech} say */
export function whatIsShared(s, { t, ids }) {
  const { scenario } = s;
  if (!scenario) return '';
  const generals = t('generals.counted', { count: scenario.n });
  if (povOf(s) !== null) return t('share.fog', { generals });
  const { traitors } = scenario;
  const values = { count: traitors.length, list: ids(traitors) };
  return t('share.what', { generals, traitors: traitors.length ? t('traitors.counted', values) : t('traitors.counted.none') });
}

/** What a frame with it is called by who hears the page around it: nothing of who the traitors are. @param {import('../state/types.js').State} s @param {import('../words/i18n.js').Speech} say */
export const titleOfFrame = ({ scenario }, { t }) => (scenario ? t('share.frame.title', { generals: t('generals.counted', { count: scenario.n }) }) : '');
