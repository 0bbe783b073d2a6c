import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { loopback } from '../../new-county.ts';
import { newGroups } from '../passphrase.ts';
import { redirect, send } from './answers.ts';
import type { Asked } from './answers.ts';
import { codePage } from './page.ts';
import { readForm } from './read-form.ts';

/** Wrong codes after which nobody is let in any more: whoever shares this machine is not to guess. */
const mostWrongCodes = 20;
const cookieName = 'xiangyin_start';

/** Lets in the one browser that shows the code first. */
export class ScreenDoor {
  /** About 74 bits; works once. */
  readonly code = newGroups(3);
  // Null until the code was used.
  #browser: Buffer | null = null;
  #wrong = 0;

  /** Whether it has been guessed at too often. */
  get isShut(): boolean {
    return this.#browser === null && this.#wrong >= mostWrongCodes;
  }

  /** Whether this is the browser that was let in. */
  knows({ headers }: IncomingMessage): boolean {
    const shown = new RegExp(`(?:^|; )${cookieName}=([0-9a-f]{64})(?:;|$)`).exec(headers.cookie ?? '')?.[1];
    return this.#browser !== null && shown !== undefined && isSame(Buffer.from(shown, 'hex'), this.#browser);
  }

  /** Asks for the code. */
  ask(asked: Asked): void {
    send(asked, 403, codePage({ ...asked, path: '/' }, this.#browser === null ? null : 'elsewhere'));
  }

  /** Takes the code that was typed. */
  async take(asked: Asked): Promise<void> {
    const typed = (await readForm(asked.request)).get('code');
    const given = typeof typed === 'string' ? typed.replaceAll(/\s/g, '').toLowerCase() : '';
    if (this.#browser !== null || this.isShut || !isSame(Buffer.from(given), Buffer.from(this.code))) {
      this.#wrong += 1;
      return send(asked, 403, codePage({ ...asked, path: '/' }, 'wrong'));
    }
    this.#browser = randomBytes(32);
    asked.response.setHeader(
      'set-cookie',
      `${cookieName}=${this.#browser.toString('hex')}; HttpOnly; SameSite=Strict; Path=/`,
    );
    redirect(asked, '/');
  }
}

/** Whether it came under a name of this machine, and a form from these pages: another site's page whose name resolves to this machine gets nothing. */
export function isFromHere({ headers, method }: IncomingMessage): boolean {
  const here = URL.parse(`http://${headers.host ?? ''}`);
  if (!here || !loopback.includes(here.hostname)) return false;
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && headers.origin === here.origin);
}

const isSame = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
