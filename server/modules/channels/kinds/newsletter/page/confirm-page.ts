import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import { freshForm } from '#platform/page-form';
import type { Tx } from '#platform/transaction';
import type { SubscriptionConfirmPageProps } from '../../../page-contract.ts';
import { confirmSubscription } from '../subscriber/confirm-subscription.ts';
import { newslettersOf } from '../subscriber/newsletters.ts';
import { subscriberByCode } from '../subscriber/subscriber-queries.ts';

/** `/subscribe/confirm/:code`: from the letter that asks back. Only the button confirms: programs that look through mail open every address. */
export const confirmPage: Page = {
  path: '/subscribe/confirm/:code',
  view: 'channels/subscription-confirm',
  cached: false,
  perMinute: 30,
  load: (call) => call.ctx.transaction((tx) => load(tx, call)),
  submit: (call) => call.ctx.transaction((tx) => confirm(tx, call)),
};

async function load(tx: Tx, { params }: PageCall): Promise<PageAnswer> {
  const subscriber = await subscriberByCode(tx, params['code'] ?? '');
  const newsletter = (await newslettersOf(tx)).find((one) => one.id === subscriber?.channelId)?.name ?? null;
  const props: SubscriptionConfirmPageProps = { newsletter, form: freshForm() };
  return { props, status: newsletter === null ? 404 : 200 };
}

async function confirm(tx: Tx, { params }: FormCall): Promise<PageAnswer> {
  const { token } = await confirmSubscription(tx, params['code'] ?? '');
  return { redirect: `/subscribe/choices/${token}?done=confirmed` };
}
