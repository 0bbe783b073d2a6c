import { useEffect, useRef } from 'preact/hooks';

interface Props {
  id: string;
  class: string;
  label: string;
  value: string;
  rows?: number;
  oneLine?: boolean;
  invalid?: boolean;
  /** The most signs that can be typed; left out: any number. */
  most?: number;
  change: (value: string) => void;
  /** Told where the cursor stands. */
  at?: (offset: number) => void;
}

/** A text field that grows with what is in it, so that the thumb scrolls the page and not a box in it. */
export function GrowingText({
  id,
  class: look,
  label,
  value,
  rows = 1,
  oneLine = false,
  invalid = false,
  most,
  change,
  at,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => fit(area.current), [value]);
  const note = (element: HTMLTextAreaElement) => at?.(element.selectionStart);
  return (
    <label class={`grow ${look}`}>
      <span>{label}</span>
      <textarea
        id={id}
        ref={area}
        rows={rows}
        value={value}
        aria-invalid={invalid}
        {...(most === undefined ? {} : { maxLength: most })}
        enterkeyhint={oneLine ? 'next' : 'enter'}
        onInput={(event) => {
          change(oneLine ? event.currentTarget.value.replace(/\s*\n\s*/g, ' ') : event.currentTarget.value);
          note(event.currentTarget);
        }}
        onKeyDown={(event) => oneLine && event.key === 'Enter' && event.preventDefault()}
        onSelect={(event) => note(event.currentTarget)}
        onFocus={(event) => note(event.currentTarget)}
      />
    </label>
  );
}

function fit(element: HTMLTextAreaElement | null): void {
  if (!element) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + 2}px`;
}
