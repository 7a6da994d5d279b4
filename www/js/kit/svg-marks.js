// Pieces of the stage as drawings in the page: the same marks the canvas paints, as SVG.

import { svg } from './dom.js';

/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {{colour: (name: string) => string}} Palette */

/** @param {import('../scene/types.js').Stroke} mark @param {Palette} palette */
function line({ stroke, width = 1, dash, cap = 'butt', join = 'miter', opacity = 1 }, { colour }) {
  return {
    opacity,
    ...(stroke && {
      stroke: colour(stroke),
      'stroke-width': width,
      'stroke-dasharray': dash?.join(' '),
      'stroke-linecap': cap,
      'stroke-linejoin': join,
    }),
  };
}

/** @param {Mark} mark @param {Palette} palette @returns {SVGElement | null} light is left out */
function drawn(mark, palette) {
  const fill = 'fill' in mark && mark.fill ? palette.colour(mark.fill) : 'none';
  switch (mark.kind) {
    case 'path': {
      const { d, x = 0, y = 0, scale = 1, stretch = scale, mirror, rotate, rule, under } = mark;
      const turn = rotate ? ` rotate(${rotate})` : '';
      return svg('path', {
        d,
        transform: `translate(${x} ${y}) scale(${mirror ? -scale : scale} ${stretch})${turn}`,
        fill,
        'fill-rule': rule,
        'paint-order': under ? 'stroke' : null,
        ...line(mark, palette),
      });
    }
    case 'disc':
      return svg('ellipse', { cx: mark.x, cy: mark.y, rx: mark.rx, ry: mark.ry, fill, ...line(mark, palette) });
    case 'curve':
      return svg('path', {
        d: `M${mark.x0} ${mark.y0}Q${mark.cx} ${mark.cy} ${mark.x1} ${mark.y1}`,
        fill: 'none',
        ...line(mark, palette),
      });
    case 'text':
      return svg(
        'text',
        {
          x: mark.x,
          y: mark.y,
          fill,
          'font-size': mark.size,
          'font-weight': mark.weight,
          'text-anchor': mark.align,
          transform: mark.rotate ? `rotate(${mark.rotate} ${mark.x} ${mark.y})` : null,
        },
        mark.text,
      );
    default:
      return null;
  }
}

/**
 * @param {Mark[]} marks around the origin
 * @param {number} width in px @param {number} height @param {Palette} palette
 */
export function drawing(marks, width, height, palette) {
  return svg(
    'svg',
    { class: 'drawing', width, height, viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`, 'aria-hidden': 'true' },
    ...marks.map((mark) => drawn(mark, palette)).filter((node) => node !== null),
  );
}
