// How fast the shipped wasm is in Node.

import { readFile } from 'node:fs/promises';
import { calibrate } from './calibration.js';
import { measure } from './median.js';

const dist = new URL('../../dist/', import.meta.url);
/** @type {typeof import('#generals')} */
const { default: init, Lab, LabSearch, Program, Session, Trust } = await import(new URL('generals.js', dist).href);
await init({ module_or_path: await readFile(new URL('generals_bg.wasm', dist)) });

// Another seed each time, so that no run can profit from the one before.
const random = (/** @type {string} */ scenario) => (/** @type {number} */ run) =>
  `v=1&p=om&${scenario}&s=random&seed=${run + 1}`;
const sixteen = random('n=16&m=5&t=2.5.8.11.14');
const nineteen = random('n=19&m=6&t=2.5.8.11.14.17');
const thirtyOne = random('n=31&m=10&t=1.4.7.10.13.16.19.22.25.28');
const everyMessage = true;

await calibrate();
measure('verdict n=16 m=5', { runs: 31, messages: 3_999_675 }, (run) => Session.judge(sixteen(run), { everyMessage }));
measure('verdict n=19 m=6', { runs: 5, messages: 174_865_860 }, (run) => Session.judge(nineteen(run), { everyMessage }));
measure('judge n=31 m=10', { runs: 5 }, (run) => Session.judge(thirtyOne(run)));
measure('open n=13 m=4', { runs: 15 }, () => Session.open('v=1&p=om&n=13&m=4&t=1.2.3.4').free());
const table = Session.open('v=1&p=om&n=13&m=4&t=2.5.8.11&s=random');
measure('table sort n=13 m=4', { runs: 15 }, () => table.rows({}, ['said', '-from', 'lie']).free());
measure('table filter n=13 m=4', { runs: 15 }, () => table.rows({ seenBy: 4, lies: true }).free());
measure('open n=16 m=5', { runs: 7 }, (run) => Session.open(sixteen(run)).free());
measure('attack n=31 m=10', { runs: 7 }, () => Lab.attack('v=1&p=om&n=31&m=10&t=1.22.23.24.25.26.27.28.29.30.31'));
measure('exhaust n=7 m=2', { runs: 3, strategies: 2 ** 30 }, () => {
  const search = LabSearch.exhaust('v=1&p=om&n=7&m=2&t=1.7&s=honest');
  while (!search.advance(2 ** 24).done);
  search.free();
});
measure('open king n=31 m=10', { runs: 15 }, (run) => Session.open(`v=1&p=king&n=31&m=10&t=1.2.3.4.5.6.7.8.9.10&s=random&seed=${run + 1}`).free());
// The seals of a letter are made when it is opened.
measure('open pbft n=31 m=10', { runs: 15 }, (run) => Session.open(`v=1&p=pbft&n=31&m=10&t=1&seed=${run + 1}`).free());
measure('open bracha n=31 m=10', { runs: 15 }, (run) => Session.open(`v=1&p=bracha&n=31&m=10&t=1.2.3.4.5.6.7.8.9.10&s=random&seed=${run + 1}`).free());
/** Everything tried, piece by piece. @param {string} link @param {number} piece */
const tryAll = (link, piece) => {
  const search = LabSearch.exhaust(link);
  while (!search.advance(piece).done);
  search.free();
};
measure('exact search king n=7 m=2', { runs: 7 }, () => tryAll('v=1&p=king&n=7&m=2&t=1.2', 2 ** 16));
measure('exact search queen n=9 m=2', { runs: 7 }, () => tryAll('v=1&p=queen&n=9&m=2&t=1.2', 2 ** 16));
measure('exhaust bracha n=4 m=1', { runs: 5, strategies: 110_592 }, () => tryAll('v=1&p=bracha&n=4&t=1', 2 ** 14));
/** A program among the examples. @param {string} name */
const programOf = (name) => readFile(new URL(`../../crate/core/tests/data/programs/${name}.byz`, import.meta.url), 'utf8');
// A commander who tells eight of them what he likes, and one of these who tells seven others: 3^15 strategies.
const echo = Program.link(await programOf('echo'), { n: 9, m: 2, traitors: [1, 2] });
measure('exhaust one echo n=9 m=2', { runs: 7, strategies: 3 ** 15 }, () => tryAll(echo, 2 ** 16));
const king = (await programOf('king')).trimEnd().split('\n');
const more = Array.from({ length: 40 - king.length }, (_, i) => `x${i} = count(A) * ${i} if me > ${i} else n - f`);
const long = [...king.slice(0, -1), ...more, king.at(-1), ''].join('\n');
measure('check a program of 40 lines', { runs: 101 }, () => Program.check(long, 7, 2));
measure('open a program of 40 lines n=7 m=2', { runs: 31 }, (run) => Session.open(Program.link(long, { n: 7, m: 2, traitors: [1, 2], seed: run })).free());
measure('ladder king n=12 m=3', { runs: 3 }, () => Lab.ladder('v=1&p=king&n=12&m=3&t=1.2.3'));
measure('trust table', { runs: 15 }, (run) => Trust.table(`v=1&p=trust&seed=${run}`));
const sixteenParties = Array.from({ length: 240 }, (_, i) => [1 + Math.floor(i / 15), 1 + (i % 15)]).map(([from, to]) => `${from}-${to < from ? to : to + 1}`);
measure('trust graph n=16', { runs: 31 }, (run) => Trust.graph(`v=1&p=trust&n=16&t=7&w=${sixteenParties.filter((_, i) => (i + run) % 3).join('.')}`));
measure('two generals m=15', { runs: 15 }, (run) => Lab.twoGenerals(`v=1&p=two&m=15&lost=${run % 16}`));
// The same, one run at a time.
const RIDDEN = 4096;
measure('one at a time n=7 m=2', { runs: 3, strategies: RIDDEN }, () => {
  for (let seed = 0; seed < RIDDEN; seed++) Session.judge(`v=1&p=om&n=7&m=2&t=1.7&s=random&seed=${seed}`);
});
await calibrate();
