import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { MessageList, MessageQuery, MessageView } from '../contract.ts';
import { kindsSaying } from './kinds-saying.ts';
import { subjectNames } from './subject-names.ts';

interface MessageRow {
  id: string;
  kind: string;
  subjectId: string;
  href: string;
  facts: Record<string, unknown>;
  dueAt: Date | null;
  madeAt: Date;
  readAt: Date | null;
}

/** One's own messages, newest first unless asked otherwise; `before` is the id of the last one seen. A search finds what a message says and what it is about; it looks at so many of them at most, says how far it came, and goes on from there when the page after it is asked for. */
export async function ownMessages(ctx: Ctx, actor: Actor, asked: MessageQuery): Promise<MessageList> {
  return ctx.transaction(async (tx) => {
    const [{ named, stoppedAt }, [count]] = await together(
      asked.q === undefined ? allMessages(tx, actor, asked) : foundMessages(tx, actor, asked),
      tx.named<{ unread: number }>(
        'notices.unread',
        'select count(*)::int as unread from notices.messages where county_id = $1 and person_id = $2 and read_at is null',
        [tx.countyId, actor.id],
      ),
    );
    const items = named.slice(0, asked.limit).map(({ row, about }) => viewOf(ctx, row, about));
    const last = named.length > asked.limit ? items.at(-1) : stoppedAt;
    return {
      items,
      unread: count?.unread ?? 0,
      next: last?.id ?? null,
      searchedTo: stoppedAt?.madeAt.toISOString() ?? null,
    };
  });
}

/** More of them than a page holds: another page follows. `stoppedAt`: the last one that was looked at, where others were not. */
interface Read {
  readonly named: readonly Named[];
  readonly stoppedAt: MessageRow | null;
}

const allMessages = async (tx: Tx, actor: Actor, asked: MessageQuery): Promise<Read> => ({
  named: await namedMessages(tx, actor, asked),
  stoppedAt: null,
});

interface Named {
  readonly row: MessageRow;
  readonly about: string | null;
}

/** What is asked of the rows themselves, and how many of them. */
type Wanted = Pick<MessageQuery, 'sort' | 'before' | 'unread' | 'limit'>;

// One more than asked for says whether another page follows.
async function namedMessages(tx: Tx, actor: Actor, asked: Wanted, most = asked.limit + 1): Promise<Named[]> {
  const [past, direction] = asked.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  const rows = await tx.named<MessageRow>(
    `notices.own-messages-${asked.sort}`,
    `select id, kind, subject_id as "subjectId", href, facts, due_at as "dueAt", made_at as "madeAt", read_at as "readAt" from notices.messages
      where county_id = $1 and person_id = $2 and ($3::uuid is null or id ${past} $3) and (not $4 or read_at is null) order by id ${direction} limit $5`,
    [tx.countyId, actor.id, asked.before ?? null, asked.unread ?? false, most],
  );
  const nameOf = await subjectNames(tx, actor, rows);
  return rows.map((row) => ({ row, about: nameOf(row) }));
}

const searchedAtOnce = 250;
/** A search looks at no more in one go, however few it finds. */
const mostSearched = 2_000;

// What a message is about stands nowhere with it: whoever searches walks along their messages until a page is full.
async function foundMessages(tx: Tx, actor: Actor, asked: MessageQuery): Promise<Read> {
  const sought = (asked.q ?? '').toLowerCase();
  const kinds = new Set(await ownKindsSaying(tx, actor.id, sought));
  const says = (words: string): boolean => words.toLowerCase().includes(sought);
  const isMeant = ({ row, about }: Named): boolean =>
    kinds.has(row.kind) || says(about ?? '') || Object.values(row.facts).some((fact) => says(wordsOf(fact)));
  const named: Named[] = [];
  let stoppedAt: MessageRow | null = null;
  for (let looked = 0; looked < mostSearched; looked += searchedAtOnce) {
    const some = await namedMessages(tx, actor, { ...asked, before: stoppedAt?.id ?? asked.before }, searchedAtOnce);
    named.push(...some.filter(isMeant));
    stoppedAt = some.at(-1)?.row ?? null;
    if (named.length > asked.limit || some.length < searchedAtOnce) return { named, stoppedAt: null };
  }
  return { named, stoppedAt };
}

const wordsOf = (fact: unknown): string => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '');

// What its reader sees is looked for among the few kinds they were ever sent.
async function ownKindsSaying(tx: Tx, personId: string, search: string): Promise<string[]> {
  const kinds = await tx.named<{ kind: string }>(
    'notices.own-kinds',
    'select distinct kind from notices.messages where county_id = $1 and person_id = $2',
    [tx.countyId, personId],
  );
  return kindsSaying(tx, kinds, search);
}

/** Marks one's own message as read. Refuses NotFound for anybody else's. */
export async function readMessage(ctx: Ctx, actor: Actor, id: string): Promise<MessageView> {
  return ctx.transaction(async (tx) => {
    const [row] = await tx.named<MessageRow>(
      'notices.read',
      `update notices.messages set read_at = coalesce(read_at, $4) where county_id = $1 and person_id = $2 and id = $3
        returning id, kind, subject_id as "subjectId", href, facts, due_at as "dueAt", made_at as "madeAt", read_at as "readAt"`,
      [tx.countyId, actor.id, id, tx.at],
    );
    const read = found(row);
    return viewOf(ctx, read, (await subjectNames(tx, actor, [read]))(read));
  });
}

const viewOf = (ctx: Ctx, row: MessageRow, about: string | null): MessageView => ({
  id: row.id,
  kind: row.kind,
  text: ctx.app.wording.say(ctx.tag, `notice.${row.kind}`, row.facts),
  about,
  subjectId: row.subjectId,
  href: row.href,
  dueAt: row.dueAt?.toISOString() ?? null,
  madeAt: row.madeAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});
