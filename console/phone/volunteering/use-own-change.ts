import type { VolunteerView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { newId } from '../kit/new-id.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';

/** Sends something about oneself as volunteer and takes the answer; what went wrong is kept to be shown. */
export function useOwnChange(saved: (volunteer: VolunteerView) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (method: 'PATCH' | 'POST', path: string, body: object): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      saved(await act<VolunteerView>(method, path, body, newId()));
      return true;
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error : new Problem('Unexpected', 0, String(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
