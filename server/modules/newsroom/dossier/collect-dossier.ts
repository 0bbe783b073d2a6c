import { difference, renderPlainBody } from '@xiangyin/document';
import type { Difference, StoryText } from '@xiangyin/document';
import type { Words } from '#platform/county';
import type { EvidenceTable } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { inWords, placeById, placeName } from '#places';
import type { SignatureLine } from '../contract.ts';
import { signatureLines } from '../review/signature-queries.ts';
import { sectionById } from '../section/section-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { checkProof } from '../verify/check-proof.ts';
import type { ProofReport } from '../verify/check-proof.ts';
import { storedProof } from '../verify/stored-evidence.ts';
import type { StoredProof } from '../verify/stored-evidence.ts';
import { dismissedTable } from './dismissed-findings.ts';
import { findingWords } from '../checks/finding-dismissals.ts';
import type { DismissedFinding } from '../checks/finding-dismissals.ts';

/** An edition with its text, and what it changed against the one before (null for the first). */
export interface DossierEdition {
  readonly id: string;
  readonly number: number;
  readonly kind: 'first' | 'update' | 'correction';
  /** By which chain it was reviewed, in the reader's language. */
  readonly chain: string;
  readonly text: StoryText;
  readonly textHash: string;
  readonly byline: string;
  readonly correctionNote: string | null;
  readonly updateNote: string | null;
  readonly publishedAt: Date;
  readonly changes: Difference | null;
}

/** A signature, and what its signer saw that the signature before it had not covered (null for the first, or when the text is the same). */
export interface DossierSignature extends SignatureLine {
  readonly sawChanges: Difference | null;
}

/** Everything by which one story can be judged without us. */
export interface Dossier {
  readonly story: StoryRow;
  readonly section: string;
  readonly places: readonly string[];
  readonly editions: readonly DossierEdition[];
  readonly signatures: readonly DossierSignature[];
  /** Each sentence of the valid edition's body, in order, with the number of the edition that brought it. */
  readonly sentences: readonly { readonly words: string; readonly edition: number }[];
  /** The findings of the checks that were left as they are. */
  readonly dismissed: readonly DismissedFinding[];
  /** For people: the findings left as they are, and what later modules know (its copies). */
  readonly tables: readonly EvidenceTable[];
  readonly proof: StoredProof;
  readonly report: ProofReport;
}

/** Gathers a story's dossier as it stands. The caller has asked whether this may be seen. */
export async function collectDossier(tx: Tx, story: StoryRow): Promise<Dossier> {
  const proof = await storedProof(tx, story.id);
  const editions = await editionsWithTexts(tx, story.id);
  const lines = await signatureLines(tx, story);
  const dismissed = await findingWords(tx, story.id);
  const section = await sectionById(tx, story.sectionId);
  return {
    story,
    section: inWords(section.name, tx.ctx.language),
    places: story.placeIds.flatMap((id) => placeById(tx, id) ?? []).map((place) => placeName(place, tx.ctx.language)),
    editions,
    signatures: lines.map((line, at) => ({ ...line, sawChanges: sawChanges(proof, lines[at - 1], line) })),
    sentences: sentencesOf(editions),
    dismissed,
    tables: [...(await dismissedTable(tx, dismissed)), ...(await tablesOf(tx, story.id))],
    proof,
    report: checkProof(proof),
  };
}

async function editionsWithTexts(tx: Tx, storyId: string): Promise<DossierEdition[]> {
  const rows = await tx.named<Omit<DossierEdition, 'changes' | 'chain'> & { chainName: Words; chainNumber: number }>(
    'newsroom.editions-with-texts',
    `select e.id, e.number, e.kind, e.text, e.text_hash as "textHash", e.byline, e.correction_note as "correctionNote", e.update_note as "updateNote", e.published_at as "publishedAt", h.name as "chainName", v.number as "chainNumber"
       from newsroom.editions e join newsroom.rounds o on o.county_id = e.county_id and o.id = e.round_id
         join newsroom.chain_versions v on v.county_id = o.county_id and v.id = o.version_id join newsroom.chains h on h.county_id = v.county_id and h.id = v.chain_id
      where e.county_id = $1 and e.story_id = $2 order by e.number`,
    [tx.countyId, storyId],
  );
  return rows.map(({ chainName, chainNumber, ...row }, at) => {
    const before = rows[at - 1];
    const name = inWords(chainName, tx.ctx.language);
    const chain =
      chainNumber === 1
        ? name
        : tx.ctx.app.wording.say(tx.ctx.language, 'dossier.chain-version', { name, number: chainNumber });
    return { ...row, chain, changes: before ? difference(before.text, row.text) : null };
  });
}

function sawChanges(proof: StoredProof, before: SignatureLine | undefined, line: SignatureLine): Difference | null {
  if (!before || before.textHash === line.textHash) return null;
  const textOf = (id: string): StoryText | undefined => {
    const stored = proof.signatures.find((one) => one.id === id);
    return stored && (JSON.parse(stored.canonical.toString('utf8')) as StoryText);
  };
  const [was, is] = [textOf(before.id), textOf(line.id)];
  return was && is ? difference(was, is) : null;
}

/** Cuts the valid text into sentences and names the edition that first held each and kept it since. */
export function sentencesOf(editions: readonly Pick<DossierEdition, 'number' | 'text'>[]): Dossier['sentences'] {
  const valid = editions.at(-1);
  if (!valid) return [];
  const plain = editions.map((one) => ({ number: one.number, body: renderPlainBody(one.text) }));
  return cutSentences(renderPlainBody(valid.text)).map((words) => ({
    words,
    edition: plain.slice(plain.findLastIndex(({ body }) => !body.includes(words)) + 1)[0]?.number ?? valid.number,
  }));
}

// A full stop ends a sentence in English only before a space: 3.5 and a.m. go on.
const cutSentences = (body: string): string[] =>
  body
    .split(/\n+|(?<=[。！？；…]["”’』」）)]?)|(?<=[.!?]["”’)]?)\s+/u)
    .map((words) => words.trim())
    .filter((words) => words !== '');

async function tablesOf(tx: Tx, storyId: string): Promise<EvidenceTable[]> {
  const tables: EvidenceTable[] = [];
  for (const module of tx.ctx.app.modules) tables.push(...((await module.evidence?.(tx, 'story', storyId)) ?? []));
  return tables;
}
