import { statementFromBytes } from '@xiangyin/document';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { signatureProof, versionOf } from '../dossier/story-proof.ts';
import { storyBySlug } from '../story/story-queries.ts';
import { standingApprovals } from '../verify/check-proof.ts';
import { storedProof } from '../verify/stored-evidence.ts';
import type { StoredEdition, StoredProof } from '../verify/stored-evidence.ts';

// Approvals of a text that was changed since, where the county's rules let them stand: each with the text it is over.
function approvalsBehind(proof: StoredProof, edition: StoredEdition): { carried?: object[] } {
  const hashes = proof.signatures
    .filter((one) => one.roundId === edition.roundId && one.verdict === 'carried')
    .map((one) => statementFromBytes(one.statement).carries);
  if (hashes.length === 0) return {};
  return {
    carried: proof.signatures
      .filter((one) => hashes.includes(one.statementHash))
      .map((one) => ({ ...signatureProof(one), canonicalText: one.canonical.toString('base64') })),
  };
}

/** `/stories/:slug/proof.json`: everything by which the signatures of the valid edition can be checked without us: the canonical text, each statement as bytes, keys and signatures (base64). Ids, no names. */
export const proofPage: Page = {
  path: '/stories/:slug/proof.json',
  view: '',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const story = found(await storyBySlug(tx, params['slug'] ?? ''));
      found(story.publicState === 'published' ? true : undefined);
      const proof = await storedProof(tx, story.id);
      const edition = found(proof.editions.find((one) => one.id === story.editionId));
      const body = {
        story: story.id,
        county: proof.countySlug,
        edition: edition.number,
        path: edition.path,
        textHash: edition.textHash,
        canonicalVersion: versionOf(edition.canonical),
        canonicalText: edition.canonical.toString('base64'),
        signatures: standingApprovals(proof.signatures)
          .filter((one) => one.roundId === edition.roundId)
          .map(signatureProof),
        ...approvalsBehind(proof, edition),
      };
      return {
        raw: new Raw('application/json; charset=utf-8', JSON.stringify(body, null, 1)),
        keys: [`story:${story.id}`],
      };
    }),
};
