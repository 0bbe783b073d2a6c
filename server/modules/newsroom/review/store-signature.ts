import { headBytes, statementBytes, statementHash } from '@xiangyin/document';
import type { Head, Statement } from '@xiangyin/document';
import { signStatement } from '#access';
import type { Assertion, SignatureEvidence } from '#access';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { lastSignature, mustStillHold } from './statement.ts';
import type { PreviousSignature } from './statement.ts';

/** What came with the wish to sign: the statement that was prepared and, from a passkey, the assertion over its hash. Left out, the server attests after step-up. */
export interface Signing {
  statement?: Statement | undefined;
  assertion?: Assertion | undefined;
}

interface ToSign {
  roundId: string;
  /** The version of the chain that the round goes by; null for what no chain asks. */
  versionId: string | null;
  revisionId: string;
  side: string;
  reason: string | null;
  /** Of a withdrawal or restoration: for the public. */
  note?: string | undefined;
  ticked?: readonly string[];
  statement: Statement;
  /** What stood beside the text: the statement names its hash. */
  head: Head;
  /** The signature before it, which this one takes back. */
  takesBack?: string;
  /** Of an entry `carried`: the approval that stands, and what differs from its text. */
  carriesId?: string;
  changed?: readonly string[];
  /** Why somebody who was not on duty signs last. */
  exception?: string | undefined;
  /** The story's signature before, where it was just read with the story locked; null: this is its first. Left out, it is asked for. */
  before?: PreviousSignature | null;
}

/** Signs and keeps the signature for ever: the statement as bytes and everything needed to check it without us.
 *  Refuses: TextChanged, StatementStale, AlreadySigned (409), StepUpRequired (401), PasskeyNotAccepted (422). */
export async function signAndStore(
  tx: Tx,
  actor: Actor,
  one: ToSign,
  signing: Signing,
): Promise<{ id: string; kind: SignatureEvidence['kind'] }> {
  const { statement, evidence } = await signNow(tx, actor, one.statement, signing);
  const id = newId<'signature'>();
  await storeSignature(tx, id, { ...one, statement }, evidence);
  return { id, kind: evidence.kind };
}

/** Signs and keeps nothing yet. Refuses as `signAndStore` does, but for AlreadySigned. */
export async function signNow(
  tx: Tx,
  actor: Actor,
  now: Statement,
  { statement = now, assertion }: Signing,
): Promise<{ statement: Statement; evidence: SignatureEvidence }> {
  if (statement !== now) mustStillHold(statement, now, tx.at);
  return { statement, evidence: await signStatement(tx, actor, statementHash(statement), assertion) };
}

/** Keeps, for ever and in the story's chain of signatures, that an approval stands over another text. */
export async function storeCarried(tx: Tx, one: Omit<ToSign, 'reason'>, evidence: SignatureEvidence): Promise<string> {
  const id = newId<'signature'>();
  await storeSignature(tx, id, { ...one, reason: null }, evidence);
  return id;
}

/** Keeps a signature under this id. Where the one before is known, it is on its way when this returns: what is asked next finds it. Refuses: AlreadySigned (409). */
export async function storeSignature(tx: Tx, id: string, one: ToSign, evidence: SignatureEvidence): Promise<void> {
  const { statement } = one;
  const previous = one.before === undefined ? await lastSignature(tx, statement.story) : one.before;
  const stored = await tx.named(
    'newsroom.store-signature',
    `insert into newsroom.signatures (county_id, id, story_id, number, round_id, revision_id, step, side, role, signer_id, verdict, reason, text_hash, statement, statement_hash,
       previous_id, previous_hash, kind, algorithm, public_key, signature, credential_id, authenticator_data, client_data_json, rp_id, at, version_id, ticked, carries_id, changed, takes_back, exception, head, note, attempt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
       (select count(*)::integer from newsroom.signatures t where t.county_id = $1 and t.round_id = $5 and t.step = $7 and t.verdict = 'taken-back')) on conflict do nothing returning 1`,
    [
      tx.countyId,
      id,
      statement.story,
      (previous?.number ?? 0) + 1,
      one.roundId,
      one.revisionId,
      statement.step,
      one.side,
      statement.role,
      statement.signer,
      statement.verdict,
      one.reason,
      statement.textHash,
      Buffer.from(statementBytes(statement)),
      statementHash(statement),
      previous?.id ?? null,
      previous?.statementHash ?? null,
      evidence.kind,
      evidence.algorithm,
      evidence.publicKey,
      evidence.signature,
      evidence.credentialId,
      evidence.authenticatorData,
      evidence.clientDataJSON,
      evidence.rpId,
      tx.at,
      one.versionId,
      one.ticked ?? [],
      one.carriesId ?? null,
      one.changed ?? null,
      one.takesBack ?? null,
      one.exception ?? null,
      Buffer.from(headBytes(one.head)),
      one.note ?? null,
    ],
  );
  if (stored.length !== 1) refuse('AlreadySigned', { storyId: statement.story, step: statement.step });
}
