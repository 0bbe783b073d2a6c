import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import { shortDay } from '#platform/moments';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { ideaHref } from './idea-href.ts';
import { ideasByIds } from './idea-queries.ts';

interface Row {
  readonly id: string;
  readonly ideaId: string;
  readonly kind: string;
}

/** Assignments as lists name them: what the idea is, what is to be brought, and the day; of ideas that the person may read. */
export async function assignmentNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecordName[]> {
  const rows = await tx.named<Row>(
    'newsroom.assignment-names',
    'select id, idea_id as "ideaId", kind from newsroom.assignments where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, ids],
  );
  const ideas = new Map(
    (await ideasByIds(tx, [...new Set(rows.map((row) => row.ideaId))])).map((one) => [one.id, one]),
  );
  return rows.flatMap(({ id, ideaId, kind }) => {
    const idea = ideas.get(ideaId);
    if (!idea || !may(tx, actor, 'idea.read', idea)) return [];
    const brings = tx.ctx.app.wording.say(tx.ctx.tag, `newsroom.assignment-kind.${kind}`);
    const day = idea.fromOn === null ? [] : [shortDay(tx.ctx, idea.fromOn)];
    return [{ id, title: [idea.title, brings, ...day].join(' · '), href: ideaHref(ideaId) }];
  });
}
