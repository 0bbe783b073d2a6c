import { useRef, useState } from 'react';
import { App } from 'antd';
import { act } from './api.ts';
import { newKey } from './new-key.ts';
import { Problem } from './problem.ts';

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One act of a screen, such as "sign" or "dispatch". */
export interface Act<T> {
  /** Sends; answers undefined when it was refused, after saying so, and null when it was done and there is nothing to answer. Words of a code in `quiet` are left to the caller, who gets the problem through `onProblem`. */
  run(method: Method, path: string, body?: unknown): Promise<T | undefined>;
  readonly busy: boolean;
}

/** Sends an act with its key. The same act sent again after a broken line carries the same key, so it takes effect once. */
export function useAct<T>(options: { onProblem?: (problem: Problem) => boolean } = {}): Act<T> {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const last = useRef<{ what: string; key: string } | null>(null);
  const run = async (method: Method, path: string, body?: unknown): Promise<T | undefined> => {
    const what = `${method} ${path} ${JSON.stringify(body ?? null)}`;
    if (last.current?.what !== what) last.current = { what, key: newKey() };
    setBusy(true);
    try {
      const answer = await act<T>(method, path, body, { key: last.current.key });
      last.current = null;
      return answer;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A definite answer ends the act; without one the next try is the same act.
      if (error.status >= 400 && error.status < 500) last.current = null;
      if (!options.onProblem?.(error)) void message.error(wordsOf(error), 6);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}

/** A problem in one line: what happened, then each field. */
export function wordsOf(problem: Problem): string {
  const fields = problem.fields.map((field) => field.message).filter((text) => text !== '');
  return [problem.message, ...new Set(fields)].join(' ');
}
