// What the protocol of the open run says of itself, as questions the page has. Nobody else asks, and nobody asks for its name.

/** @typedef {import('./types.js').Spec} Spec */
/** @typedef {{spec: Spec | null}} Open */

/** Tasks whose runs are told in other words. @type {Partial<Record<string, import('../words/i18n.js').Dialect>>} */
const DIALECTS = { settlement: 'trust', coordination: 'two' };

/** In which words a run is told, where its parties are no generals. @param {Open} s */
export const dialectOf = ({ spec }) => DIALECTS[`${spec?.task}`];

/**
 * What a run has that one of a spoken order has not, each with words and panels that come with the first such run: letters, opinions, phases and
 * slow letters, rules that fire, or what its protocol alone has, by its name.
 * @param {Open} s @returns {string[]}
 */
export const kindsOf = (s) => [
  ...(isSigned(s) ? ['signed'] : []),
  ...(hasOpinions(s) ? ['opinions'] : []),
  ...(isSlow(s) ? ['delays'] : []),
  ...(restsOn(s, 'marks') ? ['slow', 'marks'] : s.spec && s.spec.task !== 'broadcast' && !isOwn(s) ? [s.spec.protocol] : []),
  ...(isOwn(s) ? ['own', 'program', 'written'] : []),
];

/** Whether all run a program of the reader’s: what nobody has published. @param {Open} s */
export const isOwn = ({ spec }) => spec?.source === '';

/** Whether messages are signed letters. @param {Open} s */
export const isSigned = ({ spec }) => spec?.signed === true;

/** Whether letters are under way and come one at a time. @param {Open} s */
export const isSlow = ({ spec }) => !!spec && spec.model !== 'synchronous';

/** In which dialect it is spoken of: of rounds, where there are none, as of how deep letters rest on each other; of what a program decides, as of its own. @param {Open} s */
export const spokenIn = (s) => (isSlow(s) ? 'delays' : isOwn(s) ? 'written' : dialectOf(s));

/** Whether the number of steps itself tells what eyes cannot know: of letters that lie, of a messenger who is caught, or how long others were under way. @param {Open} s */
export const stepsTell = (s) => isSigned(s) || isSlow(s) || s.spec?.hasTraitors === false;

/** Whether letters bear seals: always, or by the rule that was agreed on. @param {Open & {scenario: import('./types.js').State['scenario']}} s */
export const bearsSeals = (s) => isSigned(s) || s.scenario?.by === 'signed';

/** Whether a message that is not sent is missed by whom it should reach. @param {Open} s */
export const noticesSilence = ({ spec }) => spec?.noticesSilence !== false;

/** Whether every general starts with an opinion of his own, and nobody commands. @param {Open} s */
export const hasOpinions = ({ spec }) => spec?.inputs === 'everyone';

/** Whether he is the one who is given the order and decides nothing. @param {Open} s @param {number | null} general */
export const isCommander = ({ spec }, general) => general === 1 && (spec?.inputs ?? 'commander') === 'commander';

/** Whether he starts with the order, and decides too or not. @param {Open} s @param {number | null} general */
export const hasOrder = (s, general) => general === 1 && !hasOpinions(s);

/** Whether decisions rest on this kind of evidence. @param {Open} s @param {Spec['evidence']} kind */
export const restsOn = ({ spec }, kind) => spec?.evidence === kind;

/** Whether a question of the laboratory, or for another world, can be asked of it. @param {Open} s @param {Spec['tools'][number]} tool */
export const answers = ({ spec }, tool) => spec?.tools.includes(tool) === true;

/** What a general is called: where nobody commands all are alike, but for one who leads. @param {Open} s @param {number} general */
export const roleOf = (s, general) =>
  isCommander(s, general) ? 'commander' : s.spec?.inputs === 'leader' && general === 1 ? 'leader' : hasOpinions(s) || s.spec?.inputs === 'leader' ? 'general' : 'lieutenant';
