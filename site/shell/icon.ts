/** The site's icon: the first character of its name on pine, as a data address. */
export function siteIcon(siteName: string): string {
  const character = [...siteName][0] ?? '·';
  const safe = /[<>&"']/.test(character) ? '·' : character;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f6147"/><text x="16" y="23" font-size="20" font-weight="700" text-anchor="middle" fill="#fff" font-family="serif">${safe}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
