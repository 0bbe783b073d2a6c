import { z } from 'zod';
import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import type { FormState } from '#platform/page-contract';
import { formAgain, freshForm } from '#platform/page-form';
import { furtherTag } from '#platform/spoken-tag';
import type { Tx } from '#platform/transaction';
import type { SubscriptionChoicesPageProps } from '../../../page-contract.ts';
import type { Choice } from '../subscriber/ask-subscription.ts';
import { choose, leave } from '../subscriber/choose.ts';
import { newslettersOf } from '../subscriber/newsletters.ts';
import type { Newsletter } from '../subscriber/newsletters.ts';
import { subscriberByToken } from '../subscriber/subscriber-queries.ts';
import type { Subscriber } from '../subscriber/subscriber-queries.ts';
import { optionsOf, pace, ticked, valuesOf } from './subscription-form.ts';

/** `/subscribe/choices/:token`: what somebody gets and how often, and the way out; from every letter, without sign-in. */
export const choicesPage: Page = {
  path: '/subscribe/choices/:token',
  view: 'channels/subscription-choices',
  cached: false,
  query: ['done'],
  perMinute: 30,
  load: (call) => call.ctx.transaction((tx) => load(tx, call)),
  submit: (call) => call.ctx.transaction((tx) => take(tx, call)),
};

async function load(tx: Tx, { params, query }: PageCall): Promise<PageAnswer> {
  const token = params['token'] ?? '';
  // An older letter's link, opened by somebody who has left since.
  const subscriber = await subscriberByToken(tx, token);
  if (!subscriber) return { props: gone(), status: 404 };
  const newsletter = await newsletterOf(tx, subscriber);
  const done = z.enum(['confirmed', 'saved']).safeParse(query['done']).data ?? null;
  const props: SubscriptionChoicesPageProps = {
    ...propsOf(subscriber, newsletter, freshForm(valuesOf(subscriber))),
    done,
  };
  return { props };
}

// One that was turned off meanwhile can still be left.
const newsletterOf = async (tx: Tx, { channelId }: Subscriber): Promise<Newsletter | undefined> =>
  (await newslettersOf(tx)).find((one) => one.id === channelId);

const propsOf = (
  subscriber: Subscriber,
  newsletter: Newsletter | undefined,
  form: FormState,
): SubscriptionChoicesPageProps => ({
  newsletter: newsletter?.name ?? '',
  email: subscriber.email,
  ...optionsOf(newsletter ? [newsletter] : []),
  form,
  leaving: freshForm(),
  done: null,
});

const gone = (): SubscriptionChoicesPageProps => ({
  newsletter: '',
  email: '',
  ...optionsOf([]),
  form: freshForm(),
  leaving: freshForm(),
  done: 'gone',
});

async function take(tx: Tx, { ctx, params, form, key }: FormCall): Promise<PageAnswer> {
  const token = params['token'] ?? '';
  if (form['leave'] === 'yes') {
    await leave(tx, token);
    return { redirect: '/subscribe?left=yes' };
  }
  const subscriber = await subscriberByToken(tx, token);
  if (!subscriber) return { props: gone(), status: 404 };
  const newsletter = await newsletterOf(tx, subscriber);
  const parsed = z.object({ pace }).safeParse(form);
  if (!parsed.success)
    return {
      props: propsOf(subscriber, newsletter, formAgain({ ctx }, key, form, fieldProblems(parsed.error, ''))),
      status: 422,
    };
  await choose(tx, token, {
    ...parsed.data,
    language: ctx.language,
    tag: furtherTag(ctx),
    ...chosenIn(form, newsletter, subscriber),
  });
  return { redirect: `/subscribe/choices/${token}?done=saved` };
}

// Of one that is off nothing can be ticked: what was chosen stays.
function chosenIn(
  form: FormCall['form'],
  newsletter: Newsletter | undefined,
  { sectionIds, placeIds }: Subscriber,
): Pick<Choice, 'sectionIds' | 'placeIds'> {
  if (!newsletter) return { sectionIds, placeIds };
  const { sections, places } = optionsOf([newsletter]);
  return { sectionIds: ticked(form, 'section', sections), placeIds: ticked(form, 'place', places) };
}
