import type {
  OrderAppealPageProps,
  OrderReopenPageProps,
  OrderSettledPageProps,
  OrderStatusPageProps,
} from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { TextArea } from '../shell/fields.tsx';
import type { View } from '../view.ts';
import { OrderForm, OrderFrame, orderHead } from './order-frame.tsx';

/** 申诉: objects to a refusal; somebody else looks at it. */
export const orderAppeal: View<OrderAppealPageProps> = saying('appeal');

/** It has to be done again. */
export const orderReopen: View<OrderReopenPageProps> = saying('reopen');

/** What was called not done is put right; how, they need not say. */
export const orderSettled: View<OrderSettledPageProps> = saying('settled');

function saying(what: 'appeal' | 'reopen' | 'settled'): View<OrderAppealPageProps> {
  return {
    head: ({ form }, here) => orderHead(here, form, here.t.volunteering[what].title),
    Body: ({ props: { form, serviceName, station }, here }) => {
      const words = here.t.volunteering[what];
      return (
        <OrderFrame here={here} words={words} about={serviceName} deck={words.lead} station={station}>
          <OrderForm here={here} form={form} labels={{ said: words.said }} send={words.send}>
            <TextArea
              here={here}
              form={form}
              name="said"
              label={words.said}
              hint={words.saidHint}
              required={what !== 'settled'}
              maxLength={500}
            />
          </OrderForm>
        </OrderFrame>
      );
    },
  };
}

/** What became of an appeal, on the order's page. */
export function Appeal({ here, appeal }: { here: Here; appeal: NonNullable<OrderStatusPageProps['appeal']> }) {
  const words = here.t.volunteering.status.appeals;
  return (
    <div class="passphrase passphrase-small" role="note">
      <p>{appeal.verdict === null ? words.waits(here.format.nearTime(appeal.dueAt)) : words[appeal.verdict]}</p>
      {appeal.reason && <p>{appeal.reason}</p>}
    </div>
  );
}
