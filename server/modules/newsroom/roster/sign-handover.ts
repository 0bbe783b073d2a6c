import { randomBytes } from 'node:crypto';
import { sha256Hex, statementBytes, statementHash } from '@xiangyin/document';
import type { Statement } from '@xiangyin/document';
import { serverHeldKeyOf, signStatement } from '#access';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Signing } from '../review/store-signature.ts';

/** Whose signature it is. */
export type HandoverSide = 'leaving' | 'coming';
/** How the statements of a hand-over call what was done; they are of the form of those over texts (ADR 63): `story` is the hand-over, `textHash` the hash of its paper. */
export const said = {
  leaving: { step: 'hand-over', verdict: 'handed-over' },
  coming: { step: 'take-over', verdict: 'taken-over' },
} as const;

/** How old a prepared statement may be, in minutes of county time: the challenge lives as long. */
const statementMinutes = 5;

interface ToSign {
  readonly handoverId: string;
  readonly role: string;
  readonly side: HandoverSide;
  readonly paper: Buffer;
  /** `statementHash` of the leaving person's signature; empty for theirs. */
  readonly previous: string;
}

/** The statement that this person would sign now. */
export async function handoverStatement(tx: Tx, actor: Actor, one: ToSign): Promise<Statement> {
  return {
    v: 1,
    county: tx.ctx.county.slug,
    story: one.handoverId,
    revision: 1,
    textHash: sha256Hex(one.paper),
    path: 'watch',
    ...said[one.side],
    role: one.role,
    signer: actor.id,
    at: tx.at.toISOString(),
    previous: one.previous,
    nonce: randomBytes(18).toString('base64url'),
    ...((await serverHeldKeyOf(tx, actor)) ? { mark: 'demonstration' as const } : {}),
  };
}

/** Signs one side of a hand-over and keeps it for ever. Without a prepared statement the server attests after step-up.
 *  Refuses: StatementStale (409) when what is open has changed since; StepUpRequired (401), PasskeyNotAccepted (422), Forbidden (403) for tokens. */
export async function signHandover(tx: Tx, actor: Actor, one: ToSign, signing: Signing): Promise<void> {
  const now = await handoverStatement(tx, actor, one);
  if (signing.statement) mustStillHold(signing.statement, now, tx.at);
  const statement = signing.statement ?? now;
  const evidence = await signStatement(tx, actor, statementHash(statement), signing.assertion);
  await tx.named(
    'newsroom.store-handover-signature',
    `insert into newsroom.handover_signatures (county_id, id, handover_id, side, signer_id, statement, statement_hash, kind, algorithm, public_key, signature, credential_id, authenticator_data, client_data_json, rp_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      tx.countyId,
      newId<'signature'>(),
      one.handoverId,
      one.side,
      actor.id,
      Buffer.from(statementBytes(statement)),
      statementHash(statement),
      evidence.kind,
      evidence.algorithm,
      evidence.publicKey,
      evidence.signature,
      evidence.credentialId,
      evidence.authenticatorData,
      evidence.clientDataJSON,
      evidence.rpId,
      tx.at,
    ],
  );
}

function mustStillHold(returned: Statement, now: Statement, countyTime: Date): void {
  const fields = [
    'county',
    'story',
    'textHash',
    'path',
    'step',
    'role',
    'signer',
    'verdict',
    'previous',
    'mark',
  ] as const;
  const age = Math.abs(countyTime.getTime() - Date.parse(returned.at));
  if (fields.some((field) => returned[field] !== now[field]) || age > statementMinutes * 60_000)
    refuse('StatementStale', { storyId: now.story });
}
