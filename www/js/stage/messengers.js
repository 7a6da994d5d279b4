// Messengers on the stage: what is there now, who is at a point of it, and where the message of a step is.

import { seenFrom } from './note-placement.js';
import { dots, placeIn, stepIn } from '../scene/crowd.js';
import { hit, whereabouts } from '../scene/hit.js';
import { FINGER } from '../scene/layout.js';
import { withSelectedRoundVisible, world } from '../scene/world.js';

/** @typedef {import('../state/types.js').State} State */

/** How near to a dot a mouse must come, and how much room the mark around one takes, in px. */
const AT_DOT = 7;
const AROUND_DOT = 26;

/**
 * @param {() => State} s @param {import('./map-plan.js').MapPlan} plan
 * @param {() => import('../paint/painter.js').Frame} frame @param {import('../paint/painter.js').Painter} painter
 * @param {() => import('../state/own.js').OwnMap | undefined} [own] the map of the task, if it has one
 */
export function createMessengers(s, plan, frame, painter, own = () => undefined) {
  /** What is on the map now, every messenger at his place on the road. */
  function seen() {
    const shown = withSelectedRoundVisible(s());
    const now = plan.layout?.bare ? { ...world(shown), rides: [], crowd: null, flow: null, unseen: [] } : world(shown);
    const { link, motion, cursor, place, still } = s();
    if (still || shown !== s()) return now;
    return plan.pace(now, `${link} ${place.pov} ${motion?.what === 'round' ? `round ${motion.round}` : cursor}`);
  }
  return {
    seen,
    /** The step of the messenger at a point, in CSS px of the stage. @param {number} left @param {number} top @param {boolean} touch */
    at(left, top, touch) {
      const { layout, grown } = plan;
      if (!layout || !s().session) return null;
      const { times, dx, dy } = frame();
      const x = (left / grown - dx) / times;
      const y = (top / grown - dy) / times;
      const at = own()?.at;
      if (at) return at(x, y);
      const now = seen();
      if (!now.crowd) return hit(layout, now, x, y, { touch })?.index ?? null;
      const index = painter.find(dots(layout, now, now.crowd), { x, y }, (touch ? FINGER / 2 : AT_DOT) / times);
      return index === null ? null : stepIn(now.crowd, index);
    },
    /** Where the message of a step is, and what stands around it. @param {number} step */
    where(step) {
      const { layout, grown, room } = plan;
      if (!layout) return null;
      const now = seen();
      const dot = now.crowd && painter.place(dots(layout, now, now.crowd), placeIn(now.crowd, step));
      const around = AROUND_DOT / Math.sqrt(s().zoom.z);
      const where = own()?.where;
      const box = where ? where(step) : dot ? { ...dot, width: around, height: around } : whereabouts(layout, now, step);
      if (!box) return null;
      const { times, dx, dy } = frame();
      return seenFrom(layout, box, { times: times * grown, dx: dx * grown, dy: dy * grown }, room);
    },
  };
}
