import type { SignatureEvidence } from '#access';
import type { Tx } from '#platform/transaction';

/** A signature with the bytes it was kept with. */
export interface StoredSignature {
  readonly id: string;
  readonly number: number;
  readonly storyId: string;
  readonly roundId: string;
  readonly revisionId: string;
  readonly step: string;
  readonly side: string;
  readonly signerId: string;
  readonly verdict: string;
  readonly textHash: string;
  readonly statement: Buffer;
  readonly statementHash: string;
  readonly previousHash: string | null;
  readonly evidence: SignatureEvidence;
  /** The canonical text of the revision it is over. */
  readonly canonical: Buffer;
}

/** An edition with what it claims. */
export interface StoredEdition {
  readonly id: string;
  readonly number: number;
  readonly roundId: string;
  readonly revisionId: string;
  readonly path: 'full' | 'paired' | 'urgent';
  readonly textHash: string;
  readonly canonical: Buffer;
}

/** Everything of a story that a check needs, oldest first. */
export interface StoredProof {
  readonly storyId: string;
  readonly countySlug: string;
  readonly signatures: readonly StoredSignature[];
  readonly editions: readonly StoredEdition[];
}

type Row = Omit<StoredSignature, 'evidence'> & {
  kind: SignatureEvidence['kind'];
  algorithm: SignatureEvidence['algorithm'];
  publicKey: string;
  signature: string;
  credentialId: string | null;
  authenticatorData: string;
  clientDataJSON: string;
  rpId: string;
};

/** Reads the stored bytes of a story's signatures and editions. */
export async function storedProof(tx: Tx, storyId: string): Promise<StoredProof> {
  const rows = await tx.named<Row>(
    'newsroom.stored-signatures',
    `select g.id, g.number, g.story_id as "storyId", g.round_id as "roundId", g.revision_id as "revisionId", g.step, g.side, g.signer_id as "signerId", g.verdict, g.text_hash as "textHash", g.statement,
       g.statement_hash as "statementHash", g.previous_hash as "previousHash", g.kind, g.algorithm, g.public_key as "publicKey", g.signature, g.credential_id as "credentialId",
       g.authenticator_data as "authenticatorData", g.client_data_json as "clientDataJSON", g.rp_id as "rpId", r.canonical
     from newsroom.signatures g join newsroom.revisions r on r.county_id = g.county_id and r.id = g.revision_id where g.county_id = $1 and g.story_id = $2 order by g.number`,
    [tx.countyId, storyId],
  );
  const editions = await tx.named<StoredEdition>(
    'newsroom.stored-editions',
    `select e.id, e.number, e.round_id as "roundId", e.revision_id as "revisionId", e.path, e.text_hash as "textHash", r.canonical
     from newsroom.editions e join newsroom.revisions r on r.county_id = e.county_id and r.id = e.revision_id where e.county_id = $1 and e.story_id = $2 order by e.number`,
    [tx.countyId, storyId],
  );
  const signatures = rows.map(
    ({
      kind,
      algorithm,
      publicKey,
      signature,
      credentialId,
      authenticatorData,
      clientDataJSON,
      rpId,
      ...row
    }): StoredSignature => ({
      ...row,
      evidence: { kind, algorithm, publicKey, signature, credentialId, authenticatorData, clientDataJSON, rpId },
    }),
  );
  return { storyId, countySlug: tx.ctx.county.slug, signatures, editions };
}
