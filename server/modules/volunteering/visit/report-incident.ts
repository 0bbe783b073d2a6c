import { holdersOf } from '#access';
import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { IncidentLine } from '../contract.ts';
import { whenHappened } from '../order/time.ts';
import { visitById } from './visit-queries.ts';

/** What somebody tells of a visit. */
export interface ToldIncident {
  readonly kind: IncidentLine['kind'];
  readonly said: string;
  readonly urgent: boolean;
  readonly happenedAt?: Date | undefined;
}

/** Whoever went, or the desk that heard of it, tells the safeguarding officers of that place what went wrong at a visit. Nobody else sees it, and it grades nobody: neither does the order show it, nor the audit say of which visit it is.
 *  Refuses: TimeInFuture (422), NotFound (404) for a visit that is not theirs. */
export async function reportIncident(ctx: Ctx, actor: Actor, visitId: string, told: ToldIncident): Promise<void> {
  await ctx.transaction(async (tx) => {
    const visit = await visitById(tx, visitId);
    mustSee(tx, actor, 'visit.read', visit);
    must(tx, actor, 'visit.report-incident', visit);
    const id = newId<'incident'>();
    await tx.named(
      'volunteering.report-incident',
      `insert into volunteering.incidents (county_id, id, visit_id, place_id, kind, said, urgent, happened_at, entered_at, reported_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.countyId,
        id,
        visitId,
        visit.placeId,
        told.kind,
        told.said,
        told.urgent,
        whenHappened(tx, told.happenedAt),
        tx.at,
        actor.id,
      ],
    );
    await audit(tx, actor, { act: 'incident.report', noun: 'incident', subjectId: id });
    await notify(tx, {
      personIds: await holdersOf(tx, { roles: ['safeguarding'], placeId: visit.placeId }),
      kind: 'incident.reported',
      subjectId: id,
      href: `/console/incidents/${id}`,
      dedupeKey: id,
      ...(told.urgent ? { urgent: true } : {}),
    });
  });
}
