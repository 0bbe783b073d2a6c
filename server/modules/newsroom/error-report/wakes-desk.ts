import type { Tx } from '#platform/transaction';

/** So many reports wake the desk within an hour: of one story, and of all. A headline that many readers find wrong is one fault, not a hundred calls. */
const ofOneStory = 3;
const ofAll = 20;

/** Whether a new report is told to those on duty. Beyond the hour's share it waits in the list with the others. */
export async function wakesDesk(tx: Tx, reportId: string): Promise<boolean> {
  const [row] = await tx.named<{ ofStory: number; all: number }>(
    'newsroom.reports-before',
    `select count(*) filter (where r.story_id = one.story_id)::int as "ofStory", count(*)::int as "all"
     from newsroom.error_reports one join newsroom.error_reports r on r.county_id = one.county_id
       and r.at > one.at - interval '1 hour' and (r.at, r.id) < (one.at, one.id) and not r.suspect
     where one.county_id = $1 and one.id = $2`,
    [tx.countyId, reportId],
  );
  return (row?.ofStory ?? 0) < ofOneStory && (row?.all ?? 0) < ofAll;
}
