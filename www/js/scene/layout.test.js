// Facts about where things stand: on the stage, apart from each other, on any stage.
import assert from 'node:assert/strict';
import test from 'node:test';
import { labelBox } from './labels.js';
import { DOTS_FROM, layout } from './layout.js';

const STAGES = [[732, 562], [390, 452], [820, 700], [2000, 1100], [320, 371], [640, 358], [1372, 628], [2560, 1300], [320, 180], [900, 188], [1280, 188], [2560, 188], ...pairs()];
/** Two side by side, on a phone, on its side and on a desk. @returns {[number, number][]} */
function pairs() {
  return [[176, 196], [191, 253], [190, 112], [570, 317], [570, 280]];
}
/** The stage of phones, upright and on their side, as the page has it. */
const PHONES = [[360, 294], [390, 452], [412, 452], [540, 284]];
const generals = (/** @type {number} */ from, /** @type {number} */ to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** @param {number} from @param {number} to @param {(plan: import('./types.js').Layout, where: string) => void} check */
function everywhere(from, to, check) {
  for (const [width = 0, height = 0] of STAGES) {
    for (const n of generals(from, to)) check(layout({ width, height, n, compact: width < 600 }), `${width}×${height} n=${n}`);
  }
}

test('no name lies under the buttons in the upper corners of a small map', () => {
  for (const width of [500, 506, 560, 640])
    for (const height of [180, 224, 306])
      for (let n = 3; n <= 8; n += 1) {
        const plan = layout({ width, height, n, compact: true, touch: true });
        for (const { id, label, k } of plan.camps) {
          const box = label && labelBox(label, k);
          assert.ok(!box || box.top >= 52 || (box.left >= 52 && box.right <= width - 52), `${width} × ${height}, n = ${n}: General ${id}`);
        }
      }
});

test('every camp stands on the stage with its whole shield', () => {
  everywhere(2, 64, ({ camps, width, height, n }, where) => {
    assert.equal(camps.length, n);
    for (const { x, y, k } of camps) {
      assert.ok(x > 23 * k && x < width - 23 * k && y > 23 * k && y < height - 23 * k, where);
    }
  });
});

test('no two shields touch', () => {
  everywhere(2, 64, ({ camps }, where) => {
    for (const a of camps) {
      for (const b of camps) if (a.id < b.id) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 23 * (a.k + b.k), `${where}: ${a.id} and ${b.id}`);
    }
  });
});

test('no shield stands in the city', () => {
  everywhere(2, 64, ({ camps, city }, where) => {
    for (const c of camps) {
      const far = Math.hypot((c.x - city.x) / (95 * city.k + 23 * c.k), (c.y - city.y - 8 * city.k) / (66 * city.k + 23 * c.k));
      assert.ok(far > 1, `${where}: ${c.id}`);
    }
  });
});

test('the buttons over two camps never overlap, and are as large as a finger wherever there is room', () => {
  everywhere(2, 64, ({ camps }, where) => {
    for (const a of camps) {
      for (const b of camps) {
        const reach = (a.hit + b.hit) / 2 - 1e-9;
        if (a.id < b.id) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= reach, `${where}: ${a.id} and ${b.id}`);
      }
    }
  });
  for (const [width = 0, height = 0] of PHONES) {
    for (const n of generals(2, 16))
      for (const camp of layout({ width, height, n, compact: width < 600, touch: true }).camps)
        assert.ok(camp.hit >= 44, `${width}×${height} n=${n}: ${camp.hit.toFixed(1)}`);
  }
  for (const camp of layout({ width: 732, height: 562, n: 16 }).camps) assert.ok(camp.hit >= 32);
});

test('the commander stands at the top and the others follow clockwise', () => {
  everywhere(2, 64, ({ camps, centre }, where) => {
    const turn = camps.map(({ x, y }) => (Math.atan2(x - centre.x, centre.y - y) + 2 * Math.PI - 1e-9) % (2 * Math.PI));
    turn[0] = 0;
    turn.forEach((angle, i) => assert.ok(i === 0 || angle > (turn[i - 1] ?? 0), where));
    assert.ok(camps.every((c) => c.y >= (camps[0]?.y ?? 0) - 1e-9), where);
  });
});

test('every name is on the stage, on no shield and on no other name', () => {
  everywhere(2, 31, ({ camps, width, height }, where) => {
    const boxes = camps.flatMap(({ id, k, label }) => (label ? [{ id, ...labelBox(label, k) }] : []));
    for (const box of boxes) {
      assert.ok(box.left > 10 && box.right < width - 10 && box.top > 10 && box.bottom < height - 10, `${where}: ${box.id} is off the stage`);
      for (const c of camps) {
        const dx = Math.max(box.left - c.x, 0, c.x - box.right);
        const dy = Math.max(box.top - c.y, 0, c.y - box.bottom);
        assert.ok(Math.hypot(dx, dy) > 23 * c.k, `${where}: ${box.id} lies on the shield of ${c.id}`);
      }
      for (const o of boxes) {
        if (o.id === box.id) continue;
        assert.ok(o.left >= box.right || o.right <= box.left || o.top >= box.bottom || o.bottom <= box.top, `${where}: ${box.id} and ${o.id}`);
      }
    }
  });
});

test('either all camps are named or none, and four always are on the stage of the desk', () => {
  everywhere(2, 64, ({ camps }, where) => assert.ok(camps.every((c) => (c.label === null) === (camps[0]?.label === null)), where));
  for (const n of generals(2, 10)) assert.ok(layout({ width: 732, height: 562, n }).camps[0]?.label, `n=${n}`);
});

test('few camps have names on a map beside another too, where it is wide', () => {
  for (const [width, height, n, named] of /** @type {const} */ ([[570, 317, 3, true], [570, 317, 5, true], [570, 275, 3, true], [570, 317, 7, true], [570, 390, 7, true], [570, 317, 9, false], [191, 253, 3, false]]))
    assert.equal(layout({ width, height, n, compact: true }).camps.every(({ label }) => label !== null), named, `${width}×${height} n=${n}`);
});

test('beside another on a phone up to five have camps and roads, more are shields on a ring', () => {
  for (const [n, bare] of /** @type {const} */ ([[3, false], [5, false], [6, true], [16, true]])) {
    const plan = layout({ width: 176, height: 196, n, compact: true });
    assert.deepEqual([plan.bare, plan.dots], [bare, bare], `n=${n}`);
  }
  assert.equal(layout({ width: 360, height: 294, n: 6, compact: true }).bare, false);
});

test('from 32 generals on camps are dots', () => {
  assert.equal(layout({ width: 732, height: 562, n: DOTS_FROM - 1 }).dots, false);
  assert.equal(layout({ width: 732, height: 562, n: DOTS_FROM }).dots, true);
});

test('the same stage gives the same layout', () => {
  assert.deepEqual(layout({ width: 732, height: 562, n: 7 }), layout({ width: 732, height: 562, n: 7 }));
});
