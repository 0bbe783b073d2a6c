import type {
  OrderAppealPageProps,
  OrderReopenPageProps,
  OrderSettledPageProps,
  OrderStatusPageProps,
} from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { TextArea } from '../shell/fields.tsx';
import { Form, titleWithProblems } from '../shell/form.tsx';
import type { View } from '../view.ts';
import { Back, LastFour } from './order-change.tsx';

/** 申诉: objects to a refusal; somebody else looks at it. */
export const orderAppeal: View<OrderAppealPageProps> = saying('appeal');

/** It has to be done again. */
export const orderReopen: View<OrderReopenPageProps> = saying('reopen');

/** What was called not done is put right; how, they need not say. */
export const orderSettled: View<OrderSettledPageProps> = saying('settled');

function saying(what: 'appeal' | 'reopen' | 'settled'): View<OrderAppealPageProps> {
  return {
    head: ({ form }, here) => ({
      title: titleWithProblems(here, form, here.t.volunteering[what].title),
      isPrivate: true,
    }),
    Body: ({ props, here }) => {
      const words = here.t.volunteering[what];
      const { form } = props;
      return (
        <div class="wrap page narrow">
          <p class="kicker">{props.serviceName}</p>
          <h1>{words.title}</h1>
          <p class="deck">{words.lead}</p>
          <Form
            here={here}
            form={form}
            labels={{ said: words.said, lastFour: here.t.volunteering.change.lastFour }}
            send={words.send}
          >
            <TextArea
              here={here}
              form={form}
              name="said"
              label={words.said}
              hint={words.saidHint}
              required={what !== 'settled'}
              maxLength={500}
            />
            <LastFour here={here} form={form} />
          </Form>
          <Back here={here} words={words.back} station={props.station} />
        </div>
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
