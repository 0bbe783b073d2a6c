const border = 4;

/** A QR code as the address of a picture, to be shown or downloaded. */
export function qrAddress(qr: { path: string; size: number }): string {
  const side = qr.size + border * 2;
  return `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-border} ${-border} ${side} ${side}" width="800" height="800"><rect x="${-border}" y="${-border}" width="${side}" height="${side}" fill="#fff"/><path d="${qr.path}" fill="#000"/></svg>`,
  )}`;
}
