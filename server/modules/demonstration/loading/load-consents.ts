import { recordConsent, revokeConsent } from '#media';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { demonstrationConsents } from '../content/consents.ts';
import type { ConsentContent } from '../content/consents.ts';
import type { Teller } from './teller.ts';

/** What people in pictures agreed to; one of them took it back. */
export async function loadConsents(teller: Teller): Promise<void> {
  for (const one of demonstrationConsents) {
    await teller.once(`consent:${one.story}`, (tx) => give(teller, tx, one));
    if (one.revokedHoursAgo !== undefined)
      await teller.once(`consent-revoked:${one.story}`, (tx) => takeBack(teller, tx, one));
  }
}

async function give(teller: Teller, tx: Tx, { story, by, hoursAgo, ...given }: ConsentContent): Promise<string> {
  teller.hoursAgo(hoursAgo);
  const { id } = await recordConsent(
    tx.ctx,
    await teller.actor(tx, by),
    { of: 'picture', hash: await pictureOf(teller, tx, story) },
    {
      givenBy: given.givenBy,
      forWhom: given.forWhom ?? '',
      asGuardian: given.forWhom !== undefined,
      way: given.way,
      scope: given.scope,
      validUntil: null,
    },
  );
  return id;
}

async function takeBack(teller: Teller, tx: Tx, { story, by, revokedHoursAgo }: ConsentContent): Promise<string> {
  teller.hoursAgo(revokedHoursAgo ?? 0);
  const id = teller.id(`consent:${story}`);
  await revokeConsent(tx.ctx, await teller.actor(tx, by), id);
  return id;
}

async function pictureOf(teller: Teller, tx: Tx, story: string): Promise<string> {
  const [use] = await tx.named<{ hash: string }>(
    'demonstration.picture-of-story',
    `select picture_hash as hash from media.uses where county_id = $1 and noun = 'story' and subject_id = $2 and picture_hash is not null order by used_at limit 1`,
    [tx.countyId, teller.id(`story:${story}:zh`)],
  );
  return found(use).hash;
}
