import type { App } from './app.ts';
import type { Ctx, Tx } from './transaction.ts';

/** Reads for several who ask; answers stand in the order of the asks. */
type Reading<Ask, Answer> = (tx: Tx, asks: readonly Ask[]) => Promise<readonly Answer[]>;

interface Waiting<Ask, Answer> {
  readonly ctx: Ctx;
  readonly ask: Ask;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Lane<Ask, Answer> {
  readonly waiting: Waiting<Ask, Answer>[];
  underWay: number;
}

/** Two, so that one that is held up holds up nobody who comes behind it. */
const mostUnderWay = 2;
const mostAtOnce = 100;

/** Makes a reading that many ask for at once one for all of them. Whoever comes while others are under way waits for the next: it begins after they asked, so it shows each of them every commit from before. Counties and languages are read apart. For requests that read from the primary, as all of the API do where somebody is known. When a reading fails, all it was for are told. */
export function gathered<Ask, Answer>(reading: Reading<Ask, Answer>): (ctx: Ctx, ask: Ask) => Promise<Answer> {
  const lanes = new WeakMap<App, Map<string, Lane<Ask, Answer>>>();
  return (ctx, ask) => {
    const ofApp = lanes.get(ctx.app) ?? new Map<string, Lane<Ask, Answer>>();
    lanes.set(ctx.app, ofApp);
    const name = `${ctx.county.id} ${ctx.tag}`;
    const lane = ofApp.get(name) ?? { waiting: [], underWay: 0 };
    ofApp.set(name, lane);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    lane.waiting.push({ ctx, ask, resolve, reject });
    if (lane.underWay < mostUnderWay) void readOn(reading, lane);
    return promise;
  };
}

async function readOn<Ask, Answer>(reading: Reading<Ask, Answer>, lane: Lane<Ask, Answer>): Promise<void> {
  lane.underWay += 1;
  for (let served = lane.waiting.splice(0, mostAtOnce); served[0]; served = lane.waiting.splice(0, mostAtOnce)) {
    const asks = served.map(({ ask }) => ask);
    try {
      const answers = await served[0].ctx.read((tx) => reading(tx, asks));
      for (const [at, answer] of answers.entries()) served[at]?.resolve(answer);
    } catch (error) {
      for (const one of served) one.reject(error);
    }
  }
  lane.underWay -= 1;
}
