import { Problem } from '../../kit/problem.ts';

export { Problem, problemOf } from '../../kit/problem.ts';

/** Whether the same request may succeed later by itself: no line, a server that recovers, too fast, somebody at the same row. */
export const mayPass = (error: unknown): boolean =>
  error instanceof Problem &&
  (error.status === 0 ||
    error.status >= 500 ||
    error.status === 408 ||
    error.status === 425 ||
    error.status === 429 ||
    error.code === 'Conflict');

/** Whether the session is gone or lacks something. */
export const isAboutSession = (error: unknown): error is Problem => error instanceof Problem && error.status === 401;
