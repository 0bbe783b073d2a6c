import { statementFromBytes } from '@xiangyin/document';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { storyProof } from '../dossier/story-proof.ts';
import { storyBySlug } from '../story/story-queries.ts';
import { standingApprovals } from '../verify/check-proof.ts';
import { storedProof } from '../verify/stored-evidence.ts';
import type { StoredEdition, StoredProof, StoredSignature } from '../verify/stored-evidence.ts';

/** What the edition stands on: the approvals of its round, and those of a text that was changed since, where the county's rules let them stand. Oldest first. */
function approvalsOf(proof: StoredProof, edition: StoredEdition): StoredSignature[] {
  const own = standingApprovals(proof.signatures).filter((one) => one.roundId === edition.roundId);
  const carried = new Set(
    own.filter((one) => one.verdict === 'carried').map((one) => statementFromBytes(one.statement).carries),
  );
  return proof.signatures.filter((one) => own.includes(one) || carried.has(one.statementHash));
}

/** `/stories/:slug/proof.json`: everything by which the signatures of the valid edition can be checked without us, in the form that `verify.mjs` reads: texts and statements as bytes (base64), keys and signatures. Ids, no names. */
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
      const extract = storyProof({ ...proof, signatures: approvalsOf(proof, edition), editions: [edition] });
      return {
        raw: new Raw('application/json; charset=utf-8', JSON.stringify(extract, null, 1)),
        keys: [`story:${story.id}`],
      };
    }),
};
