/** What of a PIN is hashed: with the computer's secret, of which the database has a hash alone, so that six digits cannot be guessed from a copy of it; and with the person, so that equal PINs differ. */
export const pinForm = (secret: string, personId: string, pin: string): string => `${secret} ${personId} ${pin}`;

/** Whether a PIN is among those tried first: one digit, or digits in a row. */
export function easyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  return [0, 1, -1].some((step) => steps.every((one) => one === step));
}
