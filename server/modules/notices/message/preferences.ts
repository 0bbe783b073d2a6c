import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx, Tx } from '#platform/transaction';
import type { QuietHours } from './quiet-hours.ts';

/** How a person wants to be told; without a row: e-mail yes, no quiet hours. Minutes of the day in the county's zone. */
export interface Preferences {
  readonly email: boolean;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
}

/** The person's wishes, or the defaults. */
export async function preferencesOf(tx: Tx, personId: string): Promise<Preferences> {
  const [row] = await tx.named<Preferences>(
    'notices.preferences',
    'select email, quiet_from as "quietFrom", quiet_until as "quietUntil" from notices.preferences where county_id = $1 and person_id = $2',
    [tx.countyId, personId],
  );
  return row ?? { email: true, quietFrom: null, quietUntil: null };
}

/** Sets one's own wishes. */
export async function setPreferences(ctx: Ctx, actor: Actor, wishes: Preferences): Promise<Preferences> {
  return ctx.transaction(async (tx) => {
    await tx.named(
      'notices.set-preferences',
      `insert into notices.preferences (county_id, person_id, email, quiet_from, quiet_until, changed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (county_id, person_id) do update set email = excluded.email, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, changed_at = excluded.changed_at`,
      [tx.countyId, actor.id, wishes.email, wishes.quietFrom, wishes.quietUntil, tx.at],
    );
    await audit(tx, actor, { act: 'notice-preferences.set', noun: 'person', subjectId: actor.id });
    return wishes;
  });
}

/** The quiet hours of those who have set some; the others are left out. */
export async function quietHoursOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, QuietHours>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.named<QuietHours & { id: string }>(
    'notices.quiet-hours-of',
    'select person_id as id, quiet_from as "quietFrom", quiet_until as "quietUntil" from notices.preferences where county_id = $1 and person_id = any($2::uuid[]) and quiet_from is not null',
    [tx.countyId, personIds],
  );
  return new Map(rows.map(({ id, ...hours }) => [id, hours]));
}
