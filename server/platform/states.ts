import { actorRow } from './actor.ts';
import type { Actor } from './actor.ts';
import { newId } from './ids.ts';
import { refuse } from './refuse.ts';
import { together } from './together.ts';
import type { Tx } from './transaction.ts';

/** A row that has states. */
interface Thing<State extends string> {
  readonly id: string;
  readonly state: State;
}

/** What a thing must be like, beside its state, for some transitions: seen from the locked row alone. What depends on who asks, on other rows or on the clock is the verb's to refuse, with a code of its own (ADR 19). */
export interface Guard<State extends string, Row> {
  /** For the refusal's detail and for the diagram, such as `visited`. */
  readonly name: string;
  readonly from: readonly State[];
  readonly to: State;
  holds(thing: Row): boolean;
}

/** A state table: for each state, the states it may become, and the guards of transitions. `final` states list nothing. Checked when it is defined. */
export interface StateTable<State extends string, Row extends Thing<State> = Thing<State>> {
  readonly noun: string;
  readonly table: string;
  readonly initial: State;
  readonly transitions: Readonly<Record<State, readonly State[]>>;
  readonly guards: readonly Guard<State, Row>[];
  /** States that lead to the same others, under one name in the diagram. */
  readonly groups?: Readonly<Record<string, readonly State[]>>;
}

