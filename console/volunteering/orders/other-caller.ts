import type { FoundOrder } from '@xiangyin/server/contract';
import type { Told } from '../new-order/typed-order.ts';

/** Who calls where it is not whoever ordered, and what they may be told, for the desk to read before it says anything; null: whoever ordered calls. */
export function otherCaller(
  { position, told }: FoundOrder['caller'],
  words: {
    readonly other: (at: number) => string;
    readonly told: Readonly<Record<Told, string>>;
    readonly comma: string;
  },
): string | null {
  if (position === 1) return null;
  return [words.other(position - 1), ...told.map((what) => words.told[what])].join(words.comma);
}
