import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { personsByIds } from '#people';
import { planPosts } from '../hook/plan-posts.ts';
import type { OfDuty } from '../hook/plan-posts.ts';
import { earliestAllowed } from './quiet-hours.ts';
import { preferencesOf } from './preferences.ts';

/** What persons are told. `facts` fill the words of `notice.<kind>`: counts, minutes, times; never a name, a phone or an address. */
export interface Notice {
  personIds: readonly string[];
  /** Such as `order.offered`; its words stand in the module's texts under `notice.order.offered` and `notice.order.offered.subject`. */
  kind: string;
  subjectId: string;
  /** Path in the console that opens the very item; it survives the sign-in. */
  href: string;
  facts?: Record<string, string | number>;
  dueAt?: Date | null;
  /** The same person is told once per key. */
  dedupeKey: string;
  /** Duty overrides quiet hours. */
  urgent?: boolean;
  /** A path with a secret that only the letter may carry (an invitation). Kept sealed until the letter has gone out; the message in the console opens `href`. */
  secretLink?: string;
  /** What is for a duty rather than for these persons alone is told to that duty's groups as well. */
  duty?: OfDuty;
}

/** Under which purpose secret links are sealed. */
export const letterSeal = 'notices.letter';

/** Tells persons in the transaction of what happened: a message in the console at once, by e-mail when they want it and to their own hooks, outside their quiet hours. Answers how many were told now. */
export async function notify(tx: Tx, notice: Notice): Promise<number> {
  const persons = await personsByIds(tx, [...new Set(notice.personIds)]);
  const told = new Map<string, Date>();
  for (const person of persons.values()) {
    const id = newId<'message'>();
    const rows = await tx.named(
      'notices.store-message',
      `insert into notices.messages (county_id, id, person_id, kind, dedupe_key, subject_id, href, facts, due_at, made_at, sealed_link, carried_secret) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (county_id, person_id, dedupe_key) do nothing returning 1`,
      [
        tx.countyId,
        id,
        person.id,
        notice.kind,
        notice.dedupeKey,
        notice.subjectId,
        notice.href,
        JSON.stringify(notice.facts ?? {}),
        notice.dueAt ?? null,
        tx.at,
        notice.secretLink ? await tx.ctx.app.keys.seal(letterSeal, Buffer.from(notice.secretLink)) : null,
        notice.secretLink !== undefined,
      ],
    );
    if (rows.length === 0) continue;
    const wishes = await preferencesOf(tx, person.id);
    const dueAt = notice.urgent ? tx.at : earliestAllowed(tx.at, wishes, tx.ctx.county.timeZone);
    told.set(person.id, dueAt);
    if (!person.email || !wishes.email) continue;
    await tx.named(
      'notices.plan-delivery',
      `insert into notices.deliveries (county_id, id, message_id, channel, state, due_at, changed_at) values ($1, $2, $3, 'email', 'planned', $4, $5)`,
      [tx.countyId, newId<'delivery'>(), id, dueAt, tx.at],
    );
  }
  // What only a letter may carry stays out of every group.
  if (notice.secretLink === undefined) await planPosts(tx, notice, told, notice.duty);
  return told.size;
}
