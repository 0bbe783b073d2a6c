import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { NewPointTable } from '../contract.ts';
import { sectionsById } from '../section/section-queries.ts';

/** Decides how many points an adoption counts from a day on. What stands in the ledger keeps the points it was entered with; to count it anew it is taken back and entered again.
 *  Refuses: BadRequest (400) for two lines of one kind, more than two decimals, or a section of outlets that are not the county's own; NotFound (404) for a section that is not there. */
export async function decidePoints(ctx: Ctx, actor: Actor, table: NewPointTable): Promise<void> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'point-table.decide', { placeId: null });
    const sections = await sectionsById(tx);
    const seen = new Set<string>();
    for (const [at, line] of table.lines.entries()) {
      const kind = `${line.level} ${line.medium} ${line.sectionId ?? ''}`;
      const wrong = (field: string): never =>
        refuse('BadRequest', {}, [{ path: `/lines/${at}/${field}`, code: 'invalid_value' }]);
      if (seen.has(kind)) wrong('medium');
      seen.add(kind);
      if (Math.abs(line.points * 100 - Math.round(line.points * 100)) > 1e-6) wrong('points');
      if (line.sectionId === null) continue;
      if (line.level !== 'county') wrong('sectionId');
      if (!sections.has(line.sectionId)) refuse('NotFound');
    }
    const id = newId<'point-table'>();
    const lines = table.lines.map(({ points, ...line }) => ({ ...line, hundredths: Math.round(points * 100) }));
    await tx.named(
      'newsroom.decide-points',
      'insert into newsroom.point_tables (county_id, id, from_on, share, lines, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.countyId, id, table.fromOn, table.share, JSON.stringify(lines), actor.id, tx.at],
    );
    await audit(tx, actor, {
      act: 'point-table.decide',
      noun: 'point-table',
      subjectId: id,
      detail: { from: table.fromOn, share: table.share, lines: lines.length },
    });
  });
}
