import type { Tx } from '#platform/transaction';
import type { AdoptionLevel, AdoptionLine, AdoptionMedium } from '../contract.ts';

/** A line of the ledger as it is stored. */
export interface AdoptionRow {
  readonly id: string;
  readonly adoptionId: string;
  /** Which line of this person in this adoption, from 1. */
  readonly entry: number;
  readonly personId: string;
  readonly kind: AdoptionLine['kind'];
  readonly why: AdoptionLine['why'];
  readonly storyId: string;
  readonly sectionId: string;
  readonly placeId: string;
  readonly level: AdoptionLevel;
  readonly medium: AdoptionMedium;
  /** Null: the county's own publication here. */
  readonly outlet: string | null;
  /** YYYY-MM-DD. */
  readonly adoptedOn: string;
  readonly href: string | null;
  readonly scanHash: string | null;
  readonly editionId: string | null;
  readonly sharers: number;
  readonly hundredths: number;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly recordedBy: { readonly kind: string; readonly id: string };
  readonly enteredAt: Date;
  readonly rowHash: string;
}

/** The columns of an AdoptionRow, of the table `a`. */
export const adoptionColumns = `a.id, a.adoption_id as "adoptionId", a.entry, a.person_id as "personId", a.kind, a.why, a.story_id as "storyId", a.section_id as "sectionId", a.place_id as "placeId",
  a.level, a.medium, a.outlet, to_char(a.adopted_on, 'YYYY-MM-DD') as "adoptedOn", a.href, a.scan_hash as "scanHash", a.edition_id as "editionId", a.sharers, a.hundredths,
  a.reverses, a.reason, a.recorded_by as "recordedBy", a.entered_at as "enteredAt", a.row_hash as "rowHash"`;

/** Every line of a story, oldest first. */
export const linesOfStory = (tx: Tx, storyId: string): Promise<AdoptionRow[]> =>
  tx.named<AdoptionRow>(
    'newsroom.adoptions-of-story',
    `select ${adoptionColumns} from newsroom.adoptions a where a.county_id = $1 and a.story_id = $2 order by a.entered_at, a.id`,
    [tx.countyId, storyId],
  );

/** The story that an adoption is of, or undefined. */
export async function storyOfAdoption(tx: Tx, adoptionId: string): Promise<string | undefined> {
  const [row] = await tx.named<{ storyId: string }>(
    'newsroom.story-of-adoption',
    'select story_id as "storyId" from newsroom.adoptions where county_id = $1 and adoption_id = $2 limit 1',
    [tx.countyId, adoptionId],
  );
  return row?.storyId;
}

/** Whoever handed in this story, or what was merged into it, in the order of handing in. */
export async function sendersOf(tx: Tx, storyId: string): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'newsroom.senders-of',
    `select b.sender_id as id from newsroom.submissions b where b.county_id = $1 and (b.id = $2 or (b.merged_into = $2 and b.state = 'merged')) order by b.id = $2 desc, b.sent_at, b.id`,
    [tx.countyId, storyId],
  );
  return [...new Set(rows.map((row) => row.id))];
}
