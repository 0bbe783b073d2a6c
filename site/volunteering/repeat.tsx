import type { OrderFormPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { DayField, Option, SelectField, TextField } from '../shell/fields.tsx';

const fields = ['repeat', 'repeatTimes', 'repeatUntil'];

/** Whether it comes again, behind a fold: how often, and so many times or until a day. */
export function Repeat({
  here,
  props: { form, earliestOn, repeatLatestOn, mostRepeats },
}: {
  here: Here;
  props: OrderFormPageProps;
}) {
  const words = here.t.volunteering.form.repeat;
  const isUsed = (form.values['repeat'] ?? 'no') !== 'no' || form.problems.some(({ field }) => fields.includes(field));
  return (
    <details class="further" open={isUsed}>
      <summary>{words.fold}</summary>
      <div class="further-time">
        <SelectField here={here} form={form} name="repeat" label={words.how} hint={words.hint} required>
          {Object.entries(words.hows).map(([value, label]) => (
            <Option key={value} form={form} name="repeat" value={value}>
              {label}
            </Option>
          ))}
        </SelectField>
        <TextField
          here={here}
          form={form}
          name="repeatTimes"
          label={words.times}
          hint={words.timesHint}
          sometimes
          help={{ inputMode: 'numeric', maxLength: 10, autocomplete: 'off' }}
        />
        <DayField
          here={here}
          form={form}
          name="repeatUntil"
          label={words.until}
          hint={words.untilHint}
          sometimes
          min={earliestOn}
          max={repeatLatestOn}
        />
        <p class="hint">{words.note(mostRepeats)}</p>
      </div>
    </details>
  );
}

/** What the fields are called where something is wrong with them. */
export const repeatLabels = ({ t }: Here): Record<string, string> => ({
  repeat: t.volunteering.form.repeat.how,
  repeatTimes: t.volunteering.form.repeat.times,
  repeatUntil: t.volunteering.form.repeat.until,
});
