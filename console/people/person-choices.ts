/** Somebody who can be chosen. */
export interface PersonChoice {
  readonly value: string;
  readonly label: string;
}

/** Who can be chosen: those found, and before them whoever is chosen already and is not among them. `named`: who that is, as far as it is known; until then `unnamed` stands there, never an id. */
export function personChoices(
  found: readonly PersonChoice[],
  chosen: string | undefined,
  named: PersonChoice | null,
  unnamed: string,
): readonly PersonChoice[] {
  const isThere = (value: string): boolean => found.some((one) => one.value === value);
  const before = [
    ...(named ? [named] : []),
    ...(chosen && chosen !== named?.value ? [{ value: chosen, label: unnamed }] : []),
  ];
  return [...before.filter(({ value }) => !isThere(value)), ...found];
}
