import type { FormState, RatingPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Choices, TextArea, TextField } from '../shell/fields.tsx';
import type { View } from '../view.ts';
import { OrderForm, OrderFrame, orderHead } from './order-frame.tsx';

/** 评单: was it done, how was it. */
export const rating: View<RatingPageProps> = {
  head: ({ form }, here) => orderHead(here, form, here.t.volunteering.rating.title),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.rating;
    const { form } = props;
    return (
      <OrderFrame
        here={here}
        words={words}
        about={
          <>
            {props.serviceName}
            {props.visitedAt && <> · {words.visited(here.format.nearTime(props.visitedAt))}</>}
          </>
        }
        deck={words.lead}
        station={props.station}
      >
        <OrderForm
          here={here}
          form={form}
          labels={{
            outcome: words.outcome,
            score: words.score,
            minutes: words.minutes,
            words: words.words,
          }}
          send={words.send}
        >
          {!props.isConfirmed && (
            <Choices
              here={here}
              form={form}
              name="outcome"
              label={words.outcome}
              choices={choicesOf(words.outcomes, ['done', 'partly', 'not-done'])}
              required
            />
          )}
          <Choices
            here={here}
            form={form}
            name="score"
            label={words.score}
            choices={choicesOf(words.scores, ['5', '4', '3', '2', '1'])}
            required={props.isConfirmed}
          />
          {props.minutes !== null && <Time here={here} form={form} minutes={props.minutes} />}
          <TextArea
            here={here}
            form={form}
            name="words"
            label={words.words}
            hint={words.wordsHint}
            maxLength={500}
            rows={3}
          />
        </OrderForm>
      </OrderFrame>
    );
  },
};

/** Whether it took as long as those who came wrote down: not needed, and never guessed. */
function Time({ here, form, minutes }: { here: Here; form: FormState; minutes: number }) {
  const words = here.t.volunteering.rating;
  return (
    <fieldset class="group">
      <legend>{words.timeTitle}</legend>
      <Choices
        here={here}
        form={form}
        name="time"
        label={words.time(minutes)}
        choices={[
          { value: 'same', label: words.timeSame },
          { value: 'other', label: words.timeOther },
        ]}
      />
      <TextField
        here={here}
        form={form}
        name="minutes"
        label={words.minutes}
        hint={words.minutesHint}
        help={{ inputMode: 'numeric', maxLength: 4, autocomplete: 'off' }}
      />
    </fieldset>
  );
}

const choicesOf = (labels: Readonly<Record<string, string>>, values: readonly string[]) =>
  values.map((value) => ({ value, label: labels[value] ?? value }));
