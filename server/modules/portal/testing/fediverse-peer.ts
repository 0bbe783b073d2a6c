import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFederation, generateCryptoKeyPair, MemoryKvStore } from '@fedify/fedify';
import type { Context, Federation } from '@fedify/fedify';
import {
  Accept,
  Article,
  Create,
  Delete,
  Endpoints,
  Follow,
  isActor,
  Person,
  Tombstone,
  Undo,
  Update,
} from '@fedify/fedify/vocab';
import type { Activity } from '@fedify/fedify/vocab';

/** What came to the peer's people, as its library read and verified it. */
export interface Told {
  readonly act: 'Accept' | 'Create' | 'Update' | 'Delete';
  readonly object: string;
  readonly title: string;
  readonly content: string;
}

// Made once: the library makes them of 4,096 bits.
const keysOfAll = generateCryptoKeyPair('RSASSA-PKCS1-v1_5');

/** Another server of the fediverse on this machine, of the library's own making: one person, who follows and reads. */
export class FediversePeer implements AsyncDisposable {
  readonly told: Told[] = [];
  /** Its answer to whoever knocks at its inbox, instead of reading what comes. */
  answer: ((response: ServerResponse) => void) | undefined;
  readonly #server: Server;
  readonly #federation: Federation<void>;

  private constructor() {
    this.#federation = createFederation<void>({ kv: new MemoryKvStore(), allowPrivateAddress: true });
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<FediversePeer> {
    const peer = new FediversePeer();
    await peer.#setUp();
    await new Promise<void>((resolve) => peer.#server.listen(0, '127.0.0.1', resolve));
    return peer;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  #context(): Context<void> {
    return this.#federation.createContext(new URL(this.origin), undefined);
  }
  follow(actor: string): Promise<void> {
    return this.#send(actor, this.#followOf(actor));
  }
  leave(actor: string): Promise<void> {
    const follow = this.#followOf(actor);
    return this.#send(
      actor,
      new Undo({ id: new URL('#undo/1', follow.actorId ?? ''), actor: follow.actorId, object: follow }),
    );
  }
  #followOf(actor: string): Follow {
    const reader = this.#context().getActorUri('reader');
    return new Follow({ id: new URL('#follow/1', reader), actor: reader, object: new URL(actor) });
  }
  async #send(actor: string, activity: Activity): Promise<void> {
    const followed = await this.#context().lookupObject(actor);
    if (!followed || !isActor(followed)) throw new Error(`${actor} is no account`);
    await this.#context().sendActivity({ identifier: 'reader' }, followed, activity);
  }
  /** What stands at an address, as the library reads it. */
  async read(address: string): Promise<unknown> {
    const found = await this.#context().lookupObject(address);
    return found ? found.toJsonLd() : null;
  }

  async #setUp(): Promise<void> {
    const keys = await keysOfAll;
    this.#federation
      .setActorDispatcher('/users/{identifier}', async (ctx, identifier) => {
        const [pair] = await ctx.getActorKeyPairs(identifier);
        return new Person({
          id: ctx.getActorUri(identifier),
          preferredUsername: identifier,
          inbox: ctx.getInboxUri(identifier),
          endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
          ...(pair ? { publicKey: pair.cryptographicKey } : {}),
        });
      })
      .setKeyPairsDispatcher(() => [keys]);
    this.#federation
      .setInboxListeners('/users/{identifier}/inbox', '/inbox')
      .on(Accept, (_, activity) => this.#note('Accept', activity))
      .on(Create, (_, activity) => this.#note('Create', activity))
      .on(Update, (_, activity) => this.#note('Update', activity))
      .on(Delete, (_, activity) => this.#note('Delete', activity));
  }

  async #note(act: Told['act'], activity: Activity): Promise<void> {
    const object = await activity.getObject();
    this.told.push({
      act,
      object: activity.objectId?.href ?? '',
      title: object instanceof Article ? String(object.name) : object instanceof Tombstone ? 'Tombstone' : '',
      content: object instanceof Article ? String(object.content) : '',
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.answer && request.method === 'POST') return this.answer(response);
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    );
    const asked = new Request(`${this.origin}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
    });
    const answer = await this.#federation.fetch(asked, { contextData: undefined });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
