import type { z } from 'zod';
import { displayNames, personById, shownName } from '#people';
import type { Person } from '#people';
import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { addressOf } from '#platform/county-address';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import type { Waiting } from '#platform/manifest';
import { may, maySomewhere, must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import type { newSlip, slipList } from '../contract.ts';
import { credentialChanged, slipWaits } from '../events.ts';
import { accountThing } from '../permissions.ts';
import { mustCoverRoles } from '../grant/must-cover-roles.ts';
import { holdersOf } from '../grant-queries.ts';
import { needsSecondFactor } from '../roles.ts';
import { newPaperCode, paperCodeForm, secretHash } from '../secrets.ts';
import { grantsOf } from '../session-queries.ts';
import { openSlips, slipForUpdate, withdrawSlips } from '../slip-queries.ts';
import type { SlipRow } from '../slip-queries.ts';
import type { AccessTables } from '../tables.ts';

const lifeHours = 24;

/** Prints a one-day slip for somebody who stands at the desk and cannot sign in: its code sets a new password and takes away all else they signed in with.
 *  For a role that needs a second factor it works only after a second member of staff has confirmed it, and only an administrator makes it (trust.md A15).
 *  Refuses: OwnReset (409), NoAccount (422), Forbidden (403), RoleBeyondYours (403) where the person has a role that the actor could not give. */
export async function makeSlip(ctx: Ctx, actor: Actor, personId: string): Promise<z.infer<typeof newSlip>> {
  return ctx.transaction(async (tx) => {
    const person = found(await personById(tx, personId));
    must(tx, actor, 'account.reset', accountThing(personId, person.placeId));
    if (actor.id === personId) refuse('OwnReset');
    const account = (await accountOf(tx, personId)) ?? refuse('NoAccount');
    if (account.disabledAt) refuse('NoAccount');
    const isStrong = needsSecondFactor(await grantsOf(tx, personId));
    if (isStrong && !actor.grants.some((grant) => grant.role === 'administrator'))
      refuse('Forbidden', { ability: 'account.reset' });
    await mustCoverRoles(tx, actor, personId);
    await withdrawSlips(tx, personId);
    const { id, code, expiresAt } = await storeSlip(tx, actor, personId, isStrong);
    await audit(tx, actor, {
      act: 'account.reset',
      noun: 'person',
      subjectId: personId,
      placeId: person.placeId,
      detail: { slipId: id },
    });
    await emit(tx, credentialChanged, actor, { personId, what: 'slip' });
    if (isStrong) await emit(tx, slipWaits, actor, { slipId: id, personId, madeBy: actor.id });
    return {
      id,
      personId,
      login: account.login,
      code,
      address: `${addressOf(ctx)}/console/slip`,
      expiresAt: expiresAt.toISOString(),
      waitsForSecondPerson: isStrong,
    };
  });
}

async function storeSlip(
  tx: Tx,
  actor: Actor,
  personId: string,
  needsSecondPerson: boolean,
): Promise<{ id: string; code: string; expiresAt: Date }> {
  const id = newId<'slip'>();
  const code = newPaperCode(5);
  const madeAt = tx.ctx.app.clock.now();
  const expiresAt = new Date(madeAt.getTime() + lifeHours * 3_600_000);
  await tx
    .tables<AccessTables>()
    .insertInto('access.reset_slips')
    .values({
      county_id: tx.countyId,
      id,
      person_id: personId,
      code_hash: secretHash(paperCodeForm(code)),
      made_by: actor.id,
      needs_second_person: needsSecondPerson,
      made_at: madeAt,
      expires_at: expiresAt,
    })
    .execute();
  return { id, code, expiresAt };
}

/** Confirms, as a second person, that the slip's owner was recognised. Refuses: SecondPersonNeeded (409) for whoever made it or is to use it, WrongState (409). */
export async function confirmSlip(ctx: Ctx, actor: Actor, slipId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const slip = found(await slipForUpdate(tx, slipId));
    const person = found(await personById(tx, slip.personId));
    must(tx, actor, 'account.confirm-reset', accountThing(slip.personId, person.placeId));
    if (actor.id === slip.madeBy || actor.id === slip.personId) refuse('SecondPersonNeeded');
    if (!slip.waits) refuse('WrongState', { noun: 'slip', state: 'confirmed' });
    await tx.named(
      'access.confirm-slip',
      'update access.reset_slips set confirmed_by = $3, confirmed_at = $4 where county_id = $1 and id = $2',
      [tx.countyId, slipId, actor.id, ctx.app.clock.now()],
    );
    await audit(tx, actor, {
      act: 'account.confirm-reset',
      noun: 'person',
      subjectId: slip.personId,
      detail: { slipId },
    });
  });
}

