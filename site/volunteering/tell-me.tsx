import type { ComponentChildren } from 'preact';
import type { FormState } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Choices, TextField } from '../shell/fields.tsx';

/** Whether and how whoever orders is told how it goes: not at all unless they choose it. `children`: who else. */
export function TellMe({ here, form, children }: { here: Here; form: FormState; children: ComponentChildren }) {
  const words = here.t.volunteering.form.tell;
  return (
    <fieldset class="group">
      <legend>{words.title}</legend>
      <p class="hint">{words.hint}</p>
      <Choices
        here={here}
        form={form}
        name="notify"
        label={words.how}
        choices={[
          { value: 'none', label: words.none },
          { value: 'sms', label: words.sms },
          { value: 'email', label: words.email },
        ]}
        required
      />
      <TextField
        here={here}
        form={form}
        name="email"
        label={words.address}
        hint={words.addressHint}
        help={{ autocomplete: 'email', maxLength: 200 }}
      />
      {children}
    </fieldset>
  );
}
