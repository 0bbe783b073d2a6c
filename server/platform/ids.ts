import { randomBytes, randomUUID } from 'node:crypto';

declare const brand: unique symbol;

/** A UUID that says what it identifies: `Id<'story'>` cannot be passed where an `Id<'order'>` is asked for. */
export type Id<Noun extends string> = string & { readonly [brand]?: Noun };

let lastMillisecond = 0;
let counter = 0;

/** A fresh UUIDv7 (RFC 9562 §5.7), rising within this process even inside one millisecond. Made in the app: PostgreSQL 15 has none. */
export function newId<Noun extends string>(): Id<Noun> {
  const now = Math.max(Date.now(), lastMillisecond);
  counter = now === lastMillisecond ? counter + 1 : randomBytes(2).readUInt16BE() & 0x3ff;
  const overflow = counter > 0xfff;
  lastMillisecond = overflow ? now + 1 : now;
  if (overflow) counter = 0;
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const rest = randomUUID();
  const sequence = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${rest.slice(19)}`;
}

/** When an id of ours was made, in milliseconds of real time. */
export const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** Whether a text is a UUID in the form we write. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
