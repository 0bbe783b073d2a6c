import { holdersOf } from '#access';
import { notify } from '#notices';
import { rootPlace } from '#places';
import type { App } from '#platform/app';
import { dueBy } from '#platform/due';
import type { Turn } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import { inCounty } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import { watches } from './watches.ts';
import type { TroubleFacts, Watch } from './watches.ts';

/** Looks at what a person would have to mend, every five minutes, and tells the county's administrators once when it begins and once when it is over. Nothing of a demonstration. */
export const watchTroubles: Recurring = {
  name: 'operations.watch',
  everySeconds: 300,
  withoutRoom: true,
  due: async (app, turn) => ((await isInstallationWell(app, turn)) ? countyTroubles(app, turn) : undefined),
  async run(ctx, _signal, turn) {
    if (ctx.county.demonstration) return;
    const known = await ctx.transaction(knownTroubles);
    for (const watch of watches) await follow(ctx, watch, known, turn);
  },
};

const countyTroubles = dueBy('operations.due_troubles');

// What is wrong with the installation is told in every county.
async function isInstallationWell(app: App, turn: Turn): Promise<boolean> {
  const county = app.counties.all().find(({ demonstration }) => !demonstration);
  if (!county) return true;
  return inCounty(app, county, async (ctx) => {
    for (const watch of watches)
      if (watch.ofInstallation && !rests(app, watch)) {
        const facts = await look(ctx, watch, turn).catch(() => undefined);
        if (facts !== null) return false;
      }
    return true;
  });
}

// While the disk is nearly full this rests on purpose: it is neither begun nor over.
const rests = (app: App, watch: Watch): boolean => watch.restsWithoutRoom === true && app.room.isShort;

const look = (ctx: Ctx, watch: Watch, turn: Turn): Promise<TroubleFacts | null> =>
  watch.ofInstallation ? turn.once(watch.key, () => watch.look(ctx)) : watch.look(ctx);

// Nearly always there is none: what is well and was well needs no transaction.
async function knownTroubles(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.named<{ key: string }>(
    'operations.known-troubles',
    'select key from operations.troubles where county_id = $1',
    [tx.countyId],
  );
  return new Set(rows.map(({ key }) => key));
}

// What cannot be looked at is said by whatever keeps it from being seen; the others are looked at all the same.
async function follow(ctx: Ctx, watch: Watch, known: ReadonlySet<string>, turn: Turn): Promise<void> {
  if (rests(ctx.app, watch)) return;
  try {
    const facts = await look(ctx, watch, turn);
    if (facts !== null) await ctx.transaction((tx) => begin(tx, watch, facts));
    else if (known.has(watch.key)) await ctx.transaction((tx) => end(tx, watch));
  } catch (error) {
    ctx.app.log.warn('a watch could not look', { watch: watch.key, error: error instanceof Error ? error : undefined });
  }
}

/** A trouble is told when it is seen the second time, or at once where it cannot wait. */
async function begin(tx: Tx, watch: Watch, facts: TroubleFacts): Promise<void> {
  const [trouble] = await tx.named<{ sinceAt: Date; toldAt: Date | null; isNew: boolean }>(
    'operations.see-trouble',
    `insert into operations.troubles (county_id, key, since_at, facts) values ($1, $2, $3, $4)
     on conflict (county_id, key) do update set facts = excluded.facts returning since_at as "sinceAt", told_at as "toldAt", xmax = 0 as "isNew"`,
    [tx.countyId, watch.key, tx.at, JSON.stringify(facts)],
  );
  if (!trouble || trouble.toldAt !== null || (trouble.isNew && !watch.cannotWait)) return;
  await tx.named(
    'operations.trouble-told',
    'update operations.troubles set told_at = $3 where county_id = $1 and key = $2',
    [tx.countyId, watch.key, tx.at],
  );
  await tell(tx, watch, `trouble.${watch.key}`, facts, trouble.sinceAt);
}

/** What was told is told to be over; what was only seen is forgotten. */
async function end(tx: Tx, watch: Watch): Promise<void> {
  const [over] = await tx.named<{ sinceAt: Date; toldAt: Date | null }>(
    'operations.trouble-over',
    'delete from operations.troubles where county_id = $1 and key = $2 returning since_at as "sinceAt", told_at as "toldAt"',
    [tx.countyId, watch.key],
  );
  if (over && over.toldAt !== null) await tell(tx, watch, `trouble.${watch.key}-over`, {}, over.sinceAt);
}

async function tell(tx: Tx, watch: Watch, kind: string, facts: TroubleFacts, sinceAt: Date): Promise<void> {
  const placeId = rootPlace(tx).id;
  await notify(tx, {
    personIds: await holdersOf(tx, { roles: ['administrator'], placeId }),
    kind,
    subjectId: watch.key,
    href: watch.href,
    facts: { ...facts },
    dedupeKey: `${kind}:${sinceAt.toISOString()}`,
    urgent: watch.cannotWait && kind === `trouble.${watch.key}`,
    duty: { name: 'operations', placeId },
  });
}
