import { checkIds, type CheckId } from '@xiangyin/document/checks';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { displayNames } from '#people';
import { rootPlace } from '#places';
import type { CheckView } from '../contract.ts';
import { isCreditRequired } from './require-credit.ts';

interface SwitchedOff {
  readonly check: CheckId;
  readonly by: string;
  readonly at: Date;
}

/** The checks that this county has switched off. */
export const switchedOffChecks = (tx: Tx): Promise<SwitchedOff[]> =>
  tx.named<SwitchedOff>(
    'newsroom.switched-off-checks',
    'select check_id as "check", switched_by as "by", switched_at as "at" from newsroom.switched_off_checks where county_id = $1 order by check_id',
    [tx.countyId],
  );

/** Every check, and who switched it off. */
export async function checksHere(tx: Tx): Promise<CheckView[]> {
  const off = await switchedOffChecks(tx);
  const names = await displayNames(
    tx,
    off.map(({ by }) => by),
  );
  return checkIds.map((check) => {
    const row = off.find((one) => one.check === check);
    return {
      check,
      on: row === undefined,
      required: check === 'picture-credit' ? isCreditRequired(tx.ctx.county) : null,
      switchedOff: row ? { by: { id: row.by, name: names.get(row.by) ?? '' }, at: row.at.toISOString() } : null,
    };
  });
}

/** Every check, and who switched it off. */
export const readChecks = (ctx: Ctx, actor: Actor): Promise<CheckView[]> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'lexicon.read');
    return checksHere(tx);
  });

/** Switches a check off for the whole county, or on again. As it was already: nothing changes. */
export async function switchCheck(
  ctx: Ctx,
  actor: Actor,
  request: { check: CheckId; on: boolean },
): Promise<CheckView[]> {
  return ctx.transaction(async (tx) => {
    const county = rootPlace(tx);
    must(tx, actor, 'check.switch', { placeId: county.id });
    const changed = request.on
      ? await tx.client.query('delete from newsroom.switched_off_checks where county_id = $1 and check_id = $2', [
          tx.countyId,
          request.check,
        ])
      : await tx.client.query(
          'insert into newsroom.switched_off_checks (county_id, check_id, switched_by, switched_at) values ($1, $2, $3, $4) on conflict do nothing',
          [tx.countyId, request.check, actor.id, tx.at],
        );
    if (changed.rowCount === 1)
      await audit(tx, actor, {
        act: request.on ? 'check.switch-on' : 'check.switch-off',
        noun: 'check',
        subjectId: county.id,
        detail: { check: request.check },
      });
    return checksHere(tx);
  });
}