/** Declares the states of a noun, stored in column `state` of `table` (schema-qualified). Throws for unknown targets, unreachable states, guards of transitions that are not listed and groups whose states lead elsewhere. */
export function defineStates<State extends string, Row extends Thing<State> = Thing<State>>(
  noun: string,
  table: string,
  initial: State,
  transitions: Record<State, readonly State[]>,
  guards: readonly Guard<State, Row>[] = [],
  groups: Readonly<Record<string, readonly State[]>> = {},
): StateTable<State, Row> {
  if (!/^[a-z_]+\.[a-z_]+$/.test(table)) throw new Error(`${noun}: ${table} is not a schema-qualified table`);
  const states = new Set(Object.keys(transitions));
  for (const [from, targets] of Object.entries<readonly State[]>(transitions))
    for (const to of targets) if (!states.has(to)) throw new Error(`${noun}: ${from} leads to the unknown state ${to}`);
  const reached = new Set<string>([initial]);
  for (const state of reached) for (const to of transitions[state as State]) reached.add(to);
  const lost = [...states].filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${noun}: nothing leads to ${lost.join(', ')}`);
  for (const { name, from, to } of guards)
    for (const state of from)
      if (!transitions[state]?.includes(to))
        throw new Error(`${noun}: ${name} guards ${state} to ${to}, which is not listed`);
  for (const [name, members] of Object.entries<readonly State[]>(groups))
    if (new Set(members.map((one) => transitions[one].filter((to) => !members.includes(to)).join())).size > 1)
      throw new Error(`${noun}: the states of ${name} do not lead to the same others`);
  return { noun, table, initial, transitions, guards, groups };
}

/** What a change of state remembers besides who and when. */
export interface MoveNote {
  by: Actor;
  /** Why, in words for those who handle the thing. No personal data. */
  reason?: string;
  detail?: Record<string, unknown>;
  /** When it really happened, if it is entered later (a paper slip typed in). */
  happenedAt?: Date;
}

/** Whether the table lists the change; its guards are another question. */
export const mayMove = <State extends string>(
  states: Pick<StateTable<State>, 'transitions'>,
  from: State,
  to: State,
): boolean => states.transitions[from].includes(to);

/** The guards of one transition. */
export const guardsOf = <State extends string, Row extends Thing<State>>(
  states: StateTable<State, Row>,
  from: State,
  to: State,
): Guard<State, Row>[] => states.guards.filter((guard) => guard.to === to && guard.from.includes(from));

/** Changes the state of a locked row and writes the move (who, when, why). `sets`: what else of the row changes with its state, by column, in the same statement. Refuses: WrongState (409), with the guard's name where one does not hold. */
export async function move<State extends string, Needed extends Thing<State>, Row extends Needed>(
  tx: Tx,
  states: StateTable<State, Needed>,
  thing: Row,
  to: State,
  note: MoveNote,
  sets: Readonly<Record<string, unknown>> = {},
): Promise<Row> {
  const refused = { noun: states.noun, state: thing.state, wanted: to };
  if (!mayMove(states, thing.state, to)) refuse('WrongState', refused);
  const broken = guardsOf(states, thing.state, to).find((guard) => !guard.holds(thing));
  if (broken) refuse('WrongState', { ...refused, guard: broken.name });
  const [changed] = await together(
    tx.client.query({
      ...statementOf(states.table, Object.keys(sets)),
      values: [to, tx.countyId, thing.id, thing.state, ...Object.values(sets)],
    }),
    recordMove(tx, states.noun, thing.id, thing.state, to, note),
  );
  if (changed.rowCount !== 1) refuse('WrongState', refused);
  return { ...thing, state: to };
}

// The four values before them say which rows change.
const alsoSet = (columns: readonly string[]): string =>
  columns.map((column, at) => `, ${column} = $${at + 5}`).join('');

const statements = new Map<string, { readonly name: string; readonly text: string }>();

// Prepared under a short name: PostgreSQL reads no more than 63 characters of one.
function statementOf(table: string, columns: readonly string[]): { readonly name: string; readonly text: string } {
  const text = `update ${table} set state = $1${alsoSet(columns)} where county_id = $2 and id = $3 and state = $4`;
  const known = statements.get(text) ?? { name: `platform.move-${statements.size}`, text };
  statements.set(text, known);
  return known;
}

/** As `move`, for many locked rows at once: a statement for the rows and one for each thousand moves. All of them move, or none; `sets` is the same for each. Refuses: WrongState (409). */
export async function moveAll<State extends string>(
  tx: Tx,
  states: Pick<StateTable<State>, 'noun' | 'table' | 'transitions' | 'guards'>,
  things: readonly Thing<State>[],
  to: State,
  note: MoveNote,
  sets: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (things.length === 0) return;
  for (const state of new Set(things.map((thing) => thing.state)))
    if (!mayMove(states, state, to) || states.guards.some((guard) => guard.to === to && guard.from.includes(state)))
      refuse('WrongState', { noun: states.noun, state, wanted: to });
  const changed = await tx.client.query(
    `update ${states.table} t set state = $1${alsoSet(Object.keys(sets))} from unnest($3::uuid[], $4::text[]) as was (id, state) where t.county_id = $2 and t.id = was.id and t.state = was.state`,
    [to, tx.countyId, things.map((thing) => thing.id), things.map((thing) => thing.state), ...Object.values(sets)],
  );
  if (changed.rowCount !== things.length) refuse('WrongState', { noun: states.noun, wanted: to });
  for (let at = 0; at < things.length; at += movesAtOnce)
    await recordMoves(tx, states.noun, things.slice(at, at + movesAtOnce), to, note);
}

const movesAtOnce = 1_000;

async function recordMoves(
  tx: Tx,
  noun: string,
  things: readonly Thing<string>[],
  to: string,
  note: MoveNote,
): Promise<void> {
  const same = [
    tx.countyId,
    noun,
    to,
    JSON.stringify(actorRow(note.by)),
    note.reason ?? null,
    JSON.stringify(note.detail ?? {}),
    note.happenedAt ?? tx.at,
    tx.at,
  ];
  const rows = things.map(
    (_, at) => `($1, $${at * 3 + 9}, $2, $${at * 3 + 10}, $${at * 3 + 11}, $3, $4, $5, $6, $7, $8)`,
  );
  await tx.client.query(
    `insert into platform.moves (county_id, id, noun, subject_id, from_state, to_state, actor, reason, detail, happened_at, entered_at) values ${rows.join(', ')}`,
    [...same, ...things.flatMap((thing) => [newId(), thing.id, thing.state])],
  );
}

/** Writes the first state of a thing just created. */
export const begin = (
  tx: Tx,
  states: Pick<StateTable<string>, 'noun' | 'initial'>,
  id: string,
  note: MoveNote,
): Promise<void> => recordMove(tx, states.noun, id, null, states.initial, note);

/** Writes the first state of each of several things just created, in one statement: the table's first one, or any other in which the thing came into the world. */
export async function beginAll(
  tx: Tx,
  states: Pick<StateTable<string>, 'noun' | 'initial'>,
  things: readonly { readonly id: string; readonly state?: string }[],
  note: MoveNote,
): Promise<void> {
  if (things.length === 0) return;
  const same = [tx.countyId, states.noun, JSON.stringify(actorRow(note.by)), note.happenedAt ?? tx.at, tx.at];
  const rows = things.map(
    (_, at) => `($1, $${at * 3 + 6}, $2, $${at * 3 + 7}, null, $${at * 3 + 8}, $3, null, '{}', $4, $5)`,
  );
  await tx.client.query(
    `insert into platform.moves (county_id, id, noun, subject_id, from_state, to_state, actor, reason, detail, happened_at, entered_at) values ${rows.join(', ')}`,
    [...same, ...things.flatMap((thing) => [newId(), thing.id, thing.state ?? states.initial])],
  );
}

async function recordMove(
  tx: Tx,
  noun: string,
  id: string,
  from: string | null,
  to: string,
  note: MoveNote,
): Promise<void> {
  await tx.named(
    'platform.record-move',
    `insert into platform.moves (county_id, id, noun, subject_id, from_state, to_state, actor, reason, detail, happened_at, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      newId(),
      noun,
      id,
      from,
      to,
      JSON.stringify(actorRow(note.by)),
      note.reason ?? null,
      JSON.stringify(note.detail ?? {}),
      note.happenedAt ?? tx.at,
      tx.at,
    ],
  );
}

