import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { ImportRequest, MadeImport } from '../contract.ts';
import { personAdded } from '../events.ts';
import { addPerson } from '../person/add-person.ts';
import { judgeRows } from './judge-rows.ts';
import type { JudgedRow } from './judge-rows.ts';
import { mustHaveNames } from './preview-import.ts';
import { undoableUntil } from './undo-import.ts';

/** Writes down the people of the chosen lines: those who are new, and those of whom somebody said that they are another. What has become the same or wrong since the preview is left out. Refuses: NoNameColumn (422). */
export async function makeImport(ctx: Ctx, actor: Actor, { rows, lines }: ImportRequest): Promise<MadeImport> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'person.add');
    mustHaveNames(rows);
    const chosen = new Set(lines);
    const taken = (await judgeRows(tx, actor, rows)).filter(
      ({ line, verdict }) => chosen.has(line) && (verdict === 'new' || verdict === 'conflict'),
    );
    const personIds: string[] = [];
    for (const row of taken) personIds.push(await writeDown(tx, actor, row));
    const id = newId<'people-import'>();
    await tx.named(
      'people.store-import',
      'insert into people.imports (county_id, id, person_ids, made_by, made_at) values ($1, $2, $3, $4, $5)',
      [tx.countyId, id, personIds, actor.id, tx.at],
    );
    await audit(tx, actor, {
      act: 'people.import',
      noun: 'people-import',
      subjectId: id,
      detail: { count: taken.length },
    });
    return { id, made: taken.length, undoableUntil: undoableUntil(tx.at).toISOString() };
  });
}

async function writeDown(tx: Tx, actor: Actor, { person }: JudgedRow): Promise<string> {
  const { id, placeId } = await addPerson(tx, person);
  await audit(tx, actor, { act: 'person.add', noun: 'person', subjectId: id, placeId });
  await emit(tx, personAdded, actor, { personId: id, placeId });
  return id;
}
