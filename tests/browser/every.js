// Links that every engine opens: a run of each protocol at its end, with a traitor where there can be one, and each figure of a run.

/** What runs in any army of some generals. */
export const PROTOCOLS = ['om', 'flat', 'sm', 'ic', 'king', 'queen', 'bracha', 'benor', 'pbft'];
const SCREENS = ['time', 'tree', 'table', 'pair', 'tolerance', 'attack', 'exhaust', 'ring', 'chain', 'cost'];

export const EVERY = [
  ...PROTOCOLS.map((name) => `v=1&p=${name}&n=4&t=3&at=99999`),
  'v=1&p=trust&t=2',
  'v=1&p=two&m=3&lost=2',
  ...SCREENS.map((view) => `v=1&p=om&n=4&t=3&view=${view}`),
];
