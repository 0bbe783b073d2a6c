import { refuse } from '../refuse.ts';

const maxDepth = 40;

/** Refuses what PostgreSQL or a reader cannot take in any text of a body: NUL and lone surrogates; and nesting without end (trust.md A32). */
export function mustBeCleanBody(value: unknown, path = '', depth = 0): void {
  if (depth > maxDepth) refuse('BadRequest', {}, [{ path, code: 'too_deep' }]);
  if (typeof value === 'string') {
    if (value.includes('\u0000')) refuse('BadRequest', {}, [{ path, code: 'nul' }]);
    if (!value.isWellFormed()) refuse('BadRequest', {}, [{ path, code: 'lone_surrogate' }]);
    return;
  }
  if (Array.isArray(value)) return value.forEach((entry, at) => mustBeCleanBody(entry, `${path}/${at}`, depth + 1));
  if (value === null || typeof value !== 'object') return;
  for (const [key, entry] of Object.entries(value)) {
    mustBeCleanBody(key, path, depth + 1);
    mustBeCleanBody(entry, `${path}/${key}`, depth + 1);
  }
}
