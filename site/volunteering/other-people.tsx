import type { FormState } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { TextField, Tick } from '../shell/fields.tsx';
import { problemWords } from '../shell/form.tsx';
import { Boxes } from './boxes.tsx';

const numbers = ['2', '3'] as const;
const belongsHere = (field: string): boolean => /^contact(?:Name|Phone|sAgree)|^told/.test(field);

/** Up to two more people, behind a fold, each with what they are told. */
export function OtherPeople({ here, form }: { here: Here; form: FormState }) {
  const words = here.t.volunteering.form.others;
  const isUsed =
    Object.entries(form.values).some(([field, value]) => belongsHere(field) && value !== '') ||
    form.problems.some(({ field }) => belongsHere(field));
  return (
    <details class="further" open={isUsed}>
      <summary>{words.fold}</summary>
      <p class="hint">{words.hint}</p>
      {numbers.map((number) => (
        <Person key={number} here={here} form={form} number={number} />
      ))}
      <Tick here={here} form={form} name="contactsAgree" label={words.agree} sometimes />
    </details>
  );
}

function Person({ here, form, number }: { here: Here; form: FormState; number: (typeof numbers)[number] }) {
  const words = here.t.volunteering.form.others;
  const boxes = Object.entries(words.tolds).map(([key, label]) => ({ name: `told${number}-${key}`, label }));
  const problem = form.problems.find(({ field }) => field === `told${number}-booked`);
  return (
    <fieldset class="further-time" aria-label={words.person[number]}>
      <TextField
        here={here}
        form={form}
        name={`contactName${number}`}
        label={words.name[number]}
        sometimes
        help={{ autocomplete: 'off', maxLength: 60 }}
      />
      <TextField
        here={here}
        form={form}
        name={`contactPhone${number}`}
        label={words.phone[number]}
        sometimes
        type="tel"
        help={{ autocomplete: 'off', inputMode: 'tel', maxLength: 30 }}
      />
      <Boxes form={form} legend={words.told[number]} boxes={boxes} problem={problem && problemWords(here, problem)} />
    </fieldset>
  );
}

/** What the fields are called where something is wrong with them. */
export function otherPeopleLabels({ t }: Here): Record<string, string> {
  const words = t.volunteering.form.others;
  return Object.fromEntries([
    ...numbers.flatMap((number): [string, string][] => [
      [`contactName${number}`, words.name[number]],
      [`contactPhone${number}`, words.phone[number]],
      [`told${number}-booked`, words.told[number]],
    ]),
    ['contactsAgree', words.fold],
  ]);
}
