import type { Incoming } from '#platform/outbound/call-out';
import { readJson } from '#platform/outbound/read-json';
import type { HookAnswer } from './kind.ts';

/** Statuses that may be another by and by. */
const laterStatus = new Set([408, 425, 429]);

/** The answer by its status alone. */
export const byStatus = (name: string, status: number): HookAnswer =>
  status >= 200 && status < 300
    ? { taken: true, receipt: `${name}-${status}` }
    : {
        taken: false,
        code: `${name}-${status}`,
        forGood: status >= 300 && status < 500 && !laterStatus.has(status),
      };

/** The answer of a robot: 200 whatever happened, and a code in the JSON; 0 says that it was taken. `later`: codes of which the platform says that trying again helps. */
export function byCode(
  name: string,
  { status, body }: Incoming,
  field: 'errcode' | 'code',
  later: ReadonlySet<number>,
): HookAnswer {
  const code = numberIn(body, field);
  if (code === undefined) {
    const said = byStatus(name, status);
    return said.taken ? { taken: false, code: `${name}-unread`, forGood: false } : said;
  }
  return code === 0
    ? { taken: true, receipt: `${name}-0` }
    : { taken: false, code: `${name}-${code}`, forGood: !later.has(code) };
}

function numberIn(body: string, field: string): number | undefined {
  const read = readJson(body);
  const value: unknown = read !== null && typeof read === 'object' ? Reflect.get(read, field) : undefined;
  return typeof value === 'number' ? value : undefined;
}
