import type { FormState } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Choices, DayField, Option, SelectField } from '../shell/fields.tsx';
import { partChoices } from './wish.ts';

/** When it suits: one time, and behind a fold two more that suit as well. */
export function When({
  here,
  form,
  earliestOn,
  latestOn,
}: {
  here: Here;
  form: FormState;
  earliestOn: string;
  latestOn: string;
}) {
  const words = here.t.volunteering.form;
  const used = (['2', '3'] as const).some(
    (number) => form.values[`wishedOn${number}`] || form.problems.some(({ field }) => field === `wishedOn${number}`),
  );
  return (
    <>
      <DayField
        here={here}
        form={form}
        name="wishedOn"
        label={words.wishedOn}
        hint={words.wishedOnHint}
        min={earliestOn}
        max={latestOn}
      />
      <Choices
        here={here}
        form={form}
        name="wishedPart"
        label={words.wishedPart}
        choices={partChoices(here)}
        required
      />
      <details class="further" open={used}>
        <summary>{words.further}</summary>
        {(['2', '3'] as const).map((number) => (
          <div key={number} class="further-time">
            <DayField
              here={here}
              form={form}
              name={`wishedOn${number}`}
              label={words.wishedOnToo[number]}
              min={earliestOn}
              max={latestOn}
            />
            <SelectField here={here} form={form} name={`wishedPart${number}`} label={words.wishedPart} required>
              {partChoices(here).map(({ value, label }) => (
                <Option key={value} form={form} name={`wishedPart${number}`} value={value}>
                  {label}
                </Option>
              ))}
            </SelectField>
          </div>
        ))}
      </details>
    </>
  );
}

/** What the fields of the times are called where something is wrong with them. */
export const whenLabels = ({ t }: Here): Record<string, string> => ({
  wishedOn: t.volunteering.form.wishedOn,
  wishedPart: t.volunteering.form.wishedPart,
  wishedOn2: t.volunteering.form.wishedOnToo['2'],
  wishedOn3: t.volunteering.form.wishedOnToo['3'],
});
