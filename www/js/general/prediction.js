// “You decide”: in fog the reader says what the general should do; at the end that is compared with what he does and with the verdict.

import { povOf, loyalty } from '../state/pov.js';
import { spelled } from '../scenario/order-field.js';
import { ownOf, ownPlace } from '../state/own.js';
import { hasOpinions, isCommander } from '../state/spec.js';
import { isDecided } from '../state/decided.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** Who is asked: the loyal general whose eyes are used. @param {State} s @returns {number | null} */
export function asked(s) {
  const viewer = povOf(s);
  return viewer !== null && !isCommander(s, viewer) && loyalty(s, viewer) && s.session ? viewer : null;
}

/** What the reader said in his place, or null. @param {State} s */
const saidOf = (s) => (s.advised?.general === asked(s) ? (s.advised?.order ?? null) : null);

/** Whether the answer is still to be given: until then the page does not give it away. @param {State} s */
export const isCovered = (s) => asked(s) !== null && s.chosen === asked(s) && !isDecided(s) && saidOf(s) === null;

/** What he does himself, beside what the reader said. @param {State} s @param {Speech} say */
export function compared(s, say) {
  const { advised, verdict } = s;
  const told = ownOf(s).waited?.(s, say);
  if (told) return told;
  const own = advised && verdict?.decisions[advised.general];
  if (!advised || !own || advised.order === 'wait') return '';
  const who = say.general(advised.general);
  const said = say.order(advised.order);
  return own === advised.order
    ? say.t('advice.same', { order: said, who })
    : say.t('advice.differs', { order: said, who, own: say.order(own) });
}

/**
 * What the reader's word, in his place, does to the verdict: breaks validity, breaks agreement, or neither.
 * @param {Pick<State, 'scenario' | 'spec' | 'verdict'>} s @param {{general: number, order: Order}} advised
 * @returns {{breaks: 'validity' | 'agreement' | null, witness: number | null}}
 */
export function weighed(s, { general, order }) {
  const { scenario, verdict } = s;
  if (scenario && !hasOpinions(s) && s.spec?.conditions.includes('validity') && !scenario.traitors.includes(1) && scenario.order !== order) return { breaks: 'validity', witness: 1 };
  const other = Object.entries(verdict?.decisions ?? {}).find(([id, own]) => Number(id) !== general && own !== order);
  return other ? { breaks: 'agreement', witness: Number(other[0]) } : { breaks: null, witness: null };
}

/** The comparison with the verdict, once the fog is lifted. @param {State} s @param {Speech} say */
export function judged(s, say) {
  if (!s.advised || !s.scenario || povOf(s) !== null || !isDecided(s)) return '';
  const told = ownOf(s).waited?.(s, say, true);
  if (told || s.advised.order === 'wait') return told ?? '';
  const { breaks, witness } = weighed(s, { ...s.advised, order: s.advised.order });
  const other = s.advised.order === 'A' ? 'R' : 'A';
  const values = { order: say.order(s.advised.order), other: say.order(other), who: say.general(witness ?? 1) };
  return say.t(say.under(`advice.breaks.${breaks ?? 'nothing'}`, s.spec?.inputs), values);
}

/** @param {Binder} binder @param {Page} page */
export function prediction(binder, page) {
  const { el } = binder;
  const { store, t, say, id: idOf } = page;
  const s = () => store.state;
  const said = () => saidOf(s());
  /** @param {Order} order */
  const button = (order) =>
    el(
      'button',
      {
        class: 'choice',
        value: order,
        'aria-pressed': () => String(said() === order),
        onclick: () => {
          const general = asked(s());
          if (general !== null) store.apply({ type: 'advise', general, order });
        },
      },
      spelled(binder, page, order),
      el('span', {}, () => t(`order.${order}`)),
    );
  return el(
    'div',
    {
      class: 'advice',
      role: 'group',
      'data-testid': 'advice',
      'aria-labelledby': idOf('advice-title'),
      hidden: () => asked(s()) === null || s().chosen !== asked(s()) || (isDecided(s()) && !said()),
    },
    el('h3', { id: idOf('advice-title'), class: 'label' }, () => t('advice.title')),
    el('p', { class: 'meant', hidden: () => isDecided(s()) }, () => t('advice.ask', { who: say().general(asked(s()) ?? 2) })),
    el('div', { class: 'choices', hidden: () => isDecided(s()) }, button('A'), button('R'), ownPlace(binder, page, 'wait', () => asked(s()), said)),
    el('p', { class: 'advice-words', role: 'status' }, () => {
      if (!said()) return '';
      return isDecided(s()) ? compared(s(), say()) : t('advice.kept', { order: say().order(said()) });
    }),
  );
}
