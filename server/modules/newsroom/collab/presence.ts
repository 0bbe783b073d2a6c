import type { Connection, Document } from '@hocuspocus/server';
import { z } from 'zod';

/** How somebody is seen by those who write at the same text: their name at the desk and a colour. */
export interface Present {
  readonly id: string;
  readonly name: string;
  /** From 0; the screen turns it into a colour. */
  readonly colour: number;
}

const point = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) }).nullish();
// A position names the body or nothing: another name would make a shared type of that name in everybody's document.
const position = z.strictObject({
  type: point,
  tname: z.literal('body').nullish(),
  item: point,
  assoc: z.int().optional(),
});
const cursor = z.strictObject({ anchor: position, head: position });

/** Rewrites what somebody says of themselves: who they are is what the server knows; where they stand is a position or nothing. What they say of others is dropped. */
export function presenceOf(
  states: Map<number, Record<string, unknown>>,
  document: Document,
  connection: Connection | undefined,
  present: Present | undefined,
): void {
  for (const [client, state] of states) {
    const others = document.getConnections().some((one) => one !== connection && document.getClients(one).has(client));
    const mine = connection ? document.getClients(connection) : new Set<number>();
    const another = mine.size > 0 && !mine.has(client);
    // A state without a field is the scratch copy's own (Hocuspocus makes one for each message), or says nothing.
    if (!present || others || another || Object.keys(state).length === 0) states.delete(client);
    else states.set(client, { user: present, cursor: cursor.safeParse(state['cursor']).data ?? null });
  }
}