/** One change of state, as screens show it. Times in county time; `at` is when it happened, `enteredAt` when it was typed in. */
export interface MoveRow {
  subjectId: string;
  from: string | null;
  to: string;
  actor: { kind: string; id: string };
  reason: string | null;
  detail: Record<string, unknown>;
  at: Date;
  enteredAt: Date;
}

const moveColumns =
  'subject_id as "subjectId", from_state as "from", to_state as "to", actor, reason, detail, happened_at as "at", entered_at as "enteredAt"';

/** The history of things of one noun, oldest first. */
export const movesOf = (tx: Tx, noun: string, ids: readonly string[]): Promise<MoveRow[]> =>
  tx.named<MoveRow>(
    'platform.moves-of',
    `select ${moveColumns} from platform.moves where county_id = $1 and noun = $2 and subject_id = any($3) order by id`,
    [tx.countyId, noun, ids],
  );

/** The latest move of one thing; undefined: it never moved. */
export async function lastMoveOf(tx: Tx, noun: string, id: string): Promise<MoveRow | undefined> {
  const [last] = await tx.named<MoveRow>(
    'platform.last-move-of',
    `select ${moveColumns} from platform.moves where county_id = $1 and noun = $2 and subject_id = $3 order by id desc limit 1`,
    [tx.countyId, noun, id],
  );
  return last;
}

/** The state diagram as Mermaid text, for module READMEs; a transition is labelled with its guards, and states of a group stand under its name. */
export function stateDiagram<State extends string>(states: StateTable<State>): string {
  const shown = (state: State): string =>
    Object.entries<readonly State[]>(states.groups ?? {}).find(([, members]) => members.includes(state))?.[0] ?? state;
  const lines = Object.entries<readonly State[]>(states.transitions).flatMap(([from, targets]) =>
    targets.map((to) => {
      const names = [...new Set(guardsOf(states, from as State, to).map((guard) => guard.name))];
      return `  ${shown(from as State)} --> ${shown(to)}${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
    }),
  );
  return ['stateDiagram-v2', `  [*] --> ${states.initial}`, ...new Set(lines)].join('\n');
}
