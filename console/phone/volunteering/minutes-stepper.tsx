import { say } from '../kit/language.ts';

/** How long it took, in minutes, put up and down by five. */
export function MinutesStepper({
  label,
  minutes,
  step,
}: {
  label: string;
  minutes: number;
  step: (by: number) => void;
}) {
  return (
    <fieldset class="stepper" aria-label={label}>
      <button type="button" class="btn" aria-label={say('finish.less')} onClick={() => step(-5)}>
        −
      </button>
      <output aria-live="polite">{say('span.minutes', { n: minutes })}</output>
      <button type="button" class="btn" aria-label={say('finish.more')} onClick={() => step(5)}>
        +
      </button>
    </fieldset>
  );
}
