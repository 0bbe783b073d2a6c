import type { VolunteerView } from '@xiangyin/server/contract';
import { useAct } from '../kit/use-act.ts';

/** Sends something about oneself as volunteer and takes the answer; what went wrong is kept to be shown. */
export function useOwnChange(saved: (volunteer: VolunteerView) => void) {
  const { run, busy, problem } = useAct();
  const send = async (method: 'PATCH' | 'POST', path: string, body: object): Promise<boolean> => {
    const after = await run<VolunteerView>(method, path, body);
    if (after) saved(after);
    return after !== undefined;
  };
  return { send, busy, problem };
}
