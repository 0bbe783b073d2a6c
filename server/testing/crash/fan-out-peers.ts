import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PostOffice, Receiver, WeChatServer } from '#channels/testing';

/** An act of the fediverse as a follower's server got it. */
export interface ToldAct {
  readonly id: string;
  readonly type: string;
  readonly object: { readonly id: string };
  readonly text: string;
}

/** All who get copies while the program is killed again and again: they outlive it, and remember everything. */
export class FanOutPeers implements AsyncDisposable {
  readonly receiver: Receiver;
  readonly mail: PostOffice;
  readonly wechat: WeChatServer;
  readonly acts: ToldAct[] = [];
  readonly #follower: Server;
  /** Where the program answers now; 0: it does not. */
  port = 0;
  private constructor(receiver: Receiver, mail: PostOffice, wechat: WeChatServer) {
    [this.receiver, this.mail, this.wechat] = [receiver, mail, wechat];
    wechat.post = (address, body) => this.#callBack(address, body);
    this.#follower = createServer((asked, answer) => {
      const chunks: Buffer[] = [];
      asked.on('data', (chunk: Buffer) => chunks.push(chunk));
      asked.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { id, type, object } = JSON.parse(text) as ToldAct;
        this.acts.push({ id, type, object, text });
        answer.writeHead(202).end();
      });
    });
  }

  /** Starts them; the receiver and the platform of WeChat live in the time of `now`, which and publishes a moment after it was asked to. */
  static async start(now: () => number): Promise<FanOutPeers> {
    const [receiver, mail, wechat] = await Promise.all([
      Receiver.start(() => new Date(now())),
      PostOffice.start(),
      WeChatServer.start({ now, finishesAfterMilliseconds: 150 }),
    ]);
    const peers = new FanOutPeers(receiver, mail, wechat);
    await new Promise<void>((resolve) => peers.#follower.listen(0, '127.0.0.1', resolve));
    return peers;
  }

  get inbox(): string {
    return `http://127.0.0.1:${(this.#follower.address() as AddressInfo).port}/inbox`;
  }

  // Whoever calls while the program is dead calls in vain.
  #callBack(address: string, body: string): Promise<number> {
    const { pathname, search, host } = new URL(address);
    return new Promise((resolve) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method: 'POST',
          path: `${pathname}${search}`,
          headers: { host, 'content-type': 'text/xml' },
        },
        (answer) =>
          void answer
            .resume()
            .on('end', () => resolve(answer.statusCode ?? 0))
            .on('error', () => resolve(0)),
      );
      asked.on('error', () => resolve(0));
      asked.end(body);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#follower.closeAllConnections();
    this.#follower.close();
    await Promise.all([this.receiver, this.mail, this.wechat].map((one) => one[Symbol.asyncDispose]()));
  }
}
