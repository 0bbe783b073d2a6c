import { displayNames, personById } from '#people';
import { placeLine, placesOf } from '#places';
import type { Actor } from '#platform/actor';
import { maySomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import type { MeView } from '../contract.ts';
import { needsSecondFactor } from '../roles.ts';
import { isSteppedUp, stepUpMinutes } from '../session/limits.ts';
import { needsOf } from '../session/start-session.ts';
import { grantsOf } from '../session-queries.ts';
import { unitNames } from '../unit-queries.ts';

/** Who is signed in and what they may do. */
export async function me(ctx: Ctx, actor: Actor): Promise<MeView> {
  if (actor.kind !== 'person') refuse('SignInRequired');
  return ctx.transaction(async (tx) => {
    const [known, ownAccount, held, names, grants] = await together(
      personById(tx, actor.id),
      accountOf(tx, actor.id),
      grantsOf(tx, actor.id),
      displayNames(tx, [actor.id]),
      heldGrants(tx, actor),
    );
    const person = found(known);
    const account = found(ownAccount);
    return {
      personId: actor.id,
      name: names.get(actor.id) ?? '',
      title: person.title,
      language: person.language,
      login: account.login,
      assurance: actor.assurance,
      needs: needsOf(actor.assurance, needsSecondFactor(held), account),
      steppedUpUntil: steppedUpUntil(ctx, actor),
      hasPasskey: account.hasOwnPasskey,
      hasTotp: account.hasTotp,
      hasPassword: account.hasPassword,
      demonstration: actor.demonstration ?? false,
      grants,
      abilities: abilitiesSomewhere(tx, actor),
      places: placesToSwitch(tx, actor),
      readsOnly: ctx.app.room.isShort,
      county: countyOf(ctx),
    };
  });
}

async function heldGrants(tx: Tx, actor: Actor): Promise<MeView['grants']> {
  const units = await unitNames(
    tx,
    actor.grants.flatMap((grant) => grant.unitId ?? []),
  );
  const { wording } = tx.ctx.app;
  return actor.grants.flatMap((grant) => {
    const place = placesOf(tx).byId(grant.placeId);
    if (!place) return [];
    return [
      {
        role: grant.role,
        roleName: wording.say(tx.ctx.tag, `role.${grant.role}`),
        place: placeLine(place),
        unitId: grant.unitId,
        unitName: grant.unitId ? (units.get(grant.unitId) ?? null) : null,
        duty: grant.duty,
      },
    ];
  });
}

// `placeId: undefined` asks: anywhere at all?
const abilitiesSomewhere = (tx: Tx, actor: Actor): string[] => {
  const { permits } = tx.ctx.app;
  return permits.all().filter((ability) => !permits.rule(ability).everybody && maySomewhere(tx, actor, ability));
};

function placesToSwitch(tx: Tx, actor: Actor): MeView['places'] {
  const tree = placesOf(tx);
  const held = [...new Set(actor.grants.map((grant) => grant.placeId))]
    .map((id) => tree.byId(id))
    .filter((place) => place !== undefined);
  const topmost = held.filter((place) => !held.some((other) => other !== place && tree.covers(other.id, place.id)));
  return topmost.toSorted((a, b) => a.lo - b.lo).map(placeLine);
}

function steppedUpUntil(ctx: Ctx, actor: Actor): string | null {
  if (!actor.steppedUpAt || !isSteppedUp(actor.steppedUpAt, ctx.app.clock.now())) return null;
  return new Date(actor.steppedUpAt.getTime() + stepUpMinutes * 60_000).toISOString();
}

const countyOf = ({ county, now }: Ctx): MeView['county'] => ({
  slug: county.slug,
  name: county.name,
  timeZone: county.timeZone,
  countryPack: county.countryPack,
  languages: [...county.languages],
  demonstration: county.demonstration,
  now: now().toISOString(),
});
