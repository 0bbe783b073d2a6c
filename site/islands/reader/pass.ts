/** Passes the page on: the phone's own sharing, otherwise the address is copied and the button says so. Returns whether either is possible. */
export function passButton(button: HTMLButtonElement): boolean {
  const canShare = 'share' in navigator;
  const canCopy = 'clipboard' in navigator;
  if (!canShare && !canCopy) return false;
  button.addEventListener('click', () => void pass(button, canShare));
  return true;
}

async function pass(button: HTMLButtonElement, canShare: boolean): Promise<void> {
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  try {
    if (canShare) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    button.setAttribute('aria-live', 'polite');
    button.textContent = button.dataset['done'] ?? '';
  } catch {
    // The reader closed the phone's list of ways, or the browser did not allow copying: nothing to say.
  }
}
