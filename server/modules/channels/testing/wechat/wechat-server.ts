import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Account } from './account.ts';
import type { Article } from './account.ts';
import { callbackCall, publishJobXml } from './callback.ts';
import type { CallbackSetting } from './callback.ts';
import { draftCalls } from './drafts.ts';
import { addMaterial, uploadImage, uploadTemporary } from './images.ts';
import { articlePage } from './article-page.ts';
import { finish, outcomeOf, publishCalls } from './publishing.ts';
import { articleTotals } from './statistics.ts';
import { mustHoldToken, stableToken } from './tokens.ts';
import { refuseWith, WeChatError } from './wechat-error.ts';

/** How it is started. */
export interface WeChatOptions {
  readonly port?: number;
  readonly now?: () => number;
  /** Keeps what the account holds over a restart. */
  readonly kept?: { file: string; appId: string; secret: string };
  /** So long after `submit` the publication ends well by itself; without it, `finish` ends it. */
  readonly finishesAfterMilliseconds?: number;
}

/** The platform of WeChat official accounts, as far as its papers say how it behaves (reference sheet of the newsroom): tokens, pictures, drafts, publishing, callbacks, figures, quotas and error codes, over real HTTP. One account. */
export class WeChatServer implements AsyncDisposable {
  readonly account: Account;
  /** Names of the calls that came in, in their order. */
  readonly calls: string[] = [];
  /** By title of the article. */
  readonly readers = new Map<string, { read: number; shared: number }>();
  callback: CallbackSetting | null = null;
  /** How it calls back; a test may have it call in process. */
  post = async (address: string, body: string): Promise<number> => {
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
    await answer.text();
    return answer.status;
  };
  /** Status of each callback's answer. */
  readonly answered: number[] = [];
  readonly #server: Server;
  readonly #options: WeChatOptions;
  readonly #lost = new Set<string>();
  readonly #next = new Map<string, number>();

  private constructor(options: WeChatOptions) {
    this.#options = options;
    this.account = new Account(options.now ?? Date.now, options.kept);
    this.#server = createServer((request, response) => void this.#take(request, response));
  }
  static async start(options: WeChatOptions = {}): Promise<WeChatServer> {
    const server = new WeChatServer(options);
    await new Promise<void>((resolve) => server.#server.listen(options.port ?? 0, '127.0.0.1', resolve));
    return server;
  }
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often a call came in. */
  count = (call: string): number => this.calls.filter((one) => one === call).length;
  /** The next time this call is made it is acted upon, and the line breaks before the answer. */
  loseAnswerOf(call: string): void {
    this.#lost.add(call);
  }
  /** The next time this call is made it is refused so. */
  refuseNext(call: string, errcode: number): void {
    this.#next.set(call, errcode);
  }
  /** No token that was given out holds any longer. */
  revokeTokens(): void {
    this.account.stored.tokens = [];
  }
  /** Publications that are running. */
  running = (): string[] =>
    Object.entries(this.account.stored.jobs).flatMap(([id, job]) => (job.status === 1 ? [id] : []));
  /** What readers can see now. */
  standing = (): (Article & { articleId: string })[] =>
    Object.values(this.account.stored.publications).flatMap((one) =>
      one.articles
        .filter((article) => !article.is_deleted)
        .map((article) => ({ ...article, articleId: one.articleId })),
    );

  /** Ends a running publication and tells the account's owner, where a callback is set. */
  async finish(publishId: string, status = 0, { tells = true } = {}): Promise<void> {
    finish(this.account, publishId, status, this.address);
    this.account.save();
    if (tells) await this.tell(publishId);
  }
  /** Sends the callback of a publication, again if need be. */
  async tell(publishId: string, setting = this.callback): Promise<number> {
    if (!setting) return 0;
    const at = this.account.now();
    const xml = publishJobXml(outcomeOf(this.account, publishId), at);
    const { address, body } = callbackCall(setting, this.account.appId, xml, at);
    const status = await this.post(address, body);
    this.answered.push(status);
    return status;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', this.address);
    const call = address.pathname.replace(/^\/(?:cgi-bin\/)?/, '').replace(/^(token|stable_token)$/, 'cgi-bin/$1');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const page = request.method === 'GET' && articlePage(this.account, address.pathname);
    if (page) return void response.writeHead(200, { 'content-type': page.type }).end(page.body);
    this.calls.push(call);
    const answer = await this.#answer(call, address, request, Buffer.concat(chunks));
    this.account.save();
    if (this.#lost.delete(call)) return void response.destroy();
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
  }

  async #answer(call: string, address: URL, request: IncomingMessage, body: Buffer): Promise<Record<string, unknown>> {
    try {
      const planned = this.#next.get(call);
      this.#next.delete(call);
      if (planned !== undefined) refuseWith(planned);
      return await this.#do(call, address, request, body);
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error;
      return { errcode: error.errcode, errmsg: `${error.message} rid: ${this.account.newId(8)}` };
    }
  }

  async #do(
    call: string,
    { searchParams }: URL,
    request: IncomingMessage,
    body: Buffer,
  ): Promise<Record<string, unknown>> {
    const { account } = this;
    if (request.method !== 'POST') refuseWith(43002);
    if (call === 'cgi-bin/stable_token') return stableToken(account, jsonOf(body), request.socket.remoteAddress ?? '');
    mustHoldToken(account, searchParams.get('access_token'));
    if (account.forbidden.has(call)) refuseWith(48001);
    if (call === 'media/uploadimg') return uploadImage(account, await fileIn(request, body));
    if (call === 'material/add_material')
      return addMaterial(account, searchParams.get('type'), await fileIn(request, body));
    if (call === 'media/upload') return uploadTemporary(account, await fileIn(request, body));
    if (call === 'datacube/getarticletotaldetail') return articleTotals(account, jsonOf(body), this.readers);
    if (call === 'openapi/quota/get') {
      const path = String(jsonOf(body)['cgi_path']).replace(/^\/cgi-bin\//, '');
      return { errcode: 0, errmsg: 'ok', quota: account.quota(path) };
    }
    const known = draftCalls[call] ?? publishCalls[call];
    if (!known) refuseWith(48001);
    account.spend(call);
    const answer = known(account, jsonOf(body));
    if (call === 'freepublish/submit') this.#finishLater(String(answer['publish_id']));
    return answer;
  }

  #finishLater(publishId: string): void {
    const wait = this.#options.finishesAfterMilliseconds;
    if (wait === undefined) return;
    setTimeout(() => void this.finish(publishId).catch(() => this.answered.push(0)), wait).unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

// Han signs must stand as they are: what comes as \u4e00 is shown to readers in that form.
function jsonOf(body: Buffer): Record<string, unknown> {
  const text = body.toString('utf8');
  if (text === '') refuseWith(44002);
  if (/\\u[0-9a-f]{4}/i.test(text)) refuseWith(47001, ' unicode escape');
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return refuseWith(47001);
  }
}

async function fileIn(request: IncomingMessage, body: Buffer): Promise<Buffer | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('media');
    return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
