import type { FigureAttrs } from '@xiangyin/document';

/** A picture with its words as a form with a file (RFC 7578). The boundary is its hash, which its own bytes cannot contain. */
export function formOf(
  { hash, alt, caption, credit }: FigureAttrs,
  bytes: Uint8Array,
): { readonly type: string; readonly body: Uint8Array } {
  const field = (name: string, value: string): string =>
    `--${hash}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = [
    field('alt', alt.slice(0, 200)),
    field('caption', caption.slice(0, 500)),
    field('credit', credit.slice(0, 100)),
    `--${hash}\r\ncontent-disposition: form-data; name="file"; filename="${hash}.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
  ].join('');
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${hash}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${hash}`, body };
}
