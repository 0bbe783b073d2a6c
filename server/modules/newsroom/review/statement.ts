import { randomBytes } from 'node:crypto';
import { headHash } from '@xiangyin/document';
import type { Statement } from '@xiangyin/document';
import { serverHeldKeyOf } from '#access';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Revision } from '../story/revision.ts';
import { headOf } from '../story/head-of.ts';
import type { StoryRow } from '../story/story-queries.ts';

export type Verdict = 'approved' | 'returned' | 'rejected' | 'taken-back' | 'withdrawn' | 'restored';

/** What the system itself states: an approval that stands over another text. */
interface SystemWord {
  path: string;
  step: string;
  role: string;
  signer: string;
  verdict: 'carried';
  carries: string;
  changed: string;
}

/** How old a prepared statement may be when its signature arrives, in minutes of county time: the challenge lives as long. */
const statementMinutes = 5;

/** The statement a person would sign now about this revision: ids, the text's hash, and the link to the story's signature `before`. */
export async function draftStatement(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  revision: Revision,
  about: { path: string; step: string; role: string; verdict: Verdict },
  before: Promise<PreviousSignature | undefined> = lastSignature(tx, story.id),
): Promise<Statement> {
  const previous = await before;
  return {
    v: 1,
    county: tx.ctx.county.slug,
    story: story.id,
    revision: revision.version,
    textHash: revision.textHash,
    headHash: headHash(headOf(story)),
    path: about.path,
    step: about.step,
    role: about.role,
    signer: actor.id,
    verdict: about.verdict,
    at: tx.at.toISOString(),
    previous: previous?.statementHash ?? '',
    nonce: randomBytes(18).toString('base64url'),
    ...((await serverHeldKeyOf(tx, actor)) ? { mark: 'demonstration' as const } : {}),
  };
}

/** The statement that a signature is carried over to this revision. */
export async function systemStatement(
  tx: Tx,
  story: StoryRow,
  revision: Revision,
  word: SystemWord,
): Promise<Statement> {
  return {
    v: 1,
    county: tx.ctx.county.slug,
    story: story.id,
    revision: revision.version,
    textHash: revision.textHash,
    headHash: headHash(headOf(story)),
    ...word,
    at: tx.at.toISOString(),
    previous: (await lastSignature(tx, story.id))?.statementHash ?? '',
    nonce: randomBytes(18).toString('base64url'),
  };
}

/** What the next signature of a story follows. */
export interface PreviousSignature {
  readonly id: string;
  readonly number: number;
  readonly statementHash: string;
}

/** The story's latest signature of any round, or undefined. */
export async function lastSignature(tx: Tx, storyId: string): Promise<PreviousSignature | undefined> {
  const [row] = await tx.named<PreviousSignature>(
    'newsroom.last-signature',
    'select id, number, statement_hash as "statementHash" from newsroom.signatures where county_id = $1 and story_id = $2 order by number desc limit 1',
    [tx.countyId, storyId],
  );
  return row;
}

/** A statement that came back to be signed must still say what is true now. Refuses: TextChanged (409), StatementStale (409). */
export function mustStillHold(returned: Statement, now: Statement, countyTime: Date): void {
  if (returned.textHash !== now.textHash || returned.revision !== now.revision)
    refuse('TextChanged', { storyId: now.story, signedHash: returned.textHash, currentHash: now.textHash });
  const same = (
    ['county', 'story', 'headHash', 'path', 'step', 'role', 'signer', 'verdict', 'previous'] as const
  ).every((field) => returned[field] === now[field]);
  const age = Math.abs(countyTime.getTime() - new Date(returned.at).getTime());
  if (!same || returned.mark !== now.mark || age > statementMinutes * 60_000)
    refuse('StatementStale', { storyId: now.story });
}
