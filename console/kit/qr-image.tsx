const border = 4;

/** A QR code as a picture that can be kept; `size` in pixels. */
export function QrImage({ qr, alt, size = 180 }: { qr: { path: string; size: number }; alt: string; size?: number }) {
  return <img src={qrAddress(qr)} alt={alt} width={size} height={size} style={{ borderRadius: 8 }} />;
}

/** The same as an address, to be downloaded. */
export function qrAddress(qr: { path: string; size: number }): string {
  const side = qr.size + border * 2;
  return `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-border} ${-border} ${side} ${side}" width="800" height="800"><rect x="${-border}" y="${-border}" width="${side}" height="${side}" fill="#fff"/><path d="${qr.path}" fill="#000"/></svg>`,
  )}`;
}
