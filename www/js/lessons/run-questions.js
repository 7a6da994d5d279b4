// What is asked of a run as a whole: what it is, what was said in it, what came out.

import { open, refusal } from '../state/engine.js';

/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./asking.js').Inquiry} Inquiry */
/** @typedef {import('../state/engine.js').Order} Order */

/** The orders among these, attack first. @param {readonly (Order | null)[]} all */
export const ordersAmong = (all) => ['A', 'R'].filter((order) => all.some((one) => one === order)).join('');

/** A word as links write it. @param {import('../state/engine.js').Word} said */
export const letterOf = (said) => said ?? 'S';

/** @param {Inquiry} inquiry */
const verdict = ({ run }) => run().verdict();

/** @param {Inquiry} inquiry */
const scenario = ({ reading }) => reading().scenario;

/** Messages of the run. @param {Inquiry} inquiry @param {import('#generals').RowsWanted} wanted */
const messages = ({ run, keep }, wanted) => keep(run().rows(wanted));

/** How many of the messages that are wanted are such. @param {Inquiry} inquiry @param {import('#generals').RowsWanted} wanted @param {(row: import('#generals').Row) => boolean} isSuch */
function countOf(inquiry, wanted, isSuch) {
  const rows = messages(inquiry, wanted);
  return rows.window(0, rows.length).filter(isSuch).length;
}

/** Whether the link is of a run with this task. @param {Inquiry} inquiry @param {import('../state/engine.js').Spec['task']} task */
const isFor = ({ reading }, task) => reading().spec.task === task;

/** What all who are judged do. @param {Inquiry} inquiry */
const done = (inquiry) => ordersAmong(Object.values(verdict(inquiry).decisions).filter((order) => order !== null));

/** Who they are, or those of them who attack. @param {Inquiry} inquiry @param {Order} [order] */
const deciders = (inquiry, order) =>
  Object.entries(verdict(inquiry).decisions)
    .filter(([, decision]) => !order || decision === order)
    .map(([general]) => general)
    .join('.');

/** "ok", or why the link is refused. @param {Inquiry} inquiry */
function opens({ link, keep }) {
  try {
    keep(open(link));
    return 'ok';
  } catch (error) {
    return refusal(error).code;
  }
}

/** Which of the conditions by which the run is judged are false. @param {Inquiry} inquiry */
function broken(inquiry) {
  const judged = verdict(inquiry);
  const { conditions } = inquiry.reading().spec;
  return conditions.filter((condition) => judged[condition]?.holds === false).join('.');
}

/** Whether a loyal commander is obeyed here, and by another protocol. @param {Inquiry} inquiry @param {string} protocol */
function besides({ run, keep }, protocol) {
  const other = keep(run().fork({ protocol }));
  return [run(), other].map((session) => session.verdict().validity.holds).join('.');
}

/** @type {Record<string, Question>} */
export const RUN_QUESTIONS = {
  opens: { takes: [], answer: opens },
  n: { takes: [], answer: (inquiry) => scenario(inquiry).n },
  m: { takes: [], answer: (inquiry) => scenario(inquiry).m },
  traitors: { takes: [], answer: (inquiry) => scenario(inquiry).traitors.join('.') },
  order: { takes: [], answer: (inquiry) => scenario(inquiry).order },
  protocol: { takes: [], answer: (inquiry) => scenario(inquiry).protocol },
  strategy: { takes: [], answer: (inquiry) => scenario(inquiry).strategy },
  arrows: { takes: [], answer: (inquiry) => scenario(inquiry).w?.length },
  promised: { takes: [], answer: ({ reading }) => reading().bound.theorem },

  messages: { takes: [], answer: (inquiry) => verdict(inquiry).messages.total },
  lastRound: { takes: [], answer: (inquiry) => verdict(inquiry).messages.perRound.at(-1) },
  lies: { takes: [], answer: (inquiry) => verdict(inquiry).lies },
  sends: { takes: ['number'], answer: (inquiry, /** @type {number} */ from) => messages(inquiry, { from }).length },
  falseWords: { takes: [], answer: (inquiry) => countOf(inquiry, { lies: true }, ({ said }) => said !== null) },
  refused: { takes: [], answer: (inquiry) => countOf(inquiry, {}, ({ refused }) => refused !== undefined) },
  told: {
    takes: ['number'],
    answer({ run }, /** @type {number} */ step) {
      const event = run().event(step);
      return event.kind === 'message' ? `${event.from}-${event.to}${letterOf(event.said)}` : undefined;
    },
  },

  agreement: { takes: [], answer: (inquiry) => verdict(inquiry).agreement.holds },
  validity: { takes: [], answer: (inquiry) => verdict(inquiry).validity.holds },
  consent: { takes: [], answer: (inquiry) => verdict(inquiry).consent?.holds },
  delivery: { takes: [], answer: (inquiry) => verdict(inquiry).delivery?.holds },
  broken: { takes: [], answer: broken },
  judged: { takes: [], answer: (inquiry) => deciders(inquiry) },
  loyalDo: { takes: [], answer: done },
  decision: { takes: ['number'], answer: (inquiry, /** @type {number} */ general) => verdict(inquiry).decisions[general] },
  besides: { takes: ['protocol'], answer: besides },
  attackers: { takes: [], answer: (inquiry) => (isFor(inquiry, 'coordination') ? deciders(inquiry, 'A') : undefined) },
  allPaid: { takes: [], answer: (inquiry) => (isFor(inquiry, 'settlement') ? done(inquiry) : undefined) },
  honestAgree: { takes: [], answer: (inquiry) => (isFor(inquiry, 'settlement') ? verdict(inquiry).agreement.holds : undefined) },
};
