import type { OrderCancelPageProps, OrderChangePageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { TextArea, TextField } from '../shell/fields.tsx';
import { Form, titleWithProblems } from '../shell/form.tsx';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';
import { When, whenLabels } from './when.tsx';
import { wishesWords } from './wish.ts';

/** Another time for an order, or a word more; the last four digits say that it is the same person. */
export const orderChange: View<OrderChangePageProps> = {
  head: ({ form }, here) => ({
    title: titleWithProblems(here, form, here.t.volunteering.change.title),
    isPrivate: true,
  }),
  Body: ({ props, here }) => {
    const { form, earliestOn, latestOn } = props;
    const words = here.t.volunteering.change;
    return (
      <div class="wrap page narrow">
        <p class="kicker">{props.serviceName}</p>
        <h1>{words.title}</h1>
        <p class="deck">{words.now(wishesWords(here, props.wishes))}</p>
        <Form
          here={here}
          form={form}
          labels={{ ...whenLabels(here), addition: words.addition, lastFour: words.lastFour }}
          send={words.send}
        >
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
          <LastFour here={here} form={form} />
        </Form>
        <Back here={here} words={words.back} station={props.station} />
      </div>
    );
  },
};

/** 不要了: nobody will come. */
export const orderCancel: View<OrderCancelPageProps> = {
  head: ({ form }, here) => ({
    title: titleWithProblems(here, form, here.t.volunteering.cancel.title),
    isPrivate: true,
  }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.cancel;
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
          danger
        >
          <LastFour here={here} form={props.form} />
        </Form>
        <Back here={here} words={words.back} station={props.station} />
      </div>
    );
  },
};

/** The last four digits of the telephone number left with the order. */
export function LastFour({ here, form }: { here: Here; form: OrderChangePageProps['form'] }) {
  const words = here.t.volunteering.change;
  return (
    <TextField
      here={here}
      form={form}
      name="lastFour"
      label={words.lastFour}
      hint={words.lastFourHint}
      required
      large
      help={{ autocomplete: 'off', inputMode: 'numeric', maxLength: 4 }}
    />
  );
}

/** The way back to the order's page, and the telephone. */
export function Back({
  here,
  words,
  station,
}: {
  here: Here;
  words: string;
  station: { name: string; phone: string };
}) {
  const path = (here.frame.path.split('?')[0] ?? '/').replace(/\/[a-z-]+$/, '');
  return (
    <p class="back">
      <a href={here.to(path)}>{words}</a> · <Phone words={`${station.name} ${station.phone}`} number={station.phone} />
    </p>
  );
}
