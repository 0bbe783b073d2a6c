import type { StoredEdition, StoredProof, StoredSignature } from '../verify/stored-evidence.ts';

/** A story's evidence as it leaves the house: canonical texts and statements as bytes (base64), keys and signatures. Ids, no names. The verifier reads this form. */
export const storyProof = (proof: StoredProof): Record<string, unknown> => ({
  story: proof.storyId,
  county: proof.countySlug,
  canonicalVersion: Math.max(1, ...[...proof.signatures, ...proof.editions].map((one) => versionOf(one.canonical))),
  texts: Object.fromEntries(
    [...proof.signatures, ...proof.editions].map((one) => [one.textHash, one.canonical.toString('base64')]),
  ),
  signatures: proof.signatures.map(signatureProof),
  editions: proof.editions.map(editionProof),
});

/** The version of the canonical form in which a text was kept: it stands in the text itself. */
export const versionOf = (canonical: Buffer): number => (JSON.parse(canonical.toString('utf8')) as { v: number }).v;

/** One signature with its statement as bytes. */
export const signatureProof = (one: StoredSignature): Record<string, unknown> => ({
  number: one.number,
  step: one.step,
  side: one.side,
  round: one.roundId,
  verdict: one.verdict,
  ...(one.isException ? { exception: true } : {}),
  textHash: one.textHash,
  statement: one.statement.toString('base64'),
  statementHash: one.statementHash,
  ...(one.head ? { head: one.head.toString('base64') } : {}),
  ...one.evidence,
});

const editionProof = (one: StoredEdition): Record<string, unknown> => ({
  number: one.number,
  path: one.path,
  chain: one.chain,
  round: one.roundId,
  textHash: one.textHash,
});
