import { canonicalJson, sha256Hex } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import { z } from 'zod';
import type { ShiftRow } from './shift-queries.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.strictObject({
  v: z.literal(1),
  handover: z.uuid(),
  shift: z.uuid(),
  role: z.string(),
  place: z.uuid(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  leaving: z.uuid(),
  coming: z.uuid(),
  /** SHA-256 of the note: its words may name somebody, and what is signed stays for ever. */
  noteHash: hash,
  open: z.array(z.strictObject({ story: z.uuid(), state: z.string(), revision: z.int(), textHash: hash })),
});
/** 交接单: what both sign when the watch changes hands. Ids and hashes only. */
export type HandoverPaper = z.infer<typeof shape>;

/** The most stories that a paper names; a desk has a handful open. */
const mostOpen = 200;

/** What would be handed over now: the shift, the two people, the note, and every text at the post's place that is under way between its submission and its publication. */
export async function draftPaper(
  tx: Tx,
  shift: ShiftRow,
  about: { id: string; comingId: string; note: string },
): Promise<HandoverPaper> {
  return {
    v: 1,
    handover: about.id,
    shift: shift.id,
    role: shift.role,
    place: shift.placeId,
    from: shift.fromAt.toISOString(),
    until: shift.untilAt.toISOString(),
    leaving: shift.personId,
    coming: about.comingId,
    noteHash: sha256Hex(about.note),
    open: await openAt(tx, shift.placeId),
  };
}

/** The paper as the bytes that are kept. */
export const paperBytes = (paper: HandoverPaper): Buffer => Buffer.from(canonicalJson(paper));

/** Reads kept bytes back. Throws for what is no paper. */
export const readPaper = (bytes: Buffer): HandoverPaper => shape.parse(JSON.parse(bytes.toString('utf8')));

async function openAt(tx: Tx, placeId: string): Promise<HandoverPaper['open']> {
  const [lo, hi] = tx.ctx.app.permits.tree.range(tx.countyId, placeId) ?? [0, -1];
  return tx.named(
    'newsroom.open-at-handover',
    `select s.id as story, s.state, r.version as revision, r.text_hash as "textHash" from newsroom.stories s
       join newsroom.revisions r on r.county_id = s.county_id and r.id = s.revision_id
      where s.county_id = $1 and s.state not in ('draft', 'returned', 'rejected', 'done', 'discarded')
        and exists (select 1 from newsroom.story_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id
          where v.county_id = s.county_id and v.story_id = s.id and w.lo between $2 and $3) order by s.id limit ${mostOpen}`,
    [tx.countyId, lo, hi],
  );
}
