// What a run is called in few words: how many generals it has, and who of them is a traitor.

import { povOf } from '../state/pov.js';

/** Where there are no traitors, its protocol; in fog nobody is told who they are. @param {import('../state/types.js').State} s @param {import('./i18n.js').Speech} say */
export function runName(s, { t, ids }) {
  const { scenario, spec } = s;
  if (!scenario) return '';
  if (spec?.hasTraitors === false) return t(`protocol.${scenario.protocol}`);
  const generals = t('generals.counted', { count: scenario.n });
  if (povOf(s) !== null) return generals;
  const { traitors } = scenario;
  return t('run.name', { generals, traitors: traitors.length ? t('traitors.counted', { count: traitors.length, list: ids(traitors) }) : t('traitors.counted.none') });
}
