/** The icon as an SVG of this side: a letter or character on pine, or two hills where the name begins with neither. `fills`: the ground reaches the edges, and the sign stays within the middle four fifths. */
export function iconSvg(character: string, side: number, fills: boolean): string {
  const ground = `<rect width="32" height="32" rx="${fills ? 0 : 7}" fill="#1f6147"/>`;
  const size = fills ? 16 : 20;
  const sign = /^[\p{L}\p{N}]$/u.test(character)
    ? `<text x="16" y="${16 + size * 0.35}" font-size="${size}" font-weight="700" text-anchor="middle" fill="#fff" font-family="Noto Serif CJK SC, Source Han Serif SC, Songti SC, SimSun, Noto Sans SC, serif">${character}</text>`
    : '<path d="M6 23l6-9 4 6 4-8 6 11z" fill="#fff"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 32 32">${ground}${sign}</svg>`;
}
