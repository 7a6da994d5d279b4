// The generals' shields before their lines in space and time, each to be chosen.

import { shield, token } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { picture } from '../paint/svg.js';
import { CROWN } from '../scene/art.js';
import { givenTo, loyalty, povOf } from '../state/pov.js';
import { hasOpinions, isCommander } from '../state/spec.js';

const SIZE_MAX = 36;

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {() => number[]} lines where they are @param {() => number} gap between them
 * @param {() => number} scale how many times larger the figure is shown
 */
export function timeShields({ el, list }, { store, say }, lines, gap, scale) {
  const s = () => store.state;
  const crown = () => drawn(picture({ class: 'crown', width: 22, height: 16, viewBox: CROWN.viewBox }, [{ kind: 'path', d: CROWN.d }]));
  return list(
    el('div', { class: 'time-shields' }),
    () => lines().map((y, i) => ({ id: i + 1, y: y * scale(), size: Math.min(SIZE_MAX, gap() - 3) * scale() })),
    ({ id, y, size }) => `${s().lang} ${s().link} ${s().spec?.inputs} ${id} ${y} ${size} ${povOf(s())}`,
    ({ id, y, size }, own) =>
      own.el(
        'button',
        {
          'aria-label': say().general(id),
          'aria-pressed': () => String(s().chosen === id),
          style: `inset-block-start:${y}px`,
          onclick: () => store.apply({ type: 'choose', general: id }),
        },
        shield(id, loyalty(s(), id), size),
        hasOpinions(s()) ? own.el('span', { class: 'time-opinion' }, token(givenTo(s(), id), 7, { open: givenTo(s(), id) === null })) : null,
        isCommander(s(), id) && s().spec?.inputs === 'commander' ? crown() : null,
      ),
  );
}
