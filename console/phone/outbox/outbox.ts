import { cell } from '../kit/cell.ts';
import { countyNow } from '../kit/county-time.ts';
import { allOf, put, remove } from '../kit/device-store.ts';
import { newId } from '../kit/new-id.ts';
import { session } from '../access/session.ts';
import type { Act, Entry } from './entry.ts';
import { inOrder, withHeld } from './held.ts';
import { onceAtATime } from './once-at-a-time.ts';

/** Everything on this phone that is still to be sent, oldest first, of every person who uses it. */
export const outbox = cell<readonly Entry[]>([]);
/** Whether this phone's storage was asked what it holds: before that, nobody knows that nothing waits. */
export const outboxRead = cell<boolean>(false);

/** What this phone, which is full or gives no storage, did not take: held by this page alone until it is sent. */
export const held = cell<ReadonlyMap<string, Entry>>(new Map());

/** Id of the entry that is on its way just now. */
export const sending = cell<string | null>(null);
/** Counts what has arrived, so that lists ask anew. */
export const arrivals = cell<number>(0);
/** The latest acts that have arrived: until the lists are read anew, the record on the screen does not know of them yet. */
export const arrived = cell<readonly Act[]>([]);
const rememberArrived = 50;

/** Rises with each change made here: what was read from the phone's storage meanwhile is older than the screen. */
let changes = 0;

/** Reads what an earlier visit or another window left. Without storage the screen stays as it is. */
export async function openOutbox(): Promise<void> {
  for (;;) {
    const before = changes;
    const kept = (await allOf('outbox').catch(() => null)) as Entry[] | null;
    if (kept === null || before === changes) {
      if (kept) outbox.set(withHeld(kept, held.get()));
      return outboxRead.set(true);
    }
  }
}

const once = onceAtATime<Entry>();

/** Writes an act down on this phone; it is safe from then on. Throws when a full phone does not take a text, which stays a draft; any other act is then held by the page (`held`). */
export const enqueue = (title: string, act: Act): Promise<Entry> =>
  once(`${act.kind} ${act.subjectId}`, async () => {
    const entry = newEntry(title, act);
    await keepEntry(entry);
    return entry;
  });

/** An act as it will be sent. */
export const newEntry = (title: string, act: Act): Entry => ({
  id: newId(),
  personId: session.me.get()?.personId ?? '',
  madeAt: new Date(countyNow()).toISOString(),
  title,
  act,
  state: 'waiting',
});

/** Keeps an entry as it stands now; what a full phone does not take is held by this page, except a text that waits. */
export async function keepEntry(entry: Entry): Promise<void> {
  try {
    await put('outbox', entry.id, entry);
    letGo(entry.id);
  } catch (error) {
    if (entry.act.kind === 'submit-story' && entry.state === 'waiting') throw error;
    held.set(new Map(held.get()).set(entry.id, entry));
  }
  changes += 1;
  outbox.set(inOrder([...outbox.get().filter((one) => one.id !== entry.id), entry]));
}

function letGo(id: string): void {
  if (held.get().has(id)) held.set(new Map([...held.get()].filter(([one]) => one !== id)));
}

/** The entry has arrived. A thumb that is quick sees its act told all the way from the outbox to the record. */
export async function haveArrived(entry: Entry): Promise<void> {
  arrived.set([...arrived.get(), entry.act].slice(-rememberArrived));
  await dropEntry(entry.id);
  arrivals.set(arrivals.get() + 1);
}

/** The entry has arrived, or its owner gave it up. It leaves the screen before it leaves the storage, which may be slow; what is sent twice counts once. */
export async function dropEntry(id: string): Promise<void> {
  const leave = (): void => {
    changes += 1;
    outbox.set(outbox.get().filter((one) => one.id !== id));
  };
  leave();
  letGo(id);
  await remove('outbox', id).catch(() => undefined);
  leave();
}

/** What of this person waits for the line, oldest first. */
export const waitingOf = (entries: readonly Entry[], personId: string | undefined): Entry[] =>
  entries.filter((entry) => entry.personId === personId && entry.state === 'waiting');

/** What of this person the server did not take. */
export const refusedOf = (entries: readonly Entry[], personId: string | undefined): Entry[] =>
  entries.filter((entry) => entry.personId === personId && entry.state === 'refused');
