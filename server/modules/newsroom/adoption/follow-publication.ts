import { today } from '#places';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { AdoptionMedium } from '../contract.ts';
import { linesOfStory, sendersOf } from './adoption-queries.ts';
import type { AdoptionRow } from './adoption-queries.ts';
import { countAdoption } from './count-adoption.ts';
import type { Adopted, Adoption } from './count-adoption.ts';
import { countOnce } from './count-once.ts';
import { tableOn } from './point-tables.ts';
import { standingOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { countAgain, reverseLine } from './write-line.ts';

/** What correspondents handed in was published here: the county's own adoption, entered by itself, once for a story. A later edition counts nothing anew; it counts again what was withdrawn, and shares with whoever's text was merged since. */
export async function storyAdopted(
  tx: Tx,
  actor: Actor,
  published: {
    storyId: string;
    sectionId: string;
    placeIds: readonly string[];
    editionId: string;
    kind: 'first' | 'update' | 'correction';
  },
): Promise<void> {
  const [senders, lines] = await together(sendersOf(tx, published.storyId), linesOfStory(tx, published.storyId));
  if (senders.length === 0) return;
  const adoptedOn = today(tx);
  const story = { id: published.storyId, sectionId: published.sectionId, placeIds: published.placeIds };
  const [{ translationOf, medium }, table] = await together(adoptedAs(tx, story.id), tableOn(tx, adoptedOn));
  // A translation is the same item in another language.
  if (translationOf) return;
  const own = ownAdoption(lines);
  if (own) return adoptedAnew(tx, actor, story, own, { senders, lines });
  // What was published before the ledger began is entered by hand, with its own day.
  if (published.kind !== 'first') return;
  const adoption: Adoption = {
    level: 'county',
    medium,
    outlet: null,
    adoptedOn,
    href: null,
    scanHash: null,
    editionId: published.editionId,
    personIds: senders,
    why: 'published',
  };
  await countAdoption(tx, actor, story, adoption, lines, table ?? null);
}

/** Withdrawn, our own publication counts no more; what other outlets took stays theirs. */
export async function adoptionWithdrawn(tx: Tx, actor: Actor, storyId: string): Promise<void> {
  const own = ownAdoption(await linesOfStory(tx, storyId));
  if (!own || own.state === 'gone') return;
  for (const line of own.last) {
    // What only stood behind a higher one is no more either: its last line says so.
    const counted = line.kind === 'counted' ? line : await countAgain(tx, actor, line, 'counts-again');
    await reverseLine(tx, actor, counted, 'withdrawn');
  }
  await countOnce(tx, actor, await linesOfStory(tx, storyId), own.facts.medium);
}

/** Public again as it was: it counts again. */
export async function adoptionRestored(tx: Tx, actor: Actor, storyId: string): Promise<void> {
  const own = ownAdoption(await linesOfStory(tx, storyId));
  if (own) await countWithdrawn(tx, actor, storyId, own);
}

async function adoptedAnew(
  tx: Tx,
  actor: Actor,
  story: Adopted,
  own: Standing,
  { senders, lines }: { readonly senders: readonly string[]; readonly lines: readonly AdoptionRow[] },
): Promise<void> {
  const came = senders.filter((id) => !own.last.some((line) => line.personId === id));
  if (came.length === 0 || own.state === 'gone') return countWithdrawn(tx, actor, story.id, own);
  // What stands behind a higher one is shared anew as well: it may count again, and then for all.
  const again = own.state === 'known' ? await counted(tx, actor, own.last) : [];
  const before = [...own.last, ...again].filter((line) => line.kind === 'counted');
  const reversals = await together(...before.map((line) => reverseLine(tx, actor, line, 'shared-anew')));
  const entries = new Map([...own.last, ...again, ...reversals].map((line) => [line.personId, line.entry]));
  const { level, medium, outlet, adoptedOn, href, scanHash, editionId } = own.facts;
  const adoption: Adoption = {
    id: own.id,
    level,
    medium,
    outlet,
    adoptedOn,
    href,
    scanHash,
    editionId,
    personIds: [...before.map((line) => line.personId), ...came],
    why: 'shared-anew',
    entries,
  };
  await countAdoption(tx, actor, story, adoption, [...lines, ...again, ...reversals]);
}

async function counted(tx: Tx, actor: Actor, lines: readonly AdoptionRow[]): Promise<AdoptionRow[]> {
  const again: AdoptionRow[] = [];
  for (const line of lines) again.push(await countAgain(tx, actor, line, 'counts-again'));
  return again;
}

// Only what the withdrawal took back: what the desk called a mistake stays one.
async function countWithdrawn(tx: Tx, actor: Actor, storyId: string, own: Standing): Promise<void> {
  const withdrawn = own.last.filter((line) => line.why === 'withdrawn');
  for (const line of withdrawn) await countAgain(tx, actor, line, 'restored');
  if (withdrawn.length > 0) await countOnce(tx, actor, await linesOfStory(tx, storyId), own.facts.medium);
}

// The system's own entry: it has no outlet. The desk's correction of it, with an outlet's name, is another adoption.
const ownAdoption = (lines: readonly AdoptionRow[]): Standing | undefined =>
  standingOf(lines).find((one) => one.facts.outlet === null);

async function adoptedAs(tx: Tx, storyId: string): Promise<{ translationOf: string | null; medium: AdoptionMedium }> {
  const [row] = await tx.named<{ translationOf: string | null; kind: AdoptionMedium | null }>(
    'newsroom.adopted-as',
    `select s.translation_of as "translationOf", (select a.kind from newsroom.assignments a where a.county_id = $1 and a.story_id = s.id order by a.id limit 1) as kind
       from newsroom.stories s where s.county_id = $1 and s.id = $2`,
    [tx.countyId, storyId],
  );
  const { translationOf, kind } = found(row);
  return { translationOf, medium: kind ?? 'text' };
}

/** What the desk had asked for; a text that came of itself is text. */
export const mediumOf = async (tx: Tx, storyId: string): Promise<AdoptionMedium> =>
  (await adoptedAs(tx, storyId)).medium;
