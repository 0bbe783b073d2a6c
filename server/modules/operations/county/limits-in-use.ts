import { storedBytes } from '#media';
import { mailsToday } from '#notices';
import { peopleCount } from '#people';
import { limitNames } from '#platform/county-limits';
import type { LimitName } from '#platform/county-limits';
import type { Tx } from '#platform/transaction';

/** A limit of the county. */
export interface LimitInUse {
  readonly name: LimitName;
  /** Null: none. */
  readonly most: number | null;
  /** Null: known to each process alone, or counted only where there is a limit. */
  readonly used: number | null;
}

/** 配额: what the installation allows the county, and how much of it is used. */
export async function limitsInUse(tx: Tx): Promise<LimitInUse[]> {
  // Not those of the request: they may have been changed since.
  const limits = (tx.ctx.app.counties.byId(tx.countyId) ?? tx.ctx.county).limits;
  const used: Readonly<Record<LimitName, number | null>> = {
    requestsPerMinute: null,
    storageMegabytes: Math.ceil((await storedBytes(tx)) / 1024 ** 2),
    people: await peopleCount(tx),
    mailsPerDay: limits.mailsPerDay === undefined ? null : await mailsToday(tx),
  };
  return limitNames.map((name) => ({ name, most: limits[name] ?? null, used: used[name] }));
}
