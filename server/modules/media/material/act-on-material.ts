import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { MaterialAct } from '../contract.ts';
import { convertAgain } from '../conversion/convert-again.ts';
import { stopConversion } from '../conversion/stop-conversion.ts';
import { changed, differing } from '../library/said.ts';
import { thingOf } from '../permissions.ts';
import { changeMaterial } from './change-material.ts';
import { materialForUpdate } from './material-queries.ts';
import type { Material } from './material-queries.ts';

type Named<Do extends MaterialAct['do']> = Extract<MaterialAct, { do: Do }>;

/** As many as a material may have. */
const mostKeywords = 30;

/** Does one act of a batch by the verb it names, and answers the act that takes it back; null where nothing changed or none leads back to what was. Refuses what the verb refuses, TooManyKeywords (422). */
export function actOnMaterial(ctx: Ctx, actor: Actor, act: MaterialAct): Promise<MaterialAct | null> {
  return ctx.transaction(async (tx): Promise<MaterialAct | null> => {
    const before = await materialForUpdate(tx, act.id);
    must(tx, actor, 'material.change', thingOf(before));
    switch (act.do) {
      case 'say':
        return say(ctx, actor, before, act);
      case 'keywords':
        return keywords(ctx, actor, before, act);
      case 'convert':
        await convertAgain(ctx, actor, act.id);
        // A failed one cannot be made to have failed again.
        return before.state === 'stopped' ? { do: 'stop', id: act.id } : null;
      case 'stop':
        await stopConversion(ctx, actor, act.id);
        // What was half done is done from the beginning.
        return before.state === 'waiting' ? { do: 'convert', id: act.id } : null;
    }
  });
}

const sayable = ['credit', 'placeId', 'licence', 'rightsHolder', 'rightsUntil', 'machine', 'showsPeople'] as const;

async function say(ctx: Ctx, actor: Actor, before: Material, act: Named<'say'>): Promise<MaterialAct | null> {
  const { do: _, id, version = before.version, ...change } = act;
  const fields = differing(before, changed(before, change), sayable);
  if (fields.length === 0) return null;
  const after = await changeMaterial(ctx, actor, id, { ...change, version });
  const was = Object.fromEntries(fields.map((field) => [field, before[field as (typeof sayable)[number]]]));
  return { do: 'say', id, ...was, version: after.version };
}

async function keywords(ctx: Ctx, actor: Actor, before: Material, act: Named<'keywords'>): Promise<MaterialAct | null> {
  const { id } = act;
  const add = act.add.filter((word) => !before.keywords.includes(word));
  const remove = act.remove.filter((word) => before.keywords.includes(word));
  if (add.length + remove.length === 0) return null;
  const next = [...new Set([...before.keywords, ...add])].filter((word) => !remove.includes(word));
  if (next.length > mostKeywords) refuse('TooManyKeywords', { most: mostKeywords });
  await changeMaterial(ctx, actor, id, { version: before.version, keywords: next });
  return { do: 'keywords', id, add: remove, remove: add };
}
