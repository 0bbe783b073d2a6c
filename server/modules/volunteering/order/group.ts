import { refuse } from '#platform/refuse';
import type { ServiceFacts } from '../contract.ts';

/** How many people one order may be for, as its service says.
 *  Refuses: GroupTooLarge (422). */
export function mustFitGroup({ groupUpTo }: ServiceFacts, people: number): void {
  const most = groupUpTo ?? 1;
  if (people > most) refuse('GroupTooLarge', { most }, [{ path: '/peopleServed', code: 'too_big' }]);
}
