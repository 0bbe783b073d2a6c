import type { OrderQuietPageProps } from '@xiangyin/server/contract';
import { Form, titleWithProblems } from '../shell/form.tsx';
import type { View } from '../view.ts';
import { Back, LastFour } from './order-change.tsx';

/** No more messages about an order; the order itself stays as it is. */
export const orderQuiet: View<OrderQuietPageProps> = {
  head: ({ form }, here) => ({
    title: titleWithProblems(here, form, here.t.volunteering.quiet.title),
    isPrivate: true,
  }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.quiet;
    return (
      <div class="wrap page narrow">
        <p class="kicker">{props.serviceName}</p>
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        <Form
          here={here}
          form={props.form}
          labels={{ lastFour: here.t.volunteering.change.lastFour }}
          send={words.send}
        >
          <LastFour here={here} form={props.form} />
        </Form>
        <Back here={here} words={words.back} station={props.station} />
      </div>
    );
  },
};
