import { callGathering, markPresence } from '#volunteering';
import { rootPlace } from '#places';
import { countyClock, minutesTo, momentAt } from '../content/county-time.ts';
import { gatherings } from '../content/gatherings.ts';
import type { GatheringContent } from '../content/gatherings.ts';
import type { Tx } from '#platform/transaction';
import type { Teller } from './teller.ts';

/** The trainings and meetings, called by those who keep them; who came is written down the hour after. All volunteers and teams must be there. */
export async function loadGatherings(teller: Teller): Promise<void> {
  for (const one of gatherings()) {
    await teller.once(`gathering:${one.key}`, (tx) => call(teller, one, tx));
    if (one.day < 0) await teller.once(`gathering:${one.key}:held`, (tx) => writeDown(teller, one, tx));
  }
}

async function call(teller: Teller, one: GatheringContent, tx: Tx): Promise<string> {
  teller.hoursAgo(24 * one.calledDaysAgo);
  const { id } = await callGathering(tx.ctx, await teller.actor(tx, one.by), {
    kind: one.kind,
    topic: one.topic,
    room: one.room,
    placeId: rootPlace(tx).id,
    teamId: one.teamKey ? teller.id(`team:${one.teamKey}`) : null,
    startsAt: moment(one.day, one.from).toISOString(),
    endsAt: moment(one.day, one.until).toISOString(),
    training: one.training ?? null,
    validUntil: null,
    guestIds: idsOf(teller, one.guestKeys),
  });
  return id;
}

async function writeDown(teller: Teller, one: GatheringContent, tx: Tx): Promise<string> {
  teller.at(new Date(moment(one.day, one.until).getTime() + 20 * 60_000));
  const absent = new Set(one.absentKeys);
  const present = one.guestKeys.filter((key) => !absent.has(key));
  const { id } = await markPresence(tx.ctx, await teller.actor(tx, one.by), teller.id(`gathering:${one.key}`), {
    personIds: idsOf(teller, present),
    present: true,
  });
  return id;
}

const idsOf = (teller: Teller, keys: readonly string[]): string[] => keys.map((key) => teller.id(`person:${key}`));

const moment = (day: number, time: string): Date => momentAt(countyClock, minutesTo(countyClock, day, time));
