import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { serviceChanged } from '../events.ts';
import type { LimitChange, LimitLine, LimitScope } from '../contract.ts';
import { limitsForUpdate, setLimits } from './limits.ts';
import { serviceById, servicesInOrder } from './service-queries.ts';

/** Sets the times for answering of a service, a level, both or the whole county. Orders already waiting keep the time they were given. Refuses: NotFound (404) for a service that is not there; StaleVersion (409), with the present ones, when somebody else changed them since they were read. */
export async function changeLimits(ctx: Ctx, actor: Actor, { read, ...line }: LimitChange): Promise<LimitLine> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'limit.write', { placeId: rootPlace(tx).id });
    if (line.answeredUntil <= line.answeredFrom)
      refuse('BadRequest', {}, [{ path: '/answeredUntil', code: 'before_start' }]);
    if (line.offersAnsweredUntil <= line.offersAnsweredFrom)
      refuse('BadRequest', {}, [{ path: '/offersAnsweredUntil', code: 'before_start' }]);
    if (line.serviceId) await serviceById(tx, line.serviceId);
    if (read !== undefined) mustBeAsRead(await limitsSet(tx, line), read);
    await setLimits(tx, line);
    await tellServices(tx, actor, line);
    await writeDown(tx, actor, 'limit.set', line);
    return line;
  });
}

async function limitsSet(tx: Tx, { serviceId, level }: LimitScope): Promise<LimitLine | null> {
  const all = await limitsForUpdate(tx);
  return all.find((one) => one.serviceId === serviceId && one.level === level) ?? null;
}

/** Takes back times that were set by mistake; the next wider ones hold again. Refuses: NotFound (404) where nothing was set. */
export async function dropLimits(ctx: Ctx, actor: Actor, scope: LimitScope): Promise<void> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'limit.write', { placeId: rootPlace(tx).id });
    const [gone] = await tx.named(
      'volunteering.drop-limits',
      'delete from volunteering.limits where county_id = $1 and service_id is not distinct from $2::uuid and level is not distinct from $3::text returning 1',
      [tx.countyId, scope.serviceId, scope.level],
    );
    found(gone);
    await tellServices(tx, actor, scope);
    await writeDown(tx, actor, 'limit.drop', scope);
  });
}

const writeDown = (tx: Tx, actor: Actor, act: string, scope: LimitScope): Promise<void> =>
  audit(tx, actor, {
    act,
    noun: 'limit',
    subjectId: scope.serviceId ?? 'county',
    detail: { level: scope.level },
  });

// The public pages say how soon an answer comes.
async function tellServices(tx: Tx, actor: Actor, scope: LimitScope): Promise<void> {
  for (const { id, slug, level } of await servicesInOrder(tx, true))
    if ((scope.serviceId ?? id) === id && (scope.level ?? level) === level)
      await emit(tx, serviceChanged, actor, { serviceId: id, slug });
}
