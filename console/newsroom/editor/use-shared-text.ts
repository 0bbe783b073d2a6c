import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { workingCopyFrom } from '@xiangyin/document/working-copy';
import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { forget, keep, keptOf } from '../../kit/kept.ts';
import { queries } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';

/** Whether what I write is kept: on the desk, on its way there, or on this machine only. `over`: I may not write any more; `refused`: my last change cannot be kept. */
export type Line =
  | { readonly kind: 'connecting' | 'storing' | 'stored' | 'away' }
  | { readonly kind: 'over' | 'refused'; readonly reason: string };

/** A story's text in this window, and its line to the desk. */
export interface SharedText {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
}

/** Opens the text of a story for writing together. Until the desk's text has come, `shared` is null. What could not be sent is kept on this machine and merged when the line is back,
 *  also by another window on another day. */
export function useSharedText(storyId: string): { shared: SharedText | null; line: Line } {
  const { personId } = useMe();
  const [shared, setShared] = useState<SharedText | null>(null);
  const [line, setLine] = useState<Line>({ kind: 'connecting' });
  useEffect(() => {
    const opened = openText({ storyId, personId, onReady: setShared, onLine: setLine });
    return () => {
      opened.close();
      setShared(null);
    };
  }, [storyId, personId]);
  return { shared, line };
}

interface Opening {
  readonly storyId: string;
  readonly personId: string;
  onReady(shared: SharedText): void;
  onLine(line: Line): void;
}

// What the desk answers when it closes a line for good (4000 + the status of the refusal).
const over = [4403, 4404, 4409];
const refused = [4400, 4422, 4429];

/** A line that is being made, before anybody listens: what happened meanwhile is told to whoever takes it. */
interface Connection extends SharedText {
  readonly storyId: string;
  readonly wire: HocuspocusProviderWebsocket;
  /** Why the desk closed it; undefined while it did not. */
  closed: { code: number; reason: string } | undefined;
}

let ahead: Connection | undefined;
// Whoever left the page meanwhile is not kept on the list of those who write.
const aheadMilliseconds = 10_000;

/** Begins to open a text while the page that shows it is still on its way. */
export function openTextAhead(storyId: string): void {
  const connection = connect(storyId);
  ahead = connection;
  setTimeout(() => ahead === connection && hangUp(takeAhead(storyId)), aheadMilliseconds);
}

function takeAhead(storyId: string): Connection | undefined {
  const connection = ahead?.storyId === storyId ? ahead : undefined;
  if (connection) ahead = undefined;
  return connection;
}

function hangUp(connection: Connection | undefined): void {
  connection?.provider.destroy();
  connection?.wire.destroy();
}

function connect(storyId: string): Connection {
  const doc = workingCopyFrom([]);
  const wire = new HocuspocusProviderWebsocket({
    url: `${location.origin.replace(/^http/, 'ws')}/api/v1/stories/${storyId}/draft`,
    maxDelay: 5_000,
  });
  const provider = new HocuspocusProvider({ websocketProvider: wire, name: storyId, document: doc });
  const connection: Connection = { storyId, doc, wire, provider, closed: undefined };
  wire.on('close', ({ event }: { event: { code: number; reason: string } }) => {
    connection.closed = event;
  });
  provider.attach();
  return connection;
}

function openText({ storyId, personId, onReady, onLine }: Opening): { close(): void } {
  const connection = takeAhead(storyId) ?? connect(storyId);
  const { doc, wire, provider } = connection;
  const name = `draft.${storyId}`;
  let known = Y.encodeStateVector(workingCopyFrom([]));
  let ready = false;
  let ended = false;
  let timer = 0;
  let slow = 0;
  const end = (line: Line): void => {
    ended = true;
    wire.disconnect();
    onLine(line);
  };
  const lost = (): void => {
    if (!ended && provider.hasUnsyncedChanges) onLine({ kind: 'away' });
  };
  const keepHere = (): void => {
    if (provider.hasUnsyncedChanges) keep(personId, name, { update: toText(Y.encodeStateAsUpdate(doc, known)) });
  };
  const begin = (): void => {
    if (ready) return;
    ready = true;
    known = Y.encodeStateVector(doc);
    const kept = keptOf<{ update: string }>(personId, name);
    if (kept) Y.applyUpdate(doc, fromText(kept.value.update), 'kept');
    onReady({ doc, provider });
    if (!provider.hasUnsyncedChanges) onLine({ kind: 'stored' });
  };
  provider.on('synced', begin);
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (!ready || ended) return;
    clearTimeout(slow);
    if (number > 0) {
      // A line that is broken without anybody having said so is noticed by its silence.
      slow = window.setTimeout(lost, 4_000);
      return onLine({ kind: provider.isAuthenticated && navigator.onLine ? 'storing' : 'away' });
    }
    clearTimeout(timer);
    known = Y.encodeStateVector(doc);
    forget(personId, name);
    onLine({ kind: 'stored' });
  });
  doc.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin === provider || !ready) return;
    clearTimeout(timer);
    timer = window.setTimeout(keepHere, 300);
  });
  const cut = (event: { code: number; reason: string }): void => {
    if (ended) return;
    if (over.includes(event.code)) return end({ kind: 'over', reason: event.reason });
    if (refused.includes(event.code)) {
      forget(personId, name);
      return end({ kind: 'refused', reason: event.reason });
    }
    keepHere();
    onLine({ kind: ready ? 'away' : 'connecting' });
    // An ended session shows at the next request, whose answer opens the gate; afterwards the line comes back by itself.
    void queries.invalidateQueries({ queryKey: ['story', storyId], exact: true });
  };
  wire.on('close', ({ event }: { event: { code: number; reason: string } }) => cut(event));
  if (provider.isSynced) begin();
  else if (connection.closed) cut(connection.closed);
  return {
    close() {
      clearTimeout(timer);
      clearTimeout(slow);
      if (!ended) keepHere();
      ended = true;
      hangUp(connection);
    },
  };
}

function toText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const fromText = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
