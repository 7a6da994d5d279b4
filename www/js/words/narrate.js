// From what happened to the one sentence that tells it, in parts, so that quotations and lies can be marked.

/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('./i18n.js').Part} Part */
/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {import('../state/types.js').Spec['inputs']} Inputs */

/** From this many speakers on, a quotation names them by number alone. */
const SHORT_NAMES_FROM = 3;
/** More generals than this are counted, not listed. */
const NAMED = 6;

/**
 * What the path says that the commander said: “General 3 said that General 1 said Attack.”
 * @param {Speech} say @param {number[]} path who spoke, the first one first @param {Word} word
 * @param {number} [shortFrom]
 */
export function quotation(say, path, word, shortFrom = SHORT_NAMES_FROM) {
  const short = path.length >= shortFrom;
  const name = (/** @type {number} */ id) => (short ? say.id(id) : say.general(id));
  const first = say.t(short ? 'quote.first.short' : 'quote.first', { who: name(path[0]), order: say.order(word) });
  return path.slice(1).reduce((inner, id) => say.t(short ? 'quote.next.short' : 'quote.next', { who: name(id), inner }), first);
}

/**
 * @param {Speech} say @param {Message} event
 * @param {Word | undefined} heard what the speaker himself was told on this path, `undefined` where that is not known
 * @param {Inputs} [inputs] who starts with something: an order is passed on, or opinions
 * @returns {Part[]}
 */
export function tellMessage(say, event, heard, inputs) {
  const who = { from: say.general(event.from), to: say.general(event.to) };
  const honest = event.honest === null ? '' : say.order(event.honest);
  const first = event.path.length === 1;
  if (event.said === null) {
    const about = event.path.length > 2 ? 'tell.relay.silent.deep' : 'tell.relay.silent';
    const by = say.ids(event.path.slice(0, -1).reverse());
    return say.parts(!event.lie ? 'tell.silent' : first ? say.under('tell.order.silent', inputs) : about, { ...who, honest, by });
  }
  if (first) return say.parts(say.under(event.lie ? 'tell.order.lie' : 'tell.order', inputs), { ...who, order: say.order(event.said), honest });
  const quote = quotation(say, event.path.slice(0, -1), event.said);
  if (!event.lie) return say.parts(heard === null ? 'tell.relay.unheard' : 'tell.relay', { ...who, quote });
  const known = heard === undefined ? 'tell.relay.lie' : heard === null ? 'tell.relay.lie.unheard' : 'tell.relay.lie.heard';
  return say.parts(known, { ...who, quote, honest, heard: say.order(heard ?? null) });
}

/**
 * While a whole round rides.
 * @param {Speech} say @param {number} round @param {Scenario} scenario
 * @param {{lies?: number, silent?: number, count?: number, inputs?: Inputs}} [of] how many messages it has, how many of them are lies and
 *   silences, and who starts with something
 * @returns {Part[]}
 */
export function tellRound(say, round, scenario, { lies = 0, silent = 0, count = Infinity, inputs } = {}) {
  const tellers = inputs === 'everyone' ? scenario.n : scenario.n - 1;
  const gap = { tone: /** @type {const} */ (''), text: say.t('gap') };
  if (silent === count) return say.parts('round.silent', { commander: say.general(1) });
  const orders = tellers === 1 || scenario.n === 2 ? 'round.orders.single' : 'round.orders';
  const relays = tellers === 2 ? 'round.relays.two' : 'round.relays';
  const parts = say.parts(say.under(round === 1 ? orders : round === 2 ? relays : 'round.later', inputs), { commander: say.general(1), before: String(round - 1) });
  if (silent > 0) parts.push(gap, ...say.parts('round.silences', { count: silent }));
  const spoken = lies - silent;
  if (spoken > 0) parts.push(gap, ...say.parts(count === 1 ? 'round.lies.only' : 'round.lies', { count: spoken }));
  return parts;
}

/** Who attacks and who retreats, as two lists. @param {import('../state/types.js').Verdict['decisions']} decisions */
export function sides(decisions) {
  const of = (/** @type {Order} */ order) =>
    Object.entries(decisions)
      .filter(([, d]) => d === order)
      .map(([id]) => Number(id))
      .sort((a, b) => a - b);
  return { attack: of('A'), retreat: of('R') };
}

