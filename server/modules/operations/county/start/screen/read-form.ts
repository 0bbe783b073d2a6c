import type { IncomingMessage } from 'node:http';

/** More than a form may hold. */
export class TooLarge extends Error {}

const mostBytes = 4 * 1024 * 1024;

/** A form that was sent, with files or without. Throws TooLarge (more than 4 MB); what is no form is an empty one. */
export async function readForm(request: IncomingMessage): Promise<FormData> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    bytes += part.length;
    // Read to its end all the same: a browser that is cut off shows no answer.
    if (bytes <= mostBytes) parts.push(part);
  }
  if (bytes > mostBytes) throw new TooLarge();
  const type = request.headers['content-type'] ?? '';
  return new Response(Buffer.concat(parts), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
}
