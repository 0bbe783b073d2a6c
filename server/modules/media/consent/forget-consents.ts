import { today } from '#places';
import type { Ctx, Tx } from '#platform/transaction';
import type { Consent } from './consent-queries.ts';
import { forgetLooseForms } from './loose-forms.ts';
import { dropConsent } from './remove-consent.ts';

/** How long a consent that has ended is kept to answer for what was shown under it: the time in which somebody may go to law (民法典 art. 188). */
export const keptYears = 3;

/** Forgets consents that ended three years ago, unless something published still shows it, and the files of forms that are nobody's. */
export async function forgetConsents(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const one of await longEnded(tx)) await dropConsent(tx, one);
  });
  await forgetLooseForms(ctx);
}

const longEnded = (tx: Tx): Promise<Pick<Consent, 'id' | 'form'>[]> =>
  tx.named(
    'media.long-ended-consents',
    `select c.id, case when c.form_hash is not null then json_build_object('fileHash', c.form_hash) end as form from media.consents c
      where c.county_id = $1 and least(c.revoked_at, (c.valid_until + 1)::timestamp at time zone $2) < ($3::date - interval '${keptYears} years')
        and not exists (select 1 from media.uses u where u.county_id = c.county_id and u.item_hash = c.item_hash and u.part = 'edition')
      order by c.id limit 200 for update of c skip locked`,
    [tx.ctx.county.id, tx.ctx.county.timeZone, today(tx)],
  );
