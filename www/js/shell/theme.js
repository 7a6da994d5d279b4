// Light and dark: the attribute on a part's root, and word to whoever reads colours when they change.

/**
 * @param {HTMLElement} root @param {import('../state/store.js').Store} store @param {() => void} changed
 * @returns {() => void} to be called when the state may have another theme
 */
export function createTheme(root, store, changed) {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed);
  return () => {
    if (putTheme(root, store.state.theme)) changed();
  };
}

/** Without the attribute colours are those around, at last those that the system prefers. @param {HTMLElement} root @param {string} theme */
export function putTheme(root, theme) {
  if ((root.dataset.theme ?? 'auto') === theme) return false;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  return true;
}
