import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';

interface About {
  readonly kind: string;
  readonly subjectId: string;
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const nounOf = ({ kind }: About): string => kind.split('.', 1)[0] ?? kind;
const keyOf = (about: About): string => `${nounOf(about)} ${about.subjectId}`;

/** What messages are about, as the modules that know it name it, for a reader who may still see it. Asked when it is read: no message, letter or group holds it, so that it is never older than the record. */
export async function subjectNames(
  tx: Tx,
  actor: Actor,
  messages: readonly About[],
): Promise<(message: About) => string | null> {
  const names = new Map<string, string>();
  for (const noun of new Set(messages.map(nounOf))) {
    const ids = new Set(messages.filter((one) => nounOf(one) === noun).map((one) => one.subjectId));
    for (const module of tx.ctx.app.modules)
      for (const { id, title } of (await module.names?.(
        tx,
        actor,
        noun,
        [...ids].filter((one) => uuid.test(one)),
      )) ?? [])
        names.set(`${noun} ${id}`, title);
  }
  return (message) => names.get(keyOf(message)) ?? null;
}
