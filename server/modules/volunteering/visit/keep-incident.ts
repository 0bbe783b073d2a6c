import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { IncidentView } from '../contract.ts';
import { incidentForUpdate, incidentView } from './incident-queries.ts';

/** An officer writes down what was done about a report. Refuses: IncidentClosed (409). */
export const noteIncident = (ctx: Ctx, actor: Actor, id: string, note: { said: string }): Promise<IncidentView> =>
  write(ctx, actor, id, note.said, 'incident.note');

/** An officer has done what was to be done; the last word says what came of it. Refuses: IncidentClosed (409). */
export const closeIncident = (ctx: Ctx, actor: Actor, id: string, note: { said: string }): Promise<IncidentView> =>
  write(ctx, actor, id, note.said, 'incident.close');

async function write(
  ctx: Ctx,
  actor: Actor,
  id: string,
  said: string,
  act: 'incident.note' | 'incident.close',
): Promise<IncidentView> {
  return ctx.transaction(async (tx) => {
    const incident = await incidentForUpdate(tx, id);
    mustSee(tx, actor, 'incident.read', incident);
    must(tx, actor, 'incident.write', incident);
    if (incident.closedAt) refuse('IncidentClosed');
    await tx.named(
      'volunteering.note-incident',
      'insert into volunteering.incident_notes (county_id, id, incident_id, said, written_by, written_at) values ($1, $2, $3, $4, $5, $6)',
      [tx.countyId, newId<'incident-note'>(), id, said, actor.id, tx.at],
    );
    if (act === 'incident.close') await close(tx, id);
    await audit(tx, actor, { act, noun: 'incident', subjectId: id });
    return incidentView(tx, actor, id);
  });
}

const close = (tx: Tx, id: string): Promise<unknown> =>
  tx.named(
    'volunteering.close-incident',
    'update volunteering.incidents set closed_at = $3 where county_id = $1 and id = $2',
    [tx.countyId, id, tx.at],
  );
