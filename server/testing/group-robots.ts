import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = readonly [status: number, body: object];

/** What a robot was given and told its group. */
export interface Told {
  readonly robot: 'wecom' | 'dingtalk' | 'feishu' | 'program';
  readonly text: string;
}

/** The robots of three group chats, and a program that verifies signed calls by Standard Webhooks 1.0.0, for tests: robots answer as WeCom (document 91770), DingTalk ("custom robot access") and Feishu ("use custom bots in a group") document it, all with status 200 and a code. Each checks its address, the form of the body, size, its own signature and its time. */
export class GroupRobots implements AsyncDisposable {
  readonly told: Told[] = [];
  /** DingTalk takes only messages with this word, when it is set. */
  keyword = '';
  /** The robots were taken out of their groups. */
  areGone = false;
  /** So many messages came in the last minute that no more is taken. */
  areTired = false;
  readonly secret = 'SECthe-secret-of-the-robot';
  /** The secret that the program was shown. */
  programSecret = '';
  /** Signatures are compared with this time. */
  now: () => Date = () => new Date();
  readonly #server: Server;
  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<GroupRobots> {
    const server = createServer((request, response) => void robots.#answer(request, response));
    const robots = new GroupRobots(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return robots;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  /** The address that the settings of the robot show. */
  address(robot: Told['robot']): string {
    const paths = {
      wecom: '/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
      dingtalk: '/robot/send?access_token=566cc69da782ec',
      program: '/program',
      feishu: '/open-apis/bot/v2/hook/b6f0b1c2-0000-4c1c-9f1c-aaaaaaaaaaaa',
    };
    return `http://${this.host}${paths[robot]}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [status, body] = this.#judge(request, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #judge(request: IncomingMessage, text: string): Answer {
    const address = new URL(request.url ?? '', `http://${this.host}`);
    const isJson = request.method === 'POST' && (request.headers['content-type'] ?? '').startsWith('application/json');
    const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    if (address.pathname === '/cgi-bin/webhook/send') return this.#wecom(address, body);
    if (address.pathname === '/robot/send') return this.#dingtalk(address, body);
    if (address.pathname.startsWith('/open-apis/bot/v2/hook/')) return this.#feishu(address, body, text);
    if (address.pathname === '/program') return this.#program(request, text);
    return [404, {}];
  }

  #program({ headers }: IncomingMessage, text: string): Answer {
    const key = Buffer.from(this.programSecret.replace('whsec_', ''), 'base64');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`;
    if (headers['webhook-signature'] !== `v1,${hmac(key, signed)}`) return [401, {}];
    if (this.areGone) return [410, {}];
    if (this.areTired) return [429, {}];
    this.told.push({ robot: 'program', text });
    return [200, {}];
  }

  #wecom(address: URL, body: Record<string, unknown>): Answer {
    const no = (errcode: number, errmsg: string): Answer => [200, { errcode, errmsg }];
    if (this.areGone || address.href !== this.address('wecom')) return no(93000, 'invalid webhook url');
    if (this.areTired) return no(45009, 'api freq out of limit');
    if (body['msgtype'] !== 'text') return no(40008, 'invalid message type');
    const content = wordIn(body['text'], 'content');
    if (content === '') return no(44004, 'empty content');
    if (Buffer.byteLength(content) > 2048) return no(40058, 'text.content exceed max length 2048');
    this.told.push({ robot: 'wecom', text: content });
    return [200, { errcode: 0, errmsg: 'ok' }];
  }

  #dingtalk(address: URL, body: Record<string, unknown>): Answer {
    const no = (errcode: number, errmsg: string): Answer => [200, { errcode, errmsg }];
    const given = (name: string): string => address.searchParams.get(name) ?? '';
    if (this.areGone || given('access_token') !== '566cc69da782ec') return no(300005, 'token is not exist');
    const timestamp = given('timestamp');
    if (Math.abs(this.now().getTime() - Number(timestamp)) > 3_600_000) return no(310000, 'invalid timestamp');
    if (given('sign') !== hmac(this.secret, `${timestamp}\n${this.secret}`)) return no(310000, 'sign not match');
    const content = wordIn(body['text'], 'content');
    if (body['msgtype'] !== 'text' || content === '') return no(40035, 'missing parameter text');
    if (!content.includes(this.keyword)) return no(310000, 'keywords not in content');
    if (this.areTired) return no(130101, 'send too fast, exceed 20 times per minute');
    this.told.push({ robot: 'dingtalk', text: content });
    return [200, { errcode: 0, errmsg: 'ok' }];
  }

  #feishu(address: URL, body: Record<string, unknown>, text: string): Answer {
    const no = (code: number, msg: string): Answer => [200, { code, msg, data: {} }];
    if (this.areGone || address.href !== this.address('feishu'))
      return no(19001, 'param invalid: incoming webhook access token invalid');
    if (Buffer.byteLength(text) > 20 * 1024) return no(9499, 'Bad Request');
    const timestamp = String(body['timestamp']);
    const isInTime = Math.abs(this.now().getTime() / 1_000 - Number(timestamp)) <= 3_600;
    if (!isInTime || body['sign'] !== hmac(`${timestamp}\n${this.secret}`, ''))
      return no(19021, 'sign match fail or timestamp is not within one hour from current time');
    const content = wordIn(body['content'], 'text');
    if (body['msg_type'] !== 'text' || content === '') return no(9499, 'Bad Request');
    if (this.areTired) return no(11232, 'create message trigger frequency limit');
    this.told.push({ robot: 'feishu', text: content });
    return [200, { code: 0, msg: 'success', data: {}, Extra: null, StatusCode: 0, StatusMessage: 'success' }];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const hmac = (key: string | Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64');

function wordIn(part: unknown, name: string): string {
  const value: unknown = part !== null && typeof part === 'object' ? Reflect.get(part, name) : undefined;
  return typeof value === 'string' ? value : '';
}
