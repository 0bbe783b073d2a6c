/** After an act its button is often gone, and the focus with it: the keyboard goes on from the heading of the page then. */
export function keepFocus(): void {
  setTimeout(() => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    document.querySelector<HTMLElement>('h1')?.focus();
  }, 150);
}
