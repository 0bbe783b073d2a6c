import { qrAddress } from './qr-address.ts';

/** A QR code as a picture that can be kept; `size` in pixels. */
export function QrImage({ qr, alt, size = 180 }: { qr: { path: string; size: number }; alt: string; size?: number }) {
  return <img src={qrAddress(qr)} alt={alt} width={size} height={size} style={{ borderRadius: 8 }} />;
}
