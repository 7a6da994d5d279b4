// What has no room on a screen: wider than the page, words that are cut, parts that lie on others; asked of every screen in every size.

import assert from 'node:assert/strict';
import { ready, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

const SIZES = [
  [320, 640],
  [360, 640],
  [390, 844],
  [640, 360],
  [820, 1180],
  [1280, 800],
  [1366, 768],
  [1920, 1080],
  [2560, 1440],
];

/** What is opened, and what is there when it has come. @type {Record<string, {link: string, shows: string}>} */
const SCREENS = {
  'the beginning': { link: 'p=om&n=4&t=3', shows: '.camps button' },
  'a broken end': { link: 'p=om&n=3&t=3&at=99', shows: '.camps button' },
  'the end of a deep run': { link: 'p=om&n=7&m=2&t=3.6&at=999', shows: '.camps button' },
  'through one general’s eyes': { link: 'p=om&n=4&t=3&at=7&pov=2', shows: '.eyes:not([hidden])' },
  'signed letters': { link: 'p=sm&n=4&t=1&s=split&at=6', shows: '.seals-button:not([hidden])' },
  'the end of signed letters': { link: 'p=sm&n=4&t=1&s=split&at=99', shows: '.camps button' },
  'the wrong vote': { link: 'p=flat&n=5&m=2&t=1&at=99', shows: '.camps button' },
  'many generals': { link: 'p=om&n=31&t=3&at=7', shows: '.camps button' },
  'a run too large': { link: 'p=om&n=64&m=25&t=3.4.5', shows: '.large' },
  'space and time': { link: 'p=om&n=4&t=3&at=6&view=time', shows: '.space-time' },
  'a vote tree': { link: 'p=om&n=7&m=2&t=3.6&at=999&view=tree', shows: '.vote' },
  'a table': { link: 'p=om&n=7&m=2&t=3.6&at=60&view=table', shows: '.table-row' },
  'the tolerance map': { link: 'p=om&n=4&m=1&t=3&view=tolerance', shows: '.tolerance' },
  'an attack': { link: 'p=om&n=4&m=1&t=3&view=attack', shows: '.lab-tool[data-tool="attack"] h3' },
  'the ring': { link: 'p=om&n=3&m=1&t=3&view=ring', shows: '.lab-tool[data-tool="ring"] h3' },
  'the chain': { link: 'p=om&n=7&m=1&t=3&view=chain', shows: '.lab-tool[data-tool="chain"] h3' },
  'the rule': { link: 'p=om&n=4&m=1&t=3&view=rule', shows: '.rules' },
  'the costs': { link: 'p=om&n=7&m=2&t=3&view=cost', shows: '.cost-figure text' },
  'an order between three': { link: 'p=trust&t=2&s=honest&x=1.2-3R&at=3', shows: '[role="switch"]' },
  'the end of signed receipts': { link: 'p=trust&t=3&by=signed&s=split&at=99', shows: '[role="switch"]' },
  'messengers who are caught': { link: 'p=two&m=2&lost=3&at=99', shows: '.camps button' },
  'many messengers': { link: 'p=two&m=15&lost=9&at=5', shows: '.camps button' },
  'a refused link': { link: 'p=om&n=99', shows: '[data-testid="error"]' },
};

/** All that is wrong with how the page stands there now. @param {Page} page @returns {Promise<string[]>} */
const wrongs = (page) =>
  page.evaluate(() => {
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    /** @param {Element} node */
    const named = (node) =>
      `${node.getAttribute('data-testid') ?? node.getAttribute('class') ?? node.tagName} “${node.textContent?.trim().slice(0, 30)}”`;
    /** @param {string} selector @returns {HTMLElement[]} */
    const visible = (selector) =>
      /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]).filter(
        (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isHeardOnly(node) && !node.closest('dialog, noscript, .late'),
      );
    /** @param {Element | null} node @returns {boolean} */
    const isHeardOnly = (node) => node !== null && (getComputedStyle(node).clipPath !== 'none' || isHeardOnly(node.parentElement));

    /** What can be seen of it: what everything around it leaves. @param {Element} node */
    function seen(node) {
      let { left, right, top, bottom } = node.getBoundingClientRect();
      for (let at = node.parentElement; at && at !== document.documentElement; at = at.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(at);
        if (display === 'contents' || (overflowX === 'visible' && overflowY === 'visible')) continue;
        const box = at.getBoundingClientRect();
        [left, right, top, bottom] = [Math.max(left, box.left), Math.min(right, box.right), Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return { left, right, top, bottom };
    }

    function wide() {
      const { documentElement: root } = document;
      const places = visible('.topbar, .page, .centre, .narration, .transport, .sheet, .rail, .panel, .lab, .view, .map-place, .large, .lab-head, .table-bar, .ballot-head');
      return [
        ...(root.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth ? [`the page is ${Math.max(root.scrollWidth, document.body.scrollWidth)} px wide`] : []),
        ...places.filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5).map((node) => `${named(node)} is wider than the page`),
      ];
    }

    function cut() {
      const told = visible('button, summary, h1, h2, h3, label, .label, .tabs button, .phase, .condition, a').filter((node) => !node.matches('.camps button, .byte, .choice, .brand, .table-heads button, [role="switch"]'));
      // A switch on a road has a finger's room around it; that its word fits is asked of it by itself.
      const short = told.filter((node) => getComputedStyle(node).display !== 'inline' && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 3));
      const lists = /** @type {HTMLSelectElement[]} */ (visible('select')).filter((node) => {
        const style = getComputedStyle(node);
        if (style.color === 'rgba(0, 0, 0, 0)') return false;
        context.font = style.font;
        const room = node.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return context.measureText(node.selectedOptions[0]?.textContent ?? '').width > room + 1;
      });
      return [...short.map((node) => `${named(node)} is cut`), ...lists.map((node) => `${named(node)} does not show “${node.selectedOptions[0].textContent}”`)];
    }

    /** Letters that end outside of what cuts them. */
    function clipped() {
      return visible('.narration p, .table-row span, .sheet-tabs button, .tabs button, .run > *, .vote-who, .condition, .because').flatMap((node) => {
        // What is longer than its room can be scrolled.
        if (node.scrollHeight > node.clientHeight + 1 && getComputedStyle(node).overflowY === 'auto') return [];
        const cuts = [node, node.parentElement].filter((at) => at && getComputedStyle(at).overflowY !== 'visible' && at.scrollHeight <= at.clientHeight + 1);
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        return cuts.some((at) => {
          const { top, bottom } = /** @type {Element} */ (at).getBoundingClientRect();
          // Faces leave about a tenth of their height free above and below.
          return lines.some((line) => line.top + 0.1 * line.height < top - 0.5 || line.bottom - 0.1 * line.height > bottom + 0.5);
        })
          ? [`letters of ${named(node)} are clipped`]
          : [];
      });
    }

    function overlaps() {
      const parts = visible(
        '.tabs button, .run > *, .history-button, .topbar .bar-button, .topbar .brand span, .view-pill, .language, .tool, .map-note, .narration .phase, .narration p, .seals-button, ' +
          '.transport .round, .pill-room, .scrubber .name, .scrubber .step-words, .conditions .condition, .conditions .because, .verdict > .label, .counts, .inspector-ways button, .lab-tools button, .lab-head .cheat, .lab-list, ' +
          '.table-heads button, .table-row > div > span, .table-bar select, .table-copy button, .ballot-title h2, .ballot-head .choose, .ballot-head .cheat, .large h2, .large button, .cost-head h3, .cost-head button, .cost-figure text, .decides-word svg, .decides-word b',
      )
        .map((node) => ({ node, box: seen(node) }))
        .filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight);
      return parts.flatMap(({ node, box }, i) =>
        parts
          .slice(i + 1)
          .filter(({ node: other, box: b }) => {
            const across = Math.min(box.right, b.right) - Math.max(box.left, b.left);
            const down = Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top);
            // Faces leave some of their height free above and below.
            if (across <= 1.5 || down <= 0.2 * Math.min(box.bottom - box.top, b.bottom - b.top)) return false;
            if (node.contains(other) || other.contains(node)) return false;
            // Rows are scrolled below their heads.
            return !(node.closest('.table-top') && other.closest('.table-long'));
          })
          .map(({ node: other }) => `${named(node)} lies on ${named(other)}`),
      );
    }

    /** A way that is not wholly in sight. */
    function missing() {
      return visible(`.tabs button, .lab-tools button${innerWidth < 900 ? '' : ', .inspector-ways button'}`).flatMap((node) => {
        const box = node.getBoundingClientRect();
        const { left, right, top, bottom } = seen(node);
        const isCut = box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
        return isCut || box.right > innerWidth || box.left < 0 ? [`${named(node)} is out of sight`] : [];
      });
    }
    return [...wide(), ...cut(), ...clipped(), ...overlaps(), ...missing()];
  });

