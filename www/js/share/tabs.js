// Tabs, of which arrows choose: what they show is beneath them, one at a time.

/** @typedef {import('../shell/page.js').Page} Page */

/**
 * @template {string} Name
 * @param {import('../state/types.js').Binder} own @param {Page} page @param {Record<Name, () => string>} names
 * @param {() => Name} shown @param {(name: Name) => void} show
 */
export function tabs({ el }, { id }, names, shown, show) {
  const all = /** @type {Name[]} */ (Object.keys(names));
  const idOf = (/** @type {Name} */ name) => id(`share-tab-${name}`);
  /** @param {KeyboardEvent} event */
  function turn(event) {
    const here = all.indexOf(shown());
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = all[(to + all.length) % all.length];
    show(name);
    buttons[all.indexOf(name)].focus();
  }
  const buttons = all.map((name) =>
    el(
      'button',
      {
        role: 'tab',
        id: idOf(name),
        'data-testid': `share-tab-${name}`,
        'aria-controls': id(`share-${name}`),
        'aria-selected': () => String(shown() === name),
        tabindex: () => (shown() === name ? 0 : -1),
        // Where there are tabs the dialog begins with them: further down the focus would draw what is first out of sight.
        autofocus: () => shown() === name,
        onclick: () => show(name),
        onkeydown: turn,
      },
      names[name],
    ),
  );
  return { node: el('div', { class: 'share-tabs', role: 'tablist', 'aria-labelledby': id('share-title') }, ...buttons), idOf };
}