/** Withdraws a slip: lost, or no longer wanted. */
export async function withdrawSlip(ctx: Ctx, actor: Actor, slipId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const slip = found(await slipForUpdate(tx, slipId));
    const person = found(await personById(tx, slip.personId));
    must(tx, actor, 'account.reset', accountThing(slip.personId, person.placeId));
    await withdrawSlips(tx, slip.personId);
    await audit(tx, actor, {
      act: 'account.withdraw-reset',
      noun: 'person',
      subjectId: slip.personId,
      detail: { slipId },
    });
  });
}

/** Whom to ask as a second person: those who may confirm it, without whoever made it or is to use it. */
export async function whoMayConfirm(tx: Tx, slip: { personId: string; madeBy: string }): Promise<string[]> {
  const person = found(await personById(tx, slip.personId));
  const roles = tx.ctx.app.permits.rule('account.confirm-reset').roles ?? [];
  const holders = await holdersOf(tx, { roles, placeId: person.placeId ?? rootPlace(tx).id });
  return holders.filter((id) => id !== slip.madeBy && id !== slip.personId);
}

/** Slips that wait for this person's confirmation, as cards of "my work". */
export async function slipsWaiting(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== 'person' || !maySomewhere(tx, actor, 'account.confirm-reset')) return [];
  const cards: Waiting[] = [];
  for (const slip of (await openSlips(tx)).filter((one) => one.waits)) {
    const person = found(await personById(tx, slip.personId));
    if (!slipAbilities(tx, actor, slip, person).includes('account.confirm-reset')) continue;
    cards.push({
      kind: 'access.reset',
      subjectId: slip.id,
      title: shownName(tx, person),
      reason: tx.ctx.app.wording.say(tx.ctx.tag, 'waiting.reset'),
      href: `/console/people/${slip.personId}`,
      dueAt: null,
      placeId: person.placeId,
    });
  }
  return cards;
}

/** Slips that still work and that the actor may confirm or withdraw, latest first. */
export async function listSlips(ctx: Ctx, actor: Actor): Promise<z.infer<typeof slipList>> {
  return ctx.transaction(async (tx) => {
    const slips = await openSlips(tx);
    const names = await displayNames(
      tx,
      slips.flatMap((slip) => [slip.personId, slip.madeBy]),
    );
    const shown: z.infer<typeof slipList>['items'] = [];
    for (const slip of slips) {
      const abilities = slipAbilities(tx, actor, slip, found(await personById(tx, slip.personId)));
      if (abilities.length === 0) continue;
      const named = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
      shown.push({
        id: slip.id,
        person: named(slip.personId),
        madeBy: named(slip.madeBy),
        madeAt: slip.madeAt.toISOString(),
        expiresAt: slip.expiresAt.toISOString(),
        waitsForSecondPerson: slip.waits,
        abilities,
      });
    }
    return { items: shown };
  });
}

function slipAbilities(tx: Tx, actor: Actor, slip: SlipRow, person: Person): string[] {
  const thing = accountThing(slip.personId, person.placeId);
  const mayConfirm =
    slip.waits &&
    actor.id !== slip.madeBy &&
    actor.id !== slip.personId &&
    may(tx, actor, 'account.confirm-reset', thing);
  return [
    ...(may(tx, actor, 'account.reset', thing) ? ['account.reset'] : []),
    ...(mayConfirm ? ['account.confirm-reset'] : []),
  ];
}
