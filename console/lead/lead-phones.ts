/** Leads a phone that opens the console by a link of a notice on to the same thing in the light entry, before anything of the console is fetched, unless whoever holds it chose the full console (`?entry=full`, kept on this device).
 *  Runs inside the page by itself: it sees nothing but its arguments and the browser. */
export function leadPhones(lightAddress: (path: string) => string | null): void {
  const kept = 'xiangyin.entry';
  const asked = new URLSearchParams(location.search);
  if (asked.get('entry') === 'full') {
    localStorage.setItem(kept, 'full');
    asked.delete('entry');
    const rest = asked.toString();
    history.replaceState(null, '', location.pathname + (rest === '' ? '' : `?${rest}`) + location.hash);
  }
  // The device, not the window: a narrow or a much enlarged window at a desk stays where it is.
  const small = Math.min(screen.width, screen.height) < 500;
  const isPhone = small && (screen.width < 500 || matchMedia('(hover: none) and (pointer: coarse)').matches);
  if (!isPhone || localStorage.getItem(kept) === 'full') return;
  const to = lightAddress(location.pathname);
  if (to !== null) location.replace(to + location.search);
}
