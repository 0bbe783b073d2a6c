/** What this phone keeps: acts to be sent, drafts, the last answers seen; attachments to be sent, and their bytes apart, for they weigh a thousand times as much. */
export type Shelf = 'outbox' | 'drafts' | 'answers' | 'attachments' | 'attachment-bytes';

// Attachments lie in a database of their own: an older window that is still open would keep a new shelf out of the first.
const databases = {
  'xiangyin-phone': ['outbox', 'drafts', 'answers'],
  'xiangyin-attachments': ['attachments', 'attachment-bytes'],
} as const satisfies Readonly<Record<string, readonly Shelf[]>>;
type DatabaseName = keyof typeof databases;
const opening = new Map<DatabaseName, Promise<IDBDatabase>>();

function open(name: DatabaseName): Promise<IDBDatabase> {
  const known = opening.get(name);
  if (known) return known;
  const opened = new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const shelf of databases[name]) request.result.createObjectStore(shelf);
    });
    // Telephones close it while the page sleeps: whoever asks next opens it anew.
    request.addEventListener('success', () => {
      request.result.addEventListener('close', () => opening.delete(name));
      done(request.result);
    });
    request.addEventListener('error', () => {
      opening.delete(name);
      fail(new Error('this phone gives no storage', { cause: request.error }));
    });
  });
  opening.set(name, opened);
  return opened;
}

const nameOf = (shelf: Shelf): DatabaseName =>
  shelf === 'attachments' || shelf === 'attachment-bytes' ? 'xiangyin-attachments' : 'xiangyin-phone';

// Answers when the transaction is complete, not when the request is: only then does it survive a closed browser.
async function inShelf<T>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(nameOf(shelf));
  return new Promise((done, fail) => {
    const transaction = database.transaction(shelf, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
    const request = work(transaction.objectStore(shelf));
    transaction.addEventListener('complete', () => done(request.result));
    transaction.addEventListener('abort', () =>
      fail(new Error('this phone could not keep it', { cause: transaction.error })),
    );
  });
}

/** The thing under this key, as it was put; undefined when there is none. */
export const taken = (shelf: Shelf, key: string): Promise<unknown> =>
  inShelf(shelf, 'readonly', (store): IDBRequest<unknown> => store.get(key));

/** Everything of a shelf, by rising key. */
export const allOf = (shelf: Shelf): Promise<unknown[]> =>
  inShelf(shelf, 'readonly', (store): IDBRequest<unknown[]> => store.getAll());

/** Keeps a thing; it is on the disk when this resolves. */
export function put(shelf: Shelf, key: string, value: unknown): Promise<unknown> {
  if (shelf !== 'answers') askToStay();
  return inShelf(shelf, 'readwrite', (store) => store.put(value, key));
}

let isAskedToStay = false;

// A phone that runs short empties what nobody asked it to leave: drafts and unsent acts among it.
function askToStay(): void {
  if (isAskedToStay || !('storage' in navigator) || !('persist' in navigator.storage)) return;
  isAskedToStay = true;
  void navigator.storage.persist().catch(() => undefined);
}

/** Forgets a thing. */
export const remove = (shelf: Shelf, key: string): Promise<unknown> =>
  inShelf(shelf, 'readwrite', (store) => store.delete(key));

/** Forgets a whole shelf. */
export const clear = (shelf: Shelf): Promise<unknown> => inShelf(shelf, 'readwrite', (store) => store.clear());
