/** Whether the program has another page now than the one that stands open: one of its scripts, which are named by what is in them, is not among `own`. A page without scripts (the program starts) says nothing. */
export const isRenewed = (own: readonly string[], page: string): boolean =>
  [...page.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].some(([, src = '']) => !own.includes(src));

/** Whether the program has another page at this address now than the one that stands open; false while it does not answer. */
export const isRenewedAt = (address: string): Promise<boolean> =>
  fetch(address, { headers: { accept: 'text/html' } })
    .then(async (response) => response.ok && isRenewed(ownScripts(), await response.text()))
    .catch(() => false);

/** The scripts of the page that stands open. */
export const ownScripts = (): string[] =>
  [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? '');
