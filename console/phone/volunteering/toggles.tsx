/** Buttons that are pressed or not. */
export function Toggles<K extends string | number>({
  label,
  choices,
  chosen,
  change,
  inOneRow = false,
}: {
  label: string;
  inOneRow?: boolean;
  choices: readonly { key: K; name: string }[];
  chosen: readonly K[];
  change: (chosen: readonly K[]) => void;
}) {
  return (
    <fieldset class={inOneRow ? 'toggles week' : 'toggles'}>
      <legend>{label}</legend>
      {choices.map(({ key, name }) => {
        const isOn = chosen.includes(key);
        return (
          <button
            key={key}
            type="button"
            class={isOn ? 'btn chosen' : 'btn'}
            aria-pressed={isOn}
            onClick={() => change(isOn ? chosen.filter((one) => one !== key) : [...chosen, key])}
          >
            {name}
          </button>
        );
      })}
    </fieldset>
  );
}
