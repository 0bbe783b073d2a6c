import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import type { BenchCounty } from './prepare.ts';
import { startProduct } from './product.ts';
import { act, sign, storyBeforeLastSignature } from './sign-off.ts';
import type { Figure } from './times.ts';

const port = 8395;

/** One story to so many receivers of a newsletter, signed with DKIM and handed to a mail server on loopback; beside it, how fast a bare sender hands over letters of the same size. Memory is watched meanwhile. */
export async function measureNewsletter(county: BenchCounty, receivers: number): Promise<Figure[]> {
  const sink = await startSink();
  process.env['SMTP_URL'] = sink.url;
  const product = await startProduct(county.directory, port).finally(() => delete process.env['SMTP_URL']);
  try {
    await subscribe(county, product.address, receivers);
    const story = await storyBeforeLastSignature(product.address, county, '邮报');
    // Once the first tenth is through everything is loaded that sending needs: what is added then grows with the receivers.
    const seen: number[] = [];
    const watch = setInterval(() => sink.count() > receivers / 10 && seen.push(product.residentMegabytes()), 100);
    await sign(product.address, county, 'chief-editor', story, 'final_review');
    const { perSecond, bytes } = await sink.take(receivers);
    clearInterval(watch);
    const added = seen.length === 0 ? 0 : Math.max(...seen) - (seen[0] ?? 0);
    const bare = await bareSender(sink, Math.min(receivers, 4_000), bytes);
    const same = { stories: 0, low: perSecond, high: perSecond };
    return [
      {
        ...same,
        name: `newsletter, letters of ${receivers} handed over`,
        unit: '/s',
        value: perSecond,
        limit: bare,
        limitName: 'bare nodemailer, same size',
        ratio: perSecond / bare,
      },
      {
        name: `newsletter, memory that ${receivers} receivers add`,
        stories: 0,
        unit: 'MB',
        value: added,
        low: added,
        high: added,
        note: 'after the first tenth',
      },
    ];
  } finally {
    await product.stop();
    await sink.close();
  }
}

async function subscribe(county: BenchCounty, address: string, receivers: number): Promise<void> {
  const made = await act(address, county, 'chief-editor', 'POST', '/channels', {
    name: '邮报',
    placeId: county.placeId,
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: {
      kind: 'newsletter',
      lead: '',
      from: 'paper@news.example',
      returnTo: null,
      signs: true,
      digestHour: 7,
      digestWeekday: 1,
    },
  });
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    await owner.query(
      `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at, confirmed_at)
         select 1, gen_random_uuid(), $1, 'reader' || n || '@mail.example', 'zh-CN', 'instant', 'active', md5(n::text), now(), now() from generate_series(1, $2) n`,
      [Object(made['channel'])['id'], receivers],
    );
  } finally {
    await owner.end();
  }
}

interface Sink {
  readonly url: string;
  /** Waits for so many letters; answers how fast they came and how large one was. */
  take(count: number): Promise<{ perSecond: number; bytes: number }>;
  /** Letters so far. */
  count(): number;
  close(): Promise<void>;
}

/** A mail server that takes whatever comes and keeps nothing: the least that a receiver can cost. */
async function startSink(): Promise<Sink> {
  const seen = { letters: 0, first: 0, last: 0, bytes: 0 };
  let wanted = Infinity;
  let done: () => void = () => undefined;
  const server = createServer((socket) => {
    let left = '';
    let isData = false;
    socket.setNoDelay(true);
    socket.write('220 sink\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      left += chunk.toString('latin1');
      for (;;) {
        const mark = isData ? '\r\n.\r\n' : '\r\n';
        const at = left.indexOf(mark);
        if (at < 0) return;
        const said = left.slice(0, at);
        left = left.slice(at + mark.length);
        if (isData) {
          isData = false;
          seen.letters += 1;
          seen.bytes = said.length;
          seen.last = performance.now();
          if (seen.letters === 1) seen.first = seen.last;
          socket.write('250 taken\r\n');
          if (seen.letters >= wanted) done();
        } else {
          isData = /^DATA/i.test(said);
          socket.write(
            isData ? '354 go on\r\n' : /^EHLO/i.test(said) ? '250-sink\r\n250 PIPELINING\r\n' : '250 fine\r\n',
          );
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async take(count) {
      wanted = count;
      if (seen.letters < count) await new Promise<void>((resolve) => (done = resolve));
      const took = (seen.last - seen.first) / 1_000;
      const answer = { perSecond: count / took, bytes: seen.bytes };
      seen.letters = 0;
      return answer;
    },
    count: () => seen.letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bareSender(sink: Sink, count: number, bytes: number): Promise<number> {
  const transport = createTransport({ url: sink.url, pool: true, maxConnections: 10, maxMessages: Infinity });
  const text = 'x'
    .repeat(70)
    .concat('\r\n')
    .repeat(Math.ceil(bytes / 72));
  const taken = sink.take(count);
  for (let sent = 0; sent < count; sent += 200)
    await Promise.all(
      Array.from({ length: Math.min(200, count - sent) }, () =>
        transport.sendMail({ from: 'a@news.example', to: 'b@mail.example', subject: 'bare', text }),
      ),
    );
  const { perSecond } = await taken;
  transport.close();
  return perSecond;
}
