import { once } from 'node:events';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { readWorkingCopy, sharedTypes, workingCopyFrom } from '@xiangyin/document/working-copy';
import type { StoryText } from '@xiangyin/document';
import { until } from '#testing';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** Where a writer comes from: the address of the server, the host of the county, the cookie of a session. */
export interface WriterAt {
  readonly port: number;
  readonly host: string;
  readonly cookie: string;
  readonly origin?: string;
}

/** A socket to a story's working copy as a browser would open it. */
export const socketTo = (storyId: string, at: WriterAt): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${at.port}/api/v1/stories/${storyId}/draft`, {
    headers: {
      host: at.host,
      cookie: at.cookie,
      ...(at.origin === '' ? {} : { origin: at.origin ?? `http://${at.host}` }),
    },
  });

/** Somebody at a story's text without a screen: what the console's editor does, over a real socket. */
export class Writer {
  readonly doc = workingCopyFrom([]);
  readonly provider: HocuspocusProvider;
  readonly #wire: HocuspocusProviderWebsocket;
  /** The socket at hand. */
  socket: WebSocket | undefined;

  constructor(storyId: string, at: WriterAt) {
    const note = (socket: WebSocket): void => {
      this.socket = socket;
    };
    class Wire extends WebSocket {
      constructor() {
        super(`ws://127.0.0.1:${at.port}/api/v1/stories/${storyId}/draft`, {
          headers: { host: at.host, cookie: at.cookie, origin: `http://${at.host}` },
        });
        note(this);
      }
    }
    this.#wire = new HocuspocusProviderWebsocket({
      url: 'ws://unused',
      WebSocketPolyfill: Wire,
      delay: 50,
      minDelay: 50,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#wire,
      name: storyId,
      document: this.doc,
    });
    this.provider.attach();
  }

  /** Until everything here and there is the same and kept. */
  async synced(): Promise<this> {
    while (!this.provider.isSynced || this.provider.hasUnsyncedChanges) await pause();
    return this;
  }

  /** Until the text reads as wanted. */
  async sees(holds: (text: StoryText) => boolean): Promise<void> {
    await until(
      () => holds(this.text()),
      () => `never seen; the text is ${JSON.stringify(this.text()).slice(0, 400)}`,
    );
  }

  text = (): StoryText => readWorkingCopy(this.doc, 'zh-CN');

  title = (): Y.Text => sharedTypes(this.doc).title;

  /** The words of a paragraph. */
  paragraph(at: number): Y.XmlText {
    const block = sharedTypes(this.doc).body.get(at);
    const words = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (!(words instanceof Y.XmlText)) throw new Error(`no words in block ${at}`);
    return words;
  }

  /** Code and reason with which the server closes the socket. */
  async closed(): Promise<string> {
    const { socket } = this;
    if (!socket) throw new Error('no socket');
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    this.leave();
    return `${code} ${String(reason)}`;
  }

  leave(): void {
    this.provider.destroy();
    this.#wire.destroy();
  }

  [Symbol.dispose](): void {
    this.leave();
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
