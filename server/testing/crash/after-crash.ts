import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestWorld } from '../world.ts';
import type { Act } from './act.ts';

/** How often each effect of the act stands in the database. */
export async function effectsOf(owner: pg.Client, act: Act): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { what, sql, values } of act.effects)
    counts[what] = Number((await owner.query<{ count: number }>(sql, [...values])).rows[0]?.count);
  return counts;
}

/** Waits until nothing waits: outbox, queue, chains, mail, copies and letters that are due. Throws with what still waits. */
export async function settle(owner: pg.Client, seconds = 600): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const [waiting] = (
      await owner.query<Record<string, number>>(
        `select (select count(*) from platform.outbox)::int as outbox, (select count(*) from platform.unsealed)::int as unsealed,
                (select count(*) from jobs.job where state in ('created', 'retry', 'active'))::int as jobs, (select count(*) from notices.deliveries where state = 'sending')::int as sending,
                (select count(*) from channels.copies where due_at is not null)::int as copies,
                (select count(*) from channels.activitypub_deliveries where state = 'waiting')::int as deliveries, (select count(*) from portal.hub_subscriptions where due_at is not null)::int as feeds, (select count(*) from channels.mailings where due_at is not null)::int as letters`,
      )
    ).rows;
    if (Object.values(waiting ?? {}).every((count) => count === 0)) return;
    if (Date.now() > end) throw new Error(`still waiting: ${JSON.stringify(waiting)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What must hold after any crash: no message twice, no link of a chain missing or doubled, every reaction done once, mail in the spool once for each delivery. */
export async function assertSound(county: TestWorld, owner: pg.Client): Promise<void> {
  const broken = await owner.query(
    `select county_id, chain, count(*), max(seq) from platform.seals group by 1, 2 having count(*) <> max(seq) or count(distinct row_id) <> count(*)`,
  );
  assert.deepEqual(broken.rows, [], 'chains are whole');
  const twice = await owner.query(
    `select person_id, kind, subject_id, facts, count(*) from notices.messages group by 1, 2, 3, 4, dedupe_key having count(*) > 1`,
  );
  assert.deepEqual(twice.rows, [], 'no message twice');
  const lost = await owner.query(
    `select e.name, e.id from platform.events e where e.name = 'story.published' and not exists (select 1 from platform.handled h where h.county_id = e.county_id and h.event_id = e.id)`,
  );
  assert.deepEqual(lost.rows, [], 'every publication was reacted to');
  // A mail server knows no file by its name: its letters are for the test to count.
  if (county.app.settings.smtpUrl) return;
  // What the clock sends meanwhile lies in the spool before it is noted as sent.
  for (let tries = 1; ; tries += 1) {
    const { sent, spooled } = await mails(county, owner);
    if (spooled.join() !== sent.join() && tries < 200) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      continue;
    }
    assert.deepEqual(spooled, sent, 'one file for each mail');
    return;
  }
}

async function mails(county: TestWorld, owner: pg.Client): Promise<{ sent: string[]; spooled: string[] }> {
  const sent = await owner.query<{ receipt: string }>(`select receipt from notices.deliveries where state = 'sent'`);
  const letters = await owner.query<{ id: string }>(`select id from channels.mailings where state = 'sent'`);
  const spooled = await readdir(join(county.app.settings.varDirectory, 'spool', 'mail')).catch((): string[] => []);
  return {
    sent: [
      ...sent.rows.map((row) => row.receipt.replace('spool/mail/', '')),
      ...letters.rows.map(({ id }) => `${id}.eml`),
    ].toSorted(),
    spooled: spooled.filter((name) => name.endsWith('.eml')).toSorted(),
  };
}
