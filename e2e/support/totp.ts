import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const stepMilliseconds = 30_000;
const stepNow = (): number => Math.floor(Date.now() / stepMilliseconds);

/** The six digits that an app shows for this secret in this half minute since 1970 (RFC 6238, SHA-1). */
function totpAt(secret: string, step: number): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const lastSteps = new Map<string, number>();

/** A code that was not used before in this run, since the server takes each only once: the next one, as a phone shows it whose clock is half a minute ahead. A third within a minute has to wait. */
export async function freshTotp(secret: string): Promise<string> {
  const step = Math.max(stepNow(), (lastSteps.get(secret) ?? 0) + 1);
  lastSteps.set(secret, step);
  while (step > stepNow() + 1) await pause(100);
  return totpAt(secret, step);
}
