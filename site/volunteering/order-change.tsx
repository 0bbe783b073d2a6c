import type { OrderCancelPageProps, OrderChangePageProps } from '@xiangyin/server/contract';
import { TextArea } from '../shell/fields.tsx';
import type { View } from '../view.ts';
import { OrderForm, OrderFrame, orderHead } from './order-frame.tsx';
import { When, whenLabels } from './when.tsx';
import { wishesWords } from './wish.ts';

/** Another time for an order, or a word more. */
export const orderChange: View<OrderChangePageProps> = {
  head: ({ form }, here) => orderHead(here, form, here.t.volunteering.change.title),
  Body: ({ props: { form, earliestOn, latestOn, wishes, serviceName, station }, here }) => {
    const words = here.t.volunteering.change;
    return (
      <OrderFrame
        here={here}
        words={words}
        about={serviceName}
        deck={words.now(wishesWords(here, wishes))}
        station={station}
      >
        <OrderForm here={here} form={form} labels={{ ...whenLabels(here), addition: words.addition }} send={words.send}>
          <When here={here} form={form} earliestOn={earliestOn} latestOn={latestOn} />
          <TextArea
            here={here}
            form={form}
            name="addition"
            label={words.addition}
            hint={words.additionHint}
            rows={2}
            maxLength={500}
          />
        </OrderForm>
      </OrderFrame>
    );
  },
};

/** 不要了: nobody will come. */
export const orderCancel: View<OrderCancelPageProps> = ending('cancel');

/** No more messages about an order; the order itself stays as it is. */
export const orderQuiet: View<OrderCancelPageProps> = ending('quiet');

function ending(what: 'cancel' | 'quiet'): View<OrderCancelPageProps> {
  return {
    head: ({ form }, here) => orderHead(here, form, here.t.volunteering[what].title),
    Body: ({ props: { form, serviceName, station }, here }) => {
      const words = here.t.volunteering[what];
      return (
        <OrderFrame here={here} words={words} about={serviceName} deck={words.lead} station={station}>
          <OrderForm here={here} form={form} send={words.send} danger={what === 'cancel'} />
        </OrderFrame>
      );
    },
  };
}
