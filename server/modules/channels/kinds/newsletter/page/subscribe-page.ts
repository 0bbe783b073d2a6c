import { z } from 'zod';
import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import { formAgain, freshForm } from '#platform/page-form';
import { furtherTag } from '#platform/spoken-tag';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { FollowedAccount, SubscribePageProps } from '../../../page-contract.ts';
import { allKinds } from '../../registry.ts';
import { askSubscription } from '../subscriber/ask-subscription.ts';
import { newslettersOf } from '../subscriber/newsletters.ts';
import type { Newsletter } from '../subscriber/newsletters.ts';
import { optionsOf, pace, ticked } from './subscription-form.ts';

/** `/subscribe`: anybody may ask for a newsletter, and a letter asks back; below it the accounts that are followed from other servers and the feeds, which need nobody's address. */
export const subscribePage: Page = {
  path: '/subscribe',
  view: 'channels/subscribe',
  cached: false,
  query: ['sent', 'left'],
  perMinute: 20,
  load: (call) => call.ctx.transaction((tx) => load(tx, call)),
  submit: (call) => call.ctx.transaction((tx) => take(tx, call)),
};

async function load(tx: Tx, { query }: PageCall): Promise<PageAnswer> {
  const [newsletters, accounts] = await together(newslettersOf(tx), accountsOf(tx));
  const values = { newsletter: newsletters[0]?.id ?? '', pace: 'daily' };
  const done = query['sent'] ? 'sent' : query['left'] ? 'left' : null;
  return { props: propsOf(newsletters, accounts, freshForm(values), done) };
}

const accountsOf = async (tx: Tx): Promise<FollowedAccount[]> =>
  (await together(...allKinds().map(async (kind) => (await kind.followedAt?.(tx)) ?? []))).flat();

// Where there is none there is nothing to ask for.
async function offered(tx: Tx): Promise<Newsletter[]> {
  const newsletters = await newslettersOf(tx);
  found(newsletters[0]);
  return newsletters;
}

const propsOf = (
  newsletters: readonly Newsletter[],
  accounts: readonly FollowedAccount[],
  form: SubscribePageProps['form'],
  done: SubscribePageProps['done'] = null,
): SubscribePageProps => ({
  newsletters: newsletters.map(({ id, name, lead }) => ({ id, name, lead })),
  accounts,
  ...optionsOf(newsletters),
  form,
  done,
});

async function take(tx: Tx, { ctx, form, key }: FormCall): Promise<PageAnswer> {
  const newsletters = await offered(tx);
  const asked = z.object({
    email: z.string().trim().toLowerCase().max(200).pipe(z.email()),
    pace,
    newsletter: z.enum(newsletters.map(({ id }) => id)),
  });
  const parsed = asked.safeParse(form);
  if (!parsed.success)
    return {
      props: propsOf(newsletters, await accountsOf(tx), formAgain({ ctx }, key, form, fieldProblems(parsed.error, ''))),
      status: 422,
    };
  const { newsletter, ...choice } = parsed.data;
  const { sections, places } = optionsOf(newsletters);
  // What only programs fill in: they are answered like people, and nobody is written to.
  if ((form['website'] ?? '') === '')
    await askSubscription(tx, {
      ...choice,
      channelId: newsletter,
      language: ctx.language,
      tag: furtherTag(ctx),
      sectionIds: ticked(form, 'section', sections),
      placeIds: ticked(form, 'place', places),
    });
  return { redirect: '/subscribe?sent=yes' };
}
