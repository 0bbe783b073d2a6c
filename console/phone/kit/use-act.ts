import { useRef, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from './api.ts';
import { say } from './language.ts';
import { newId } from './new-id.ts';
import { isAboutSession, Problem } from './problem.ts';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Acts at once, with a line: busy while it is under way, and in words what was in the way. `run` answers what the server says of it (null: it was done, and there is nothing to say), or undefined when it was not done.
 *  The same act asked for again after a lost answer is the same act: it happens once. */
export function useAct(): {
  readonly run: <T>(method: Method, path: string, body?: object) => Promise<T | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | null;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lastRef = useRef({ what: '', key: '' });
  const run = async <T>(method: Method, path: string, body?: object): Promise<T | undefined> => {
    const what = `${method} ${path} ${JSON.stringify(body ?? null)}`;
    if (lastRef.current.what !== what) lastRef.current = { what, key: newId() };
    setBusy(true);
    setProblem(null);
    try {
      const done = await act<T>(method, path, body, lastRef.current.key);
      lastRef.current = { what: '', key: '' };
      return done;
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error : new Problem('Unexpected', 0, say('problem.offline')));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem };
}
