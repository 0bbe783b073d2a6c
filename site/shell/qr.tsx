import type { QrCode } from '@xiangyin/server/contract';

/** A QR code with its quiet zone of four modules. */
export function Qr({ code, label }: { code: QrCode; label: string }) {
  const side = code.size + 8;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn in place, so that paper and no network have it too
    <svg class="qr" viewBox={`-4 -4 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="qr-ground" x="-4" y="-4" width={side} height={side} />
      <path class="qr-ink" d={code.path} />
    </svg>
  );
}