/** “Generals 2 and 4”, “General 3”, or “12 generals”. @param {Speech} say @param {number[]} ids */
export function some(say, ids) {
  return ids.length > NAMED ? say.t('generals.counted', { count: ids.length }) : say.generals(ids);
}

/**
 * @param {Speech} say @param {import('../state/types.js').Verdict['decisions']} decisions of the loyal lieutenants
 * @param {{protocol: string, m: number, i?: string}} scenario @param {boolean} [tied] whether one of them had a tie
 * @returns {Part[]}
 */
export function tellDecision(say, decisions, { protocol, m, i }, tied = false) {
  const { attack, retreat } = sides(decisions);
  // With one relay a majority of words decides, with more a majority of majorities, with none the order itself.
  const way = m === 0 ? 'direct' : m > 1 ? 'deep' : '';
  /** @param {'all' | 'single' | 'split'} form */
  const key = (form) => {
    const own = say.under(`decide.${form}`, protocol);
    return own === `decide.${form}` && way ? `decide.${way}.${form}` : own;
  };
  if (attack.length + retreat.length === 0) return say.parts(say.under('decide.nobody', i === undefined ? 'commander' : 'everyone'));
  const tie = tied ? [{ tone: /** @type {const} */ (''), text: say.t('gap') }, ...say.parts('decide.tie')] : [];
  if (attack.length && retreat.length) {
    return [...say.parts(key('split'), { attackers: clause(say, attack, 'A'), retreaters: clause(say, retreat, 'R') }), ...tie];
  }
  const all = attack.length ? attack : retreat;
  const words = { who: some(say, all), order: say.order(attack.length ? 'A' : 'R') };
  return [...say.parts(key(all.length === 1 ? 'single' : 'all'), words), ...tie];
}

/** “Generals 2 and 4 attack”. @param {Speech} say @param {number[]} ids @param {Order} order */
export function clause(say, ids, order) {
  return say.t(`does.${order}`, { who: some(say, ids), count: ids.length });
}

/**
 * @param {Speech} say @param {Order | null} order null where whoever looks cannot know it @param {string} protocol
 * @returns {Part[]}
 */
export function tellBeginning(say, order, protocol) {
  const commander = say.general(1);
  if (order === null) return say.parts('begin.unknown', { commander });
  return say.parts(say.under('begin', protocol), { commander, order: say.order(order) });
}

/**
 * The same where every general has an opinion: who is for what, or in fog what the viewer is for.
 * @param {Speech} say @param {(Order | null)[]} opinions null where whoever looks cannot know it @param {number | null} viewer
 * @returns {Part[]}
 */
export function tellOpinions(say, opinions, viewer) {
  if (viewer !== null) return say.parts('begin.everyone.fog', { who: say.general(viewer), order: say.order(opinions[viewer - 1]) });
  const of = (/** @type {Order} */ order) => opinions.flatMap((opinion, i) => (opinion === order ? [i + 1] : []));
  const [attack, retreat] = [of('A'), of('R')];
  if (attack.length === 0 || retreat.length === 0)
    return say.parts('begin.everyone.alike', { order: say.order(attack.length ? 'A' : 'R') });
  const few = (/** @type {number[]} */ ids) => (ids.length > NAMED ? say.t('generals.counted', { count: ids.length }) : say.ids(ids));
  return say.parts('begin.everyone', { attackers: few(attack), retreaters: few(retreat) });
}

/**
 * What a viewer in fog is told of the end: his own decision, or that it is out of his sight.
 * @param {Speech} say @param {number} viewer @param {Order | null} order @param {string} protocol
 * @param {{vector?: string, tied?: boolean}} [how] `vector`: with which he ends, spelled; `tied`: his votes are @returns {Part[]}
 */
export function tellOwnDecision(say, viewer, order, protocol, { vector = '', tied = false } = {}) {
  const who = say.general(viewer);
  const key = vector ? 'fog.decide.vector' : say.under('fog.decide', protocol);
  if (order === null) return say.parts('fog.unseen.end', { who });
  const tie = tied ? [{ tone: '', text: say.t('gap') }, ...say.parts('decide.tie')] : [];
  return [...say.parts(key, { who, order: say.order(order), vector }), ...tie];
}

/** @param {Part[]} parts */
export const plain = (parts) => parts.map((p) => p.text).join('');
