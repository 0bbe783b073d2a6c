import { randomUUID } from 'node:crypto';
import { benchText, quiet } from './prepare.ts';
import type { BenchCounty } from './prepare.ts';

/** What passes at least between a signature and the next: people read first. */
const readingMilliseconds = 500;

type Person = keyof BenchCounty['cookies'];
interface Story {
  id: string;
  version: number;
  revisionId: string;
  textHash: string;
  slug: string | null;
  state: string;
}

/** Sends one act to the product as a person of the cast. Throws with the product's words when it is refused. */
export async function act(
  address: string,
  county: BenchCounty,
  person: Person,
  method: string,
  path: string,
  body?: unknown,
): Promise<Story & Record<string, unknown>> {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      cookie: county.cookies[person],
      origin: address,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} as ${person}: ${answer.status} ${text.slice(0, 400)}`);
  return JSON.parse(text);
}

/** Writes a story and takes it to its last signature. */
export async function storyBeforeLastSignature(address: string, county: BenchCounty, title: string): Promise<Story> {
  const drafted = await act(address, county, 'correspondent', 'POST', '/stories', {
    language: 'zh-CN',
    sectionId: county.sectionId,
    placeIds: [county.placeId],
    text: benchText(title),
  });
  let story = await act(address, county, 'correspondent', 'POST', `/stories/${drafted.id}/submissions`, {
    version: drafted.version,
  });
  for (const [person, step] of [
    ['editor', 'first_review'],
    ['section-head', 'second_review'],
  ] as const)
    story = await sign(address, county, person, story, step);
  return story;
}

/** One signature on the text as it stands. */
export const sign = (
  address: string,
  county: BenchCounty,
  person: Person,
  story: Story,
  step: string,
): Promise<Story & Record<string, unknown>> =>
  act(address, county, person, 'POST', `/stories/${story.id}/signatures`, {
    step,
    revisionId: story.revisionId,
    textHash: story.textHash,
    verdict: 'approved',
  });

/** Milliseconds from sending the last signature until the public address has answered with the new text; and of these, until the signature was answered. */
export async function signOffToVisible(
  address: string,
  county: BenchCounty,
  round: number,
  { settle = true }: { settle?: boolean } = {},
): Promise<{ visible: number; answered: number }> {
  const title = `签发 ${round} ${randomUUID().slice(0, 8)}`;
  const story = await storyBeforeLastSignature(address, county, title);
  // People sign minutes apart: the consequences of the signatures before (search, notices, letters) are over by then.
  if (settle) {
    await new Promise((resolve) => setTimeout(resolve, readingMilliseconds));
    await quiet(county);
  }
  const began = performance.now();
  const published = await sign(address, county, 'chief-editor', story, 'final_review');
  const answered = performance.now() - began;
  for (;;) {
    const page = await fetch(`${address}/stories/${published.slug}`).then((answer) => answer.text());
    if (page.includes(title)) return { visible: performance.now() - began, answered };
  }
}
