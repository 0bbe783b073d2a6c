const isOpen = (wrap: HTMLElement): boolean => wrap.style.display !== 'none';
const openDialogs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.ant-modal-wrap')].filter(isOpen);

/** Gives the focus back to what stood in the page under a dialog: most of ours leave the page as they close, before Ant Design can do it. A menu from which a dialog was opened is gone by then, so what counts is what had the focus in the page itself. */
export function giveFocusBack(page: HTMLElement): void {
  let before: HTMLElement | null = null;
  let wasInDialog = false;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (page.contains(target)) before = target;
    else if (target.closest('.ant-modal-wrap')) wasInDialog = true;
  });
  new MutationObserver(() => {
    if (!wasInDialog || openDialogs().length > 0) return;
    wasInDialog = false;
    if (document.activeElement === document.body && before?.isConnected) before.focus({ preventScroll: true });
  }).observe(document.body, { childList: true });
}
