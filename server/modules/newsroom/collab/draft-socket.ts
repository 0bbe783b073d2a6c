import { WorkingCopyFault } from '@xiangyin/document/working-copy';
import type { RawData } from 'ws';
import type { App } from '#platform/app';
import { Refusal } from '#platform/refuse';
import type { Sender } from './checked-copy.ts';
import { BadFrame, readFrame } from './frame.ts';
import type { Guest } from './draft-room.ts';
import type { Present } from './presence.ts';

/** Milliseconds between two looks whether somebody may still be here: a session that merely ran out ends no event. */
const askMilliseconds = 15_000;
/** So many messages may wait to be kept; whoever sends more is no typist. */
const mostWaiting = 2_000;

interface Surroundings {
  readonly app: App;
  readonly storyId: string;
  readonly guest: Guest;
  readonly present: Present;
  take(sender: Sender, update: Uint8Array): Promise<void>;
  hand(data: Uint8Array): void;
  gone(event: { code: number; reason: string }): void;
}

/** One window at a text. Every message is read here first; what changes the text is checked and kept before Hocuspocus sees it, and messages keep their order. A refused one closes
 *  the socket: code 4000 + status, reason the refusal's code. */
export class DraftSocket implements Sender {
  readonly writerId: string;
  readonly sessionId: string | undefined;
  readonly present: Present;
  readonly #around: Surroundings;
  readonly #asking: NodeJS.Timeout;
  #order: Promise<void> = Promise.resolve();
  #waiting = 0;
  #wrote = false;
  #closed = false;

  constructor(around: Surroundings) {
    const { guest } = around;
    this.#around = around;
    this.writerId = guest.actor.id;
    this.sessionId = guest.actor.sessionId;
    this.present = around.present;
    guest.socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    guest.socket.on('close', (code, reason) => this.#end(code, String(reason)));
    guest.socket.on('error', () => guest.socket.terminate());
    this.#asking = setInterval(() => void this.askAgain(), askMilliseconds);
  }

  /** Looks whether they may still be here; if not, the socket closes. */
  async askAgain(): Promise<void> {
    const used = this.#wrote;
    this.#wrote = false;
    try {
      await this.#around.guest.ask(used);
    } catch (error) {
      this.#refuse(error);
    }
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    const { socket } = this.#around.guest;
    socket.close(code, reason);
    // Whoever does not answer the farewell is cut off; nothing of theirs is read any more.
    setTimeout(() => socket.terminate(), 2_000).unref();
    this.#end(code, reason);
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closed) return;
    try {
      if (!isBinary || !Buffer.isBuffer(data)) throw new BadFrame();
      const update = readFrame(data, this.#around.storyId);
      this.#waiting += 1;
      if (this.#waiting > mostWaiting) throw new Refusal('TooManyRequests');
      const kept = update ? this.#around.take(this, update) : Promise.resolve();
      if (update) this.#wrote = true;
      // The chain below looks at it; until then it must not count as unheard.
      kept.catch(() => undefined);
      this.#order = this.#order
        .then(() => kept)
        .then(
          () => this.#pass(data),
          (error: unknown) => this.#refuse(error),
        );
    } catch (error) {
      this.#refuse(error);
    }
  }

  #pass(data: Buffer): void {
    this.#waiting -= 1;
    if (!this.#closed) this.#around.hand(data);
  }

  #refuse(error: unknown): void {
    if (error instanceof WorkingCopyFault) return this.close(4422, `UpdateRefused:${error.code}`);
    if (error instanceof BadFrame) return this.close(4400, 'BadRequest');
    if (error instanceof Refusal) return this.close(4000 + error.status, error.code);
    this.#around.app.log.error('a writer was cut off', { error: error instanceof Error ? error : undefined });
    this.close(4500, 'Unexpected');
  }

  #end(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#asking);
    this.#around.gone({ code, reason });
  }
}
