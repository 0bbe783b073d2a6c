import type { Departure } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';

/** Of a notice: whether it will be seen there that it is over. */
export function EndLine({ endsNotice }: Pick<Departure, 'endsNotice'>) {
  if (endsNotice === null) return null;
  return <span class="meta">{say(endsNotice ? 'departure.ends' : 'departure.ends-not')}</span>;
}
