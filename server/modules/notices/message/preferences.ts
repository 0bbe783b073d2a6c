import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Tag } from '#platform/i18n';
import type { Ctx, Tx } from '#platform/transaction';
import { mustSpeak } from '../channel/must-speak.ts';
import type { NoticePreferences } from '../contract.ts';
import type { QuietHours } from './quiet-hours.ts';

/** How a person wants to be told; without a row: e-mail yes, no quiet hours, in the language of their record. Minutes of the day in the county's zone. */
export interface Preferences {
  readonly email: boolean;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly language: Tag | null;
}

/** The person's wishes, or the defaults. */
export async function preferencesOf(tx: Tx, personId: string): Promise<Preferences> {
  const [row] = await tx.named<Preferences>(
    'notices.preferences',
    'select email, quiet_from as "quietFrom", quiet_until as "quietUntil", language from notices.preferences where county_id = $1 and person_id = $2',
    [tx.countyId, personId],
  );
  return row ?? { email: true, quietFrom: null, quietUntil: null, language: null };
}

/** Sets one's own wishes; without a `language` it stays as it is. Refuses: BadRequest (400) for a language that nobody speaks here. */
export async function setPreferences(ctx: Ctx, actor: Actor, asked: NoticePreferences): Promise<Preferences> {
  return ctx.transaction(async (tx) => {
    if (asked.language) mustSpeak(tx, asked.language);
    const { language = (await preferencesOf(tx, actor.id)).language, ...told } = asked;
    const wishes = { ...told, language };
    await tx.named(
      'notices.set-preferences',
      `insert into notices.preferences (county_id, person_id, email, quiet_from, quiet_until, language, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (county_id, person_id) do update set email = excluded.email, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language, changed_at = excluded.changed_at`,
      [tx.countyId, actor.id, wishes.email, wishes.quietFrom, wishes.quietUntil, language, tx.at],
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
