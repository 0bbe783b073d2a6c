import type { ComponentChildren } from 'preact';
import type { FormState } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { fieldId, problemWords } from './form.tsx';

interface FieldProps {
  here: Here;
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  /** Others are marked as not needed. */
  required?: boolean;
  /** Needed where another answer says so: the server asks for it. */
  sometimes?: boolean;
}

/** What a browser and a phone's keyboard may help with. */
interface InputHelp {
  autocomplete?: 'name' | 'tel' | 'email' | 'street-address' | 'off';
  inputMode?: 'numeric' | 'tel';
  maxLength?: number;
}

/** One line of text. */
export function TextField({
  type = 'text',
  large = false,
  help,
  ...field
}: FieldProps & { type?: 'text' | 'tel'; large?: boolean; help: InputHelp }) {
  const attributes = {
    class: large ? 'input input-large' : 'input',
    value: field.form.values[field.name] ?? '',
    ...help,
    ...(field.here.isShared && { autocomplete: 'off' as const }),
    ...control(field),
  };
  return (
    <Labelled {...field}>
      {type === 'tel' ? <input type="tel" {...attributes} /> : <input type="text" {...attributes} />}
    </Labelled>
  );
}

/** A day of the calendar, between two others. */
export function DayField({ min, max, ...field }: FieldProps & { min: string; max: string }) {
  return (
    <Labelled {...field}>
      <input
        class="input"
        type="date"
        value={field.form.values[field.name] ?? ''}
        min={min}
        max={max}
        {...control(field)}
      />
    </Labelled>
  );
}

/** Several lines of text. */
export function TextArea({ rows = 4, maxLength, ...field }: FieldProps & { rows?: number; maxLength?: number }) {
  return (
    <Labelled {...field}>
      <textarea class="input" rows={rows} {...(maxLength && { maxLength })} {...control(field)}>
        {field.form.values[field.name] ?? ''}
      </textarea>
    </Labelled>
  );
}

/** A list to choose from; `children` are the options, made with `Option`. */
export function SelectField({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <Labelled {...field}>
      <select class="input" {...control(field)}>
        {children}
      </select>
    </Labelled>
  );
}

/** An option, chosen when its value is the form's. */
export function Option({
  form,
  name,
  value,
  children,
}: {
  form: FormState;
  name: string;
  value: string;
  children: ComponentChildren;
}) {
  return (
    <option value={value} selected={(form.values[name] ?? '') === value}>
      {children}
    </option>
  );
}

/** One of a few, all in sight. */
export function Choices({
  choices,
  ...field
}: FieldProps & { choices: readonly { value: string; label: string; lang?: string }[] }) {
  const { here, form, name, label, hint, required } = field;
  const problem = problemOf(here, form, name);
  return (
    <fieldset class={problem ? 'field field-wrong' : 'field'} {...describedBy(name, hint, problem)}>
      <legend>
        {label}
        {!required && <Optional here={here} />}
      </legend>
      <HintAndProblem name={name} hint={hint} problem={problem} />
      <div class="choices">
        {choices.map((choice, at) => {
          const id = at === 0 ? fieldId(name) : `${fieldId(name)}-${choice.value}`;
          return (
            <label key={choice.value} class="choice" for={id}>
              <input
                type="radio"
                id={id}
                name={name}
                value={choice.value}
                checked={form.values[name] === choice.value}
              />
              <span {...(choice.lang ? { lang: choice.lang } : {})}>{choice.label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One box to tick. */
export function Tick({ here, form, name, label, sometimes = false }: Omit<FieldProps, 'hint' | 'required'>) {
  const problem = problemOf(here, form, name);
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <HintAndProblem name={name} problem={problem} />
      <label class="choice" for={fieldId(name)}>
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="yes"
          checked={form.values[name] === 'yes'}
          required={!sometimes}
          {...describedBy(name, undefined, problem)}
          {...(problem && { 'aria-invalid': 'true' })}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}

function Labelled({
  here,
  form,
  name,
  label,
  hint,
  required,
  sometimes,
  children,
}: FieldProps & { children: ComponentChildren }) {
  const problem = problemOf(here, form, name);
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <label for={fieldId(name)}>
        {label}
        {!required && !sometimes && <Optional here={here} />}
      </label>
      <HintAndProblem name={name} hint={hint} problem={problem} />
      {children}
    </div>
  );
}

const Optional = ({ here }: { here: Here }) => <span class="optional"> {here.t.shell.form.optional}</span>;

function HintAndProblem({
  name,
  hint,
  problem,
}: {
  name: string;
  hint?: string | undefined;
  problem: string | undefined;
}) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${fieldId(name)}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
}

function control({ here, form, name, hint, required }: FieldProps) {
  const problem = problemOf(here, form, name);
  return {
    id: fieldId(name),
    name,
    ...(required && { required: true }),
    ...(problem && { 'aria-invalid': 'true' as const }),
    ...describedBy(name, hint, problem),
  };
}

function describedBy(name: string, hint: string | undefined, problem: string | undefined) {
  const ids = [problem && `${fieldId(name)}-problem`, hint && `${fieldId(name)}-hint`].filter(Boolean).join(' ');
  return ids ? { 'aria-describedby': ids } : {};
}

function problemOf(here: Here, form: FormState, name: string): string | undefined {
  const problem = form.problems.find(({ field }) => field === name);
  return problem && problemWords(here, problem);
}
