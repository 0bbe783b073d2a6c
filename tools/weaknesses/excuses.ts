import { readFileSync } from 'node:fs';
import type { Weakness } from './ask-registry.ts';

/** Where the exceptions stand, relative to the root. */
export const excusesFile = 'tools/weaknesses/excuses.json';

/** A known weakness that is let stand for a while. */
export interface Excuse {
  readonly advisory: string;
  readonly package: string;
  /** Why it cannot harm here, for whoever reads this in half a year. */
  readonly reason: string;
  /** The first and the last day on which it holds (ISO dates, UTC), ninety days apart at most. */
  readonly since: string;
  readonly until: string;
}

/** The exceptions in that file; throws where one says too little, or something else. */
export function readExcuses(path: string): readonly Excuse[] {
  const excuses: readonly Excuse[] = JSON.parse(readFileSync(path, 'utf8'));
  for (const one of excuses) {
    const fault = faultOf(one);
    if (fault) throw new Error(`${path}: ${JSON.stringify(one)}: ${fault}`);
  }
  return excuses;
}

function faultOf(one: Excuse): string | null {
  if (Object.keys(one).sort().join() !== 'advisory,package,reason,since,until')
    return 'it says advisory, package, reason, since, until, and nothing else';
  if (!one.advisory || !one.package) return 'it names one advisory of one package';
  if (one.reason.length < 20) return 'the reason says too little';
  const days = (Date.parse(one.until) - Date.parse(one.since)) / 86_400_000;
  if (![one.since, one.until].every((day) => /^\d{4}-\d\d-\d\d$/.test(day)) || !(days >= 0))
    return 'since or until is no day';
  return days <= 90 ? null : 'it lasts longer than ninety days';
}

/** What was found, held against the exceptions. */
export interface Judged {
  /** High and critical ones that nothing excuses. */
  readonly bad: readonly Weakness[];
  readonly excused: readonly { readonly weakness: Weakness; readonly excuse: Excuse }[];
  /** Below high. */
  readonly lesser: readonly Weakness[];
  /** Exceptions of something that is not found any more: to be struck out. */
  readonly idle: readonly Excuse[];
}

/** Parts what was found, as it is on that day (ISO date); an exception whose last day is over excuses nothing. */
export function judge(found: readonly Weakness[], excuses: readonly Excuse[], day: string): Judged {
  const excuseOf = (weakness: Weakness) => excuses.find((one) => isOf(one, weakness) && one.until >= day);
  const grave = found.filter(({ severity }) => severity === 'high' || severity === 'critical');
  return {
    bad: grave.filter((weakness) => !excuseOf(weakness)),
    excused: grave.flatMap((weakness) => {
      const excuse = excuseOf(weakness);
      return excuse ? [{ weakness, excuse }] : [];
    }),
    lesser: found.filter((weakness) => !grave.includes(weakness)),
    idle: excuses.filter((one) => !grave.some((weakness) => isOf(one, weakness))),
  };
}

const isOf = (one: Excuse, weakness: Weakness): boolean =>
  one.advisory === weakness.advisory && one.package === weakness.package;
