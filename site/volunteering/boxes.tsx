import type { FormState } from '@xiangyin/server/contract';
import { fieldId } from '../shell/form.tsx';

/** Several boxes of which any may be ticked; `small`: short labels, many in a row. */
export function Boxes({
  form,
  legend,
  hint,
  boxes,
  problem,
  small = false,
}: {
  form: FormState;
  legend: string;
  hint?: string;
  boxes: readonly { name: string; label: string }[];
  problem?: string | undefined;
  small?: boolean;
}) {
  const id = fieldId(boxes[0]?.name ?? '');
  const said = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset class={problem ? 'field field-wrong' : 'field'} {...(said && { 'aria-describedby': said })}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class={small ? 'choices choices-small' : 'choices'}>
        {boxes.map(({ name, label }) => (
          <label key={name} class="choice" for={fieldId(name)}>
            <input type="checkbox" id={fieldId(name)} name={name} value="yes" checked={form.values[name] === 'yes'} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
