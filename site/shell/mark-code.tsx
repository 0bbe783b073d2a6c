/** The QR code of a mark: a picture that comes when it is near the screen, or when the page is printed. */
export function MarkCode({ src, label }: { src: string; label: string }) {
  return <img class="mark-code" src={src} alt={label} width="168" height="168" loading="lazy" decoding="async" />;
}
