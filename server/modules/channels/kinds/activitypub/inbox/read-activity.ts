import { mustBeCleanBody } from '#platform/http/body';
import { refuse } from '#platform/refuse';

/** What came to an inbox, before anybody believes it. */
export interface Claimed {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  /** Id of what it is about. */
  readonly object: string;
  /** What that is, where it says so. */
  readonly objectType: string | undefined;
  /** Of a Follow that is undone: whom it followed. */
  readonly followed: string | undefined;
}

/** Reads the few words of an activity that matter here. Refuses: BadRequest (400). */
export function readActivity(body: Buffer): Claimed {
  const json = parse(body);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) refuse('BadRequest');
  mustBeCleanBody(json, '');
  const { id, type, actor, object } = json as Record<string, unknown>;
  const inner = Object(object) as Record<string, unknown>;
  return {
    id: address(id) ?? '',
    type: typeof type === 'string' ? type : '',
    actor: address(actor) ?? refuse('BadRequest', {}, [{ path: '/actor', code: 'required' }]),
    object: address(object) ?? '',
    objectType: typeof inner['type'] === 'string' ? inner['type'] : undefined,
    followed: address(inner['object']),
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return refuse('BadRequest', {}, [{ path: '/body', code: 'unreadable' }]);
  }
}

/** The id of a thing that is named or brought along. */
function address(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return typeof id === 'string' && id.length <= 2_000 && URL.canParse(id) ? id : undefined;
}
