import { Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { WebSocket } from 'ws';
import type { Actor } from '#platform/actor';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { inCounty } from '#platform/transaction';
import { leaveRevision } from '../draft/leave-revision.ts';
import { openDraft } from '../draft/open-draft.ts';
import { CheckedCopy } from './checked-copy.ts';
import { DraftSocket } from './draft-socket.ts';
import { presenceOf } from './presence.ts';
import type { Present } from './presence.ts';

/** What Hocuspocus is told of a connection. */
export interface RoomContext {
  readonly present: Present;
}

/** Somebody who comes in: who asks, how they are asked again, under which name they are seen. */
export interface Guest {
  readonly socket: WebSocket;
  readonly actor: Actor;
  readonly name: string;
  /** Refuses when they may not be here any more. `used`: they wrote since they were last asked. */
  ask(used: boolean): Promise<void>;
  /** Whether it was the process that closed their window's line, as it ends. */
  isCutOff(): boolean;
}

/** Who hears of the coming and going. */
export interface Doorkeeper {
  came(personId: string): void;
  /** Their last window at the text closed, by themselves or with their line. */
  left(personId: string): void;
  /** Nobody is here any more; `leaving` makes what they leave behind. */
  closed(leaving: Promise<void>): void;
}

/** The people at one text, and the text. Hocuspocus speaks the protocol and tells the others; what reaches it was checked and kept before (`CheckedCopy`). */
export class DraftRoom {
  readonly #app: App;
  readonly #county: County;
  readonly #storyId: string;
  readonly #copy: CheckedCopy;
  readonly #hocuspocus: Hocuspocus<RoomContext>;
  readonly #sockets = new Set<DraftSocket>();
  #over = false;
  readonly #told: Doorkeeper;

  private constructor(app: App, county: County, storyId: string, copy: CheckedCopy, told: Doorkeeper) {
    this.#app = app;
    this.#county = county;
    this.#storyId = storyId;
    this.#copy = copy;
    this.#told = told;
    this.#hocuspocus = new Hocuspocus<RoomContext>({
      quiet: true,
      onLoadDocument: async ({ document }) => {
        Y.applyUpdate(document, await inCounty(app, county, (ctx) => openDraft(ctx, storyId)));
      },
      beforeHandleAwareness: async ({ states, document, connection, context }) =>
        presenceOf(states, document, connection, context?.present),
    });
  }

  static async open(
    app: App,
    county: County,
    story: { id: string; language: string },
    told: Doorkeeper,
  ): Promise<DraftRoom> {
    return new DraftRoom(app, county, story.id, await CheckedCopy.open(app, county, story), told);
  }

  /** Lets somebody in; false when the room closed meanwhile, and another is to be entered. */
  admit(guest: Guest): boolean {
    if (this.#over) return false;
    const present: Present = { id: guest.actor.id, name: guest.name, colour: this.#freeColour() };
    const connection = this.#hocuspocus.handleConnection(guest.socket, new Request('http://room/'), { present });
    const one = new DraftSocket({
      app: this.#app,
      storyId: this.#storyId,
      guest,
      present,
      take: (sender, update) => this.#copy.take(sender, update),
      hand: (data) => connection.handleMessage(data),
      gone: (event) => {
        connection.handleClose(event);
        this.#sockets.delete(one);
        const isElsewhere = [...this.#sockets].some((other) => other.writerId === one.writerId);
        // Whom the process cuts off as it ends comes back, here or at another one.
        if (!isElsewhere && !guest.isCutOff()) this.#told.left(one.writerId);
        if (this.#sockets.size === 0) void this.#leave();
      },
    });
    this.#sockets.add(one);
    this.#told.came(one.writerId);
    return true;
  }

  /** What others wrote elsewhere. */
  async refresh(): Promise<void> {
    const state = await this.#copy.refreshed();
    const document =
      this.#hocuspocus.documents.get(this.#storyId) ?? (await this.#hocuspocus.loadingDocuments.get(this.#storyId));
    if (document) Y.applyUpdate(document, state, { source: 'local', skipStoreHooks: true });
  }

  /** The session is over. */
  ended(sessionId: string): void {
    for (const one of this.#sockets) if (one.sessionId === sessionId) one.close(4401, 'SignInAgain');
  }

  /** Asks a person, or everybody when it is about this story, whether they may still be here. */
  askAgain({ personId, storyId }: { personId?: string; storyId?: string }): void {
    if (storyId !== undefined && storyId !== this.#storyId) return;
    for (const one of this.#sockets) if (personId === undefined || one.writerId === personId) void one.askAgain();
  }

  // The smallest colour that nobody here has; two windows of one person share theirs.
  #freeColour(): number {
    const taken = new Set([...this.#sockets].map((one) => one.present.colour));
    for (let colour = 0; ; colour += 1) if (!taken.has(colour)) return colour;
  }

  // The last one has gone: what was written becomes a version at once, so that lists and readers see it.
  async #leave(): Promise<void> {
    await this.#copy.settled();
    if (this.#sockets.size > 0 || this.#over) return;
    this.#over = true;
    this.#copy.close();
    this.#told.closed(this.#leaveVersion());
  }

  #leaveVersion(): Promise<void> {
    return inCounty(this.#app, this.#county, (ctx) => leaveRevision(ctx, this.#storyId)).catch((error: unknown) =>
      this.#app.log.warn('a version could not be made when the last writer left', {
        story: this.#storyId,
        error: error instanceof Error ? error : undefined,
      }),
    );
  }
}
