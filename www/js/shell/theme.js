// Light and dark: the attribute on the root, and word to whoever reads colours when they change.

/** @param {import('../state/store.js').Store} store @param {() => void} changed */
export function createTheme(store, changed) {
  const root = document.documentElement;
  const apply = () => {
    const { theme } = store.state;
    const before = root.dataset.theme ?? 'auto';
    if (before === theme) return;
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
    changed();
  };
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed);
  return apply;
}
