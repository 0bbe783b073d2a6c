import type { OrderDays, OrderDaysPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Choices, Option, SelectField } from '../shell/fields.tsx';
import type { View } from '../view.ts';
import { OrderForm, OrderFrame, orderHead } from './order-frame.tsx';
import { wishWords } from './wish.ts';

/** Of an order that comes again one day is not wanted, or none from a day on. */
export const orderDays: View<OrderDaysPageProps> = {
  head: ({ form }, here) => orderHead(here, form, here.t.volunteering.days.title),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.days;
    return (
      <OrderFrame
        here={here}
        words={words}
        about={props.serviceName}
        deck={props.days.length === 0 ? words.none : words.lead}
        station={props.station}
      >
        {props.days.length > 0 && <LeaveOut here={here} props={props} />}
      </OrderFrame>
    );
  },
};

function LeaveOut({ here, props: { form, days } }: { here: Here; props: OrderDaysPageProps }) {
  const words = here.t.volunteering.days;
  return (
    <OrderForm here={here} form={form} labels={{ on: words.on, which: words.which }} send={words.send} danger>
      <SelectField here={here} form={form} name="on" label={words.on} required>
        <Option form={form} name="on" value="">
          {words.choose}
        </Option>
        {days.map((day) => (
          <Option key={day} form={form} name="on" value={day}>
            {here.format.calendarDay(day)}
          </Option>
        ))}
      </SelectField>
      <Choices
        here={here}
        form={form}
        name="which"
        label={words.which}
        choices={(['one', 'from'] as const).map((value) => ({ value, label: words.whichs[value] }))}
        required
      />
    </OrderForm>
  );
}

/** Each day on which it comes, and how that one stands; `plain`: the days alone, for the slip. */
export function Days({ here, repeats, plain = false }: { here: Here; repeats: OrderDays | null; plain?: boolean }) {
  if (!repeats) return null;
  const words = here.t.volunteering.days;
  return (
    <section aria-labelledby="days">
      <h2 class="small-title" id="days">
        {words.heading}
      </h2>
      {repeats.waits && <p>{words.waits}</p>}
      <ul class={plain ? 'days days-plain' : 'days'}>
        {repeats.days.map(({ on, state, isThis }) => (
          <li key={on}>
            {wishWords(here, { on, part: repeats.part })}
            {!plain && `${here.colon}${isThis ? words.isThis : words.states[state]}`}
          </li>
        ))}
      </ul>
      {repeats.more > 0 && <p>{words.more(repeats.more, here.format.calendarDay(repeats.until))}</p>}
    </section>
  );
}
