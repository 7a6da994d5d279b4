// The text in the field and what is known of it. The run follows each text that can be read; one that cannot stands beside the run that there is.

import { el as once } from '../kit/dom.js';
import { checked, mistakeAfter, tidied } from './checking.js';
import { laidAside, layAside, stand, standing } from './drafts.js';
import { programEditor } from './editor.js';
import { wanted } from './linked-text.js';
import { mistakeNote } from './mistakes.js';

/** @typedef {import('./checking.js').Checked} Checked */
/** @typedef {ReturnType<typeof textOf>} Text */

/** After so long without a key mistakes are announced. */
const REST_MS = 400;
/** What typing is called in the list of what can be undone: a while of it is one. */
const TYPING = 'program';

/** Says what is wrong once the reader rests, also what was said before. @param {HTMLElement} place */
function announcer(place) {
  let timer = 0;
  return (/** @type {string} */ text) => {
    clearTimeout(timer);
    place.textContent = '';
    timer = window.setTimeout(() => void (place.textContent = text), REST_MS);
  };
}

/**
 * `running` is the program of the run as the field last had it: if the run has another one, that did not come from here.
 * @param {import('../shell/page.js').Page} page @param {() => void} draw
 */
export function textOf({ store, say, id }, draw) {
  const s = () => store.state;
  const army = () => /** @type {const} */ ([s().scenario?.n ?? 4, s().scenario?.m ?? 1]);
  const alert = once('div', { class: 'unseen', role: 'alert' });
  const announce = announcer(alert);
  let running = s().scenario?.prog ?? '';
  let now = checked(standing(running) ?? running, ...army());
  let tidy = tidied(now);
  /** For whom it was checked, and in which words that was said. */
  const asked = () => `${army()} ${s().lang} ${say().id(1)}`;
  let askedThen = asked();

  const mark = () => editor.mark(now.errors, (fault) => mistakeNote(say(), fault, now.text));
  /** Whether the text that stands there is the one that runs. */
  const runs = () => tidy === running;
  /** @param {string} text */
  function look(text) {
    now = checked(text, ...army());
    tidy = tidied(now);
    mark();
  }

  /** @param {string} text @param {string} control */
  function take(text, control) {
    look(text);
    const [first] = now.errors;
    announce(first ? mistakeNote(say(), first, text) : '');
    if (tidy !== null && !runs()) {
      running = tidy;
      store.apply({ type: 'edit', changes: { prog: text }, control });
      // What the link would not hold is not in the run.
      running = s().scenario?.prog ?? running;
    }
    stand(running, runs() ? null : text);
  }
  /** @param {string} control */
  function takeWhatStands(control) {
    const before = running;
    take(editor.value, control);
    // What it has become runs now.
    if (running !== before) stand(before, null);
    draw();
  }
  function runNow() {
    if (tidy !== null && !runs()) takeWhatStands('');
  }
  const editor = programEditor({
    value: now.text,
    attrs: { 'aria-labelledby': id('program-title'), 'aria-describedby': id('program-hint'), 'data-testid': 'program', lang: 'en', dir: 'ltr', autocorrect: 'off' },
    changed: () => takeWhatStands(TYPING),
    nextMistake,
  });
  function nextMistake() {
    const next = mistakeAfter(now, editor.caret);
    if (!next) return;
    editor.goTo(next);
    announce(mistakeNote(say(), next, now.text));
  }
  mark();

  /** Another text, by the reader's wish: undo leads back to the one before, or that one is laid aside. @param {string} given its lines may end in any way */
  function put(given) {
    const text = given.replace(/\r\n?/g, '\n');
    const [before, old] = [running, runs() ? null : now.text];
    editor.show(text);
    take(text, '');
    if (running === before && old !== null && old !== text) layAside(running, old);
    draw();
  }
  return {
    node: editor.node,
    alert,
    editor,
    get checked() {
      return now;
    },
    /** As all write it; null: with mistakes it has no such form. */
    tidy: () => tidy,
    runs,
    running: () => running,
    aside: () => laidAside(running),
    put,
    bringBack() {
      const text = laidAside(running);
      layAside(running, null);
      if (text !== null) put(text);
    },
    /** The run may have another program by now, or another army. */
    follow() {
      const { prog = '' } = s().scenario ?? {};
      const isOther = prog !== running;
      running = prog;
      if (isOther) editor.show(standing(prog) ?? prog);
      if (isOther || askedThen !== asked()) {
        askedThen = asked();
        look(editor.value);
        // What so many can run at last runs, once all is drawn.
        if (tidy !== null && !runs()) queueMicrotask(runNow);
      }
      // Who came to mend a text stands at what is wrong, once it is in the page.
      if (!now.ok && wanted()) requestAnimationFrame(nextMistake);
      return now.ok ? 'read' : 'wrong';
    },
  };
}
