import type { SignatureEvidence } from '#access';
import type { Separation } from '../chain/chain.ts';
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
  /** One person took two steps of the round, as its chain allows, with a reason. */
  readonly isException: boolean;
  readonly textHash: string;
  readonly statement: Buffer;
  readonly statementHash: string;
  readonly previousHash: string | null;
  readonly evidence: SignatureEvidence;
  /** The canonical text of the revision it is over. */
  readonly canonical: Buffer;
  /** What stood beside it; null: signed before statements named it. */
  readonly head: Buffer | null;
}

/** An edition with what it claims. */
export interface StoredEdition {
  readonly id: string;
  readonly number: number;
  readonly roundId: string;
  readonly revisionId: string;
  /** The version of the chain by which its round went: what it is called, and the steps that this item took. */
  readonly chain: {
    readonly label: string;
    readonly separation: Separation;
    readonly steps: readonly { readonly step: string; readonly side: string }[];
  };
  readonly path: string;
  readonly textHash: string;
  readonly canonical: Buffer;
  /** As it is shown with the edition. */
  readonly byline: string;
  readonly level: string | null;
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
    `select g.id, g.number, g.story_id as "storyId", g.round_id as "roundId", g.revision_id as "revisionId", g.step, g.side, g.signer_id as "signerId", g.verdict, exists (select 1 from newsroom.duties d where d.county_id = g.county_id and d.round_id = g.round_id and d.person_id = g.signer_id and d.side = g.side and d.nth > 0) as "isException", g.text_hash as "textHash", g.statement,
       g.statement_hash as "statementHash", g.previous_hash as "previousHash", g.kind, g.algorithm, g.public_key as "publicKey", g.signature, g.credential_id as "credentialId",
       g.authenticator_data as "authenticatorData", g.client_data_json as "clientDataJSON", g.rp_id as "rpId", g.head, r.canonical
     from newsroom.signatures g join newsroom.revisions r on r.county_id = g.county_id and r.id = g.revision_id where g.county_id = $1 and g.story_id = $2 order by g.number`,
    [tx.countyId, storyId],
  );
  const editions = await tx.named<StoredEdition>(
    'newsroom.stored-editions',
    `select e.id, e.number, e.round_id as "roundId", e.revision_id as "revisionId", e.path, e.text_hash as "textHash", r.canonical, e.byline, e.level,
       json_build_object('label', case v.number when 1 then e.path else e.path || '.' || v.number end, 'separation', v.separation,
         'steps', (select json_agg(json_build_object('step', k.step, 'side', k.side) order by k.position) from newsroom.chain_steps k
           where k.county_id = o.county_id and k.version_id = o.version_id and (o.important or not k.important_only))) as chain
     from newsroom.editions e join newsroom.revisions r on r.county_id = e.county_id and r.id = e.revision_id
       join newsroom.rounds o on o.county_id = e.county_id and o.id = e.round_id
       join newsroom.chain_versions v on v.county_id = o.county_id and v.id = o.version_id where e.county_id = $1 and e.story_id = $2 order by e.number`,
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
