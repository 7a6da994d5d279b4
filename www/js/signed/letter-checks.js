// What the reader finds, in words: whether the letter is genuine, why it is refused, and a line for each seal.

import { sealSign, stamp } from '../kit/icons.js';
import { isGenuine, refusalOf } from './letter-reading.js';

/** @typedef {import('./letter-reading.js').Reading} Reading */

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => Reading | null} reading */
export function checks({ el, list }, { t, say, id }, reading) {
  const refusal = () => refusalOf(reading(), say());
  const title = el(
    'h2',
    {
      id: id('letter-title'),
      tabindex: -1,
      'data-testid': 'letter-verdict',
      'data-state': () => (isGenuine(reading()) ? 'genuine' : 'refused'),
    },
    () => t(isGenuine(reading()) ? 'letter.genuine' : 'letter.refused'),
  );
  const verdict = el(
    'div',
    { class: 'letter-verdict' },
    el('div', {}, el('p', { class: 'label' }, () => t('letter.checks', { to: say().general(reading()?.to ?? 1) })), title),
    list(
      el('span', {}),
      () => [isGenuine(reading())],
      String,
      (isGood) => stamp(isGood ? 'holds' : 'broken'),
    ),
  );
  const seals = list(
    el('ol', { class: 'findings' }),
    () => reading()?.findings ?? [],
    (finding) => `${finding.signer} ${finding.state} ${finding.title} ${finding.why}`,
    (finding, own) =>
      own.el(
        'li',
        { class: finding.state, 'data-state': finding.state },
        sealSign(finding.signer, finding.state, 34),
        own.el('div', {}, own.el('b', {}, finding.title), own.el('p', {}, finding.why)),
      ),
  );
  return {
    title,
    nodes: [verdict, el('p', { class: 'letter-why', role: 'status', hidden: () => refusal() === '' }, refusal), seals],
  };
}
