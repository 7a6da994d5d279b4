// A page about lessons begins at its beginning: at the top, and for who came by a control that is gone, at its title.

/**
 * @param {HTMLElement} root @param {HTMLElement} title
 * @returns {(isOpen: boolean) => void} told whenever the page is drawn
 */
export function turnedTo(root, title) {
  let wasOpen = false;
  return (isOpen) => {
    if (isOpen && !wasOpen) {
      root.closest('.lessons-place')?.scrollTo(0, 0);
      if (document.activeElement?.checkVisibility() !== true) title.focus({ preventScroll: true });
    }
    wasOpen = isOpen;
  };
}
