import { useCell } from '../kit/cell.ts';
import type { Act } from './entry.ts';
import { arrived, outbox } from './outbox.ts';

/** The acts that this phone has told, or is about to tell: of what waits and of what arrived just now. Refused ones are not among them. */
export function useTold(): Act[] {
  const waiting = useCell(outbox).filter((entry) => entry.state === 'waiting');
  return [...waiting.map((entry) => entry.act), ...useCell(arrived)];
}
