import { canonicalBytes, parseStoryText, pictureHashes, textHash, withFigures } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { picturesByHash, recordUses } from '#media';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { indexStory } from '../lists/index-story.ts';

/** A stored revision of a story's text. */
export interface Revision {
  readonly id: string;
  readonly storyId: string;
  readonly version: number;
  readonly text: StoryText;
  readonly textHash: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** The text a browser, phone or program sent, checked and normalised. Refuses: BadText (422) with a problem for each wrong place. A draft may lack its headline. */
export function readText(value: unknown, options: { draft: boolean }): StoryText {
  const parsed = parseStoryText(value, options);
  if (parsed.ok) return parsed.text;
  return refuse(
    'BadText',
    {},
    parsed.errors.map((error) => ({ path: `/text${error.path}`, code: error.code, detail: { ...error } })),
  );
}

/** The text with the true pixels of its pictures. Refuses BadText (422) for a picture that this county has not stored. */
export async function withStoredPictures(tx: Tx, text: StoryText): Promise<StoryText> {
  const pictures = await picturesByHash(tx, pictureHashes(text));
  return withFigures(text, ({ path, attrs }) => {
    const picture =
      pictures.get(attrs.hash) ?? refuse('BadText', {}, [{ path: `/text${path}/hash`, code: 'PictureUnknown' }]);
    return { ...attrs, width: picture.width, height: picture.height };
  });
}

/** Writes a revision; it stays for ever. */
export async function storeRevision(
  tx: Tx,
  storyId: string,
  version: number,
  text: StoryText,
  writtenBy: string,
): Promise<Revision> {
  const revision: Revision = {
    id: newId<'revision'>(),
    storyId,
    version,
    text,
    textHash: textHash(text),
    writtenBy,
    writtenAt: tx.at,
  };
  await tx.named(
    'newsroom.store-revision',
    `insert into newsroom.revisions (county_id, id, story_id, version, text, canonical, canonical_version, text_hash, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.countyId,
      revision.id,
      storyId,
      version,
      JSON.stringify(text),
      Buffer.from(canonicalBytes(text)),
      text.v,
      revision.textHash,
      writtenBy,
      tx.at,
    ],
  );
  return revision;
}

/** Names everybody who wrote at a revision, beside whoever stands on it. */
export async function addWriters(tx: Tx, revisionId: string, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds)
    await tx.named(
      'newsroom.add-writer',
      'insert into newsroom.revision_writers (county_id, revision_id, person_id) values ($1, $2, $3)',
      [tx.countyId, revisionId, personId],
    );
}

const columns =
  'id, story_id as "storyId", version, text, text_hash as "textHash", written_by as "writtenBy", written_at as "writtenAt"';

// A revision stays as it was written: whoever signs it and is shown what became of it reads its text once.
const read = new WeakMap<Tx, Map<string, Revision>>();

/** A revision by id, or undefined. */
export async function revisionById(tx: Tx, id: string): Promise<Revision | undefined> {
  const known = read.get(tx) ?? new Map<string, Revision>();
  read.set(tx, known);
  const kept = known.get(id);
  if (kept) return kept;
  const [row] = await tx.named<Revision>(
    'newsroom.revision',
    `select ${columns} from newsroom.revisions where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  if (row) known.set(id, row);
  return row;
}

/** The revision that an edition published, or undefined. */
export async function revisionOfEdition(tx: Tx, editionId: string | null): Promise<Revision | undefined> {
  const [row] = await tx.named<Revision>(
    'newsroom.edition-revision',
    `select ${columns} from newsroom.revisions
     where county_id = $1 and id = (select revision_id from newsroom.editions where county_id = $1 and id = $2)`,
    [tx.countyId, editionId],
  );
  return row;
}

/** The revisions of a story without their texts, latest first. */
export const revisionsOf = (tx: Tx, storyId: string): Promise<Omit<Revision, 'text'>[]> =>
  tx.named(
    'newsroom.revisions',
    `select ${columns.replace(', text,', ',')} from newsroom.revisions where county_id = $1 and story_id = $2 order by version desc`,
    [tx.countyId, storyId],
  );

/** Makes a revision the story's present one, by whose words it is found, and notes in the library which pictures and materials it shows. */
export async function makeCurrent(tx: Tx, revision: Revision): Promise<void> {
  await tx.named(
    'newsroom.make-current',
    'update newsroom.stories set version = $3, revision_id = $4, title = $5, updated_at = $6 where county_id = $1 and id = $2',
    [tx.countyId, revision.storyId, revision.version, revision.id, revision.text.title, tx.at],
  );
  await indexStory(tx, revision.storyId, revision.text);
  await noteDraft(tx, revision);
}

/** Notes in the library which pictures and materials a text in work shows. */
export const noteDraft = (tx: Tx, { storyId, text }: Pick<Revision, 'storyId' | 'text'>): Promise<void> =>
  recordUses(tx, { noun: 'story', subjectId: storyId, part: 'draft' }, text);
