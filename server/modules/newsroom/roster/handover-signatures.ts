import { sha256Hex, statementFromBytes } from '@xiangyin/document';
import type { Statement } from '@xiangyin/document';
import { verifySignature } from '#access';
import type { SignatureEvidence } from '#access';
import type { Tx } from '#platform/transaction';
import type { HandoverRow } from './handover-queries.ts';
import { readPaper } from './handover-paper.ts';
import type { HandoverPaper } from './handover-paper.ts';
import { said } from './sign-handover.ts';
import type { HandoverSide } from './sign-handover.ts';

/** A signature under a hand-over with the bytes it was kept with. */
export interface HandoverSignature {
  readonly handoverId: string;
  readonly side: HandoverSide;
  readonly signerId: string;
  readonly statement: Buffer;
  readonly statementHash: string;
  readonly at: Date;
  readonly evidence: SignatureEvidence;
}

/** The signatures under these hand-overs, that of the leaving person before that of the coming one. */
export async function signaturesUnder(tx: Tx, handoverIds: readonly string[]): Promise<HandoverSignature[]> {
  const rows = await tx.named<Omit<HandoverSignature, 'evidence'> & SignatureEvidence>(
    'newsroom.handover-signatures',
    `select handover_id as "handoverId", side, signer_id as "signerId", statement, statement_hash as "statementHash", at, kind, algorithm, public_key as "publicKey", signature, credential_id as "credentialId",
       authenticator_data as "authenticatorData", client_data_json as "clientDataJSON", rp_id as "rpId"
     from newsroom.handover_signatures where county_id = $1 and handover_id = any($2) order by handover_id, side desc`,
    [tx.countyId, handoverIds],
  );
  return rows.map(({ handoverId, side, signerId, statement, statementHash, at, ...evidence }) => ({
    handoverId,
    side,
    signerId,
    statement,
    statementHash,
    at,
    evidence,
  }));
}

/** Whether a signature under a hand-over holds, from the stored bytes alone: signature over statement, statement over paper, paper over the row, and the coming person's over the leaving one's. Pure. */
export function holds(one: HandoverSignature, handover: HandoverRow, before: HandoverSignature | undefined): boolean {
  const read = readBoth(one, handover);
  if (!read || !handover.paper) return false;
  const { statement, paper } = read;
  const hash = sha256Hex(one.statement);
  return (
    hash === one.statementHash &&
    verifySignature(one.evidence, hash) &&
    (statement.mark === 'demonstration') === (one.evidence.kind === 'demonstration') &&
    statement.textHash === sha256Hex(handover.paper) &&
    statement.story === handover.id &&
    statement.signer === one.signerId &&
    statement.role === handover.role &&
    statement.step === said[one.side].step &&
    statement.verdict === said[one.side].verdict &&
    statement.previous === (one.side === 'coming' ? (before?.statementHash ?? 'none') : '') &&
    one.signerId === (one.side === 'leaving' ? handover.leavingId : handover.comingId) &&
    isPaperOf(paper, handover)
  );
}

// The note may have been cleared since; what stands of it must be what was signed.
const isPaperOf = (paper: HandoverPaper, row: HandoverRow): boolean =>
  paper.handover === row.id &&
  paper.shift === row.shiftId &&
  paper.role === row.role &&
  paper.place === row.placeId &&
  paper.leaving === row.leavingId &&
  paper.coming === row.comingId &&
  (row.note === '' || paper.noteHash === sha256Hex(row.note));

function readBoth(
  one: HandoverSignature,
  { paper }: HandoverRow,
): { statement: Statement; paper: HandoverPaper } | undefined {
  try {
    return paper ? { statement: statementFromBytes(one.statement), paper: readPaper(paper) } : undefined;
  } catch {
    return undefined;
  }
}
