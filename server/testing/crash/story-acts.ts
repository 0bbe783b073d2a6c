import { randomUUID } from 'node:crypto';
import { textOf } from '#newsroom/testing';
import type { TestWorld } from '../world.ts';
import { asked, cookieOf } from './act.ts';
import type { Act, Ground } from './act.ts';

const atTheReceiver = 'copy at the receiver with its receipt';
const atTheFollower = 'text at the server of a follower';
const inTheMailbox = 'letter of the newsletter';
const inTheIndex = 'line in the search index';
const gone = 'no copy that stands';
/** Effects that follow an act a moment later: an acknowledged act need not have them yet. */
export const later: readonly string[] = [inTheIndex, atTheReceiver, atTheFollower, inTheMailbox, gone];

/** A story that waits for its last signature, as the last signer sends it. */
export async function preparePublication(county: TestWorld, ground: Ground): Promise<Act> {
  const text = textOf(`柳河桥${randomUUID().slice(0, 8)}`, ['修了三个月的柳河桥，今天上午八点重新通车。']);
  const written = await asked(county, 'correspondent', '/stories', {
    kind: 'story',
    language: 'zh-CN',
    sectionId: ground.section,
    placeIds: [ground.place],
    text,
  });
  const id = String(written.body['id']);
  const submitted = await asked(county, 'correspondent', `/stories/${id}/submissions`, { version: 1 });
  const seen = { revisionId: submitted.body['revisionId'], textHash: submitted.body['textHash'], verdict: 'approved' };
  await asked(county, 'editor', `/stories/${id}/signatures`, { ...seen, step: 'first_review' });
  await asked(county, 'section-head', `/stories/${id}/signatures`, { ...seen, step: 'second_review' });
  return {
    path: `/stories/${id}/signatures`,
    body: { ...seen, step: 'final_review' },
    cookie: await cookieOf(county, 'chief-editor'),
    key: randomUUID(),
    effects: [
      { what: 'edition', sql: 'select count(*) from newsroom.editions where story_id = $1', values: [id] },
      {
        what: 'final signature',
        sql: "select count(*) from newsroom.signatures where story_id = $1 and step = 'final_review'",
        values: [id],
      },
      {
        what: 'copy on the site with its receipt',
        sql: "select count(*) from channels.copies where story_id = $1 and channel = 'site' and state = 'published' and receipt is not null",
        values: [id],
      },
      {
        what: atTheReceiver,
        sql: "select count(*) from channels.copies where story_id = $1 and channel = 'webhook' and state = 'accepted' and receipt is not null",
        values: [id],
      },
      {
        what: atTheFollower,
        sql: "select count(*) from channels.activitypub_deliveries d join channels.activitypub_objects o on o.county_id = d.county_id and o.id = d.object_id where o.story_id = $1 and d.state = 'arrived'",
        values: [id],
      },
      {
        what: inTheMailbox,
        sql: "select count(*) from channels.mailings where $1::uuid = any(story_ids) and state = 'sent'",
        values: [id],
      },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'story.published'",
        values: [id],
      },
      {
        what: 'move to done',
        sql: "select count(*) from platform.moves where subject_id = $1 and noun = 'story' and to_state = 'done'",
        values: [id],
      },
      {
        what: inTheIndex,
        sql: 'select count(*) from portal.search_documents where id::text = $1',
        values: [id],
      },
    ],
  };
}

/** A published story that is taken down, its copies perhaps still on their way. */
export async function prepareWithdrawal(county: TestWorld, ground: Ground): Promise<Act> {
  const publication = await preparePublication(county, ground);
  await asked(county, 'chief-editor', publication.path, publication.body);
  const path = publication.path.replace('/signatures', '/withdrawals');
  const id = path.split('/')[2] ?? '';
  const reason = `核实限重 ${randomUUID()}`;
  return {
    path,
    // Nobody keeps a roster here.
    body: { reason, exception: '夜里没有人值班' },
    cookie: await cookieOf(county, 'chief-editor'),
    key: randomUUID(),
    effects: [
      {
        what: 'signature under the withdrawal',
        sql: "select count(*) from newsroom.signatures where story_id = $1 and verdict = 'withdrawn'",
        values: [id],
      },
      {
        what: 'story that is withdrawn',
        sql: "select count(*) from newsroom.stories where id = $1 and public_state = 'withdrawn'",
        values: [id],
      },
      {
        what: 'event',
        sql: "select count(*) from platform.events where subject_id = $1 and name = 'story.withdrawn'",
        values: [id],
      },
      {
        what: 'audit row',
        sql: "select count(*) from platform.audit where subject_id = $1 and act = 'story.withdraw'",
        values: [id],
      },
      {
        what: gone,
        sql: "select count(*) from (select 1 from channels.copies where story_id = $1 having bool_and(state in ('withdrawn', 'superseded'))) as one",
        values: [id],
      },
    ],
  };
}