/** The token of a decision stands before its word, on one line. @param {Page} page */
const decisionStands = (page) =>
  page.evaluate(() => {
    const [sign, word] = ['.decides-word svg', '.decides-word b'].map((selector) => document.querySelector(selector)?.getBoundingClientRect());
    if (!sign?.width || !word?.width) return true;
    return sign.right < word.left && Math.abs((sign.top + sign.bottom) / 2 - (word.top + word.bottom) / 2) < 4;
  });

/**
 * Goes through every screen in every size and finds all without room.
 * @param {import('./harness.js').House} house @param {'en' | 'zh'} lang
 */
export const hasRoom = (house, lang) =>
  house.hosted({ link: `v=1&p=om&n=4&t=3&lang=${lang}`, reducedMotion: 'reduce' }, async (page) => {
    await ready(page);
    /** @type {string[]} */
    const found = [];
    for (const [name, { link, shows }] of Object.entries(SCREENS)) {
      await page.evaluate((to) => {
        location.hash = to;
      }, `v=1&${link}&lang=${lang}`);
      await until(page, name, (wanted) => document.querySelector(wanted)?.checkVisibility() && document.body.getAttribute('aria-busy') !== 'true', shows);
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        for (const wrong of await wrongs(page)) found.push(`${width}×${height}, ${name}: ${wrong}`);
        if (!(await decisionStands(page))) found.push(`${width}×${height}, ${name}: the decision is not on one line`);
      }
    }
    assert.equal(found.join('\n'), '');
  });
