import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits that an app would show now for this secret (RFC 6238, SHA-1, 30 seconds). */
function totpNow(secret: string, at = Date.now()): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const used = new Set<string>();

/** A code that was not used before in this run: the server takes each only once, so this may wait for the next half minute. */
export async function freshTotp(secret: string): Promise<string> {
  while (used.has(`${secret} ${totpNow(secret)}`)) await pause(500);
  const code = totpNow(secret);
  used.add(`${secret} ${code}`);
  return code;
}
