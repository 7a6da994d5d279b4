// Where the words are that come with the first run of a kind: of letters, of opinions, and what a protocol has for itself.

export { speak } from './dialects.js';

/**
 * Of which kinds the runs of a protocol are, as their spec says it (`spec.kindsOf`): what a link names begins to come before the engine is there.
 * @type {Partial<Record<string, string[]>>}
 */
export const KINDS_OF = {
  sm: ['signed'],
  ic: ['opinions', 'ic'],
  king: ['opinions', 'slow', 'marks'],
  queen: ['opinions', 'slow', 'marks'],
  benor: ['opinions', 'delays', 'slow', 'marks'],
  bracha: ['delays', 'slow', 'marks'],
  pbft: ['delays', 'slow', 'marks'],
  own: ['opinions', 'signed', 'slow', 'marks', 'own', 'program', 'written'],
  trust: ['trust'],
  two: ['two'],
};

/** By the kind, what all protocols are called, and what an attack on a program says. @type {Partial<Record<string, Record<import('./i18n.js').Lang, () => Promise<{default: Record<string, string>}>>>>} */
export const CATALOGUES = {
  protocols: {
    en: () => import('../../lang/en-protocols.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-protocols.json', { with: { type: 'json' } }),
  },
  signed: {
    en: () => import('../../lang/en-signed.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-signed.json', { with: { type: 'json' } }),
  },
  opinions: {
    en: () => import('../../lang/en-opinions.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-opinions.json', { with: { type: 'json' } }),
  },
  ic: {
    en: () => import('../../lang/en-ic.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-ic.json', { with: { type: 'json' } }),
  },
  marks: {
    en: () => import('../../lang/en-marks.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-marks.json', { with: { type: 'json' } }),
  },
  own: {
    en: () => import('../../lang/en-own.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-own.json', { with: { type: 'json' } }),
  },
  program: {
    en: () => import('../../lang/en-program.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-program.json', { with: { type: 'json' } }),
  },
  attack: {
    en: () => import('../../lang/en-attack.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-attack.json', { with: { type: 'json' } }),
  },
  written: {
    en: () => import('../../lang/en-written.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-written.json', { with: { type: 'json' } }),
  },
  trust: {
    en: () => import('../../lang/en-trust.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-trust.json', { with: { type: 'json' } }),
  },
  slow: {
    en: () => import('../../lang/en-slow.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-slow.json', { with: { type: 'json' } }),
  },
  delays: {
    en: () => import('../../lang/en-delays.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-delays.json', { with: { type: 'json' } }),
  },
  two: {
    en: () => import('../../lang/en-two.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-two.json', { with: { type: 'json' } }),
  },
};
