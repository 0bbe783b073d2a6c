import type { Things } from '../busy-county.ts';

/** The twelve roles of the programme. */
export type Role =
  | 'chief-editor'
  | 'section-head'
  | 'editor'
  | 'correspondent'
  | 'proofreader'
  | 'coordinator'
  | 'station-keeper'
  | 'team-leader'
  | 'volunteer'
  | 'administrator'
  | 'auditor'
  | 'safeguarding';

/** What is sent to a route, about the things of one place. */
export interface Sending {
  readonly path: string;
  readonly body?: unknown;
}

/** Who may use a route, and where. Reviewed by hand against the meaning of the roles; NOT derived from the permission files. */
export interface Row {
  /** Roles that may; `everybody` also visitors; `signed-in` every person. Empty: nobody who has no part in the thing itself. */
  readonly who: readonly Role[] | 'everybody' | 'signed-in';
  /** `place`: the role must be held at the thing's place or above. `anywhere`: held at any place. `county`: held at the county's root.
   *  `list`: like `place`, but asked of a list: it holds the thing or not. */
  readonly where: 'place' | 'anywhere' | 'county' | 'list';
  /** The request; for `list`, `holds` names what the list must or must not hold. */
  send(things: Things): Sending;
  readonly holds?: string;
  /** What is one's own may not be there (404), which is no refusal. */
  readonly mayBeAbsent?: boolean;
  /** The asker's session may end by it. */
  readonly endsSession?: boolean;
}

export const desk: readonly Role[] = ['editor', 'section-head', 'chief-editor'];

export const readers: readonly Role[] = [...desk, 'proofreader', 'auditor'];

export const handlers: readonly Role[] = ['coordinator', 'station-keeper'];

export const carers: readonly Role[] = ['administrator', ...handlers];

/** Nobody who has no part in the thing itself. */
export const nobody: readonly Role[] = [];

/** What is sent to a path that is the same for everybody. */
export const to = (path: string, body?: unknown) => (): Sending => ({ path, body });

export const at =
  (path: (things: Things) => string, body?: (things: Things) => unknown) =>
  (things: Things): Sending => ({ path: path(things), body: body?.(things) });

export const on =
  (noun: string, key: string, rest = '', body?: unknown) =>
  (things: Things): Sending => ({ path: `/${noun}/${things[key]}${rest}`, body });

export const everybody = (send: Row['send']): Row => ({ who: 'everybody', where: 'anywhere', send });

export const signedIn = (send: Row['send'], more: Partial<Row> = {}): Row => ({
  who: 'signed-in',
  where: 'anywhere',
  send,
  ...more,
});

export const atPlace = (who: readonly Role[], send: Row['send']): Row => ({ who, where: 'place', send });

export const anywhere = (who: readonly Role[], send: Row['send'], more: Partial<Row> = {}): Row => ({
  who,
  where: 'anywhere',
  send,
  ...more,
});

export const county = (who: readonly Role[], send: Row['send']): Row => ({ who, where: 'county', send });

export const list = (who: readonly Role[], path: string, holds: string): Row => ({
  who,
  where: 'list',
  holds,
  send: to(path),
});

export const story = (key: string, rest = '', body?: unknown) => on('stories', key, rest, body);

export const order = (rest: string, body?: unknown, key = 'order-accepted') => on('orders', key, rest, body);

export const authors: readonly Role[] = [...desk, 'correspondent', 'proofreader'];
