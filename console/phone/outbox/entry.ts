import type { Draft } from '../newsroom/draft.ts';

/** Something done on this phone that the server has yet to learn. Its `id` was made here and is the Idempotency-Key: however often it arrives, it happens once. */
export interface Entry {
  readonly id: string;
  /** Whose act it is; nobody else's session sends it. */
  readonly personId: string;
  /** By the county's clock. */
  readonly madeAt: string;
  /** What it is, for the list of what is to be sent: a story's title, a service's name. */
  readonly title: string;
  readonly act: Act;
  readonly state: 'waiting' | 'refused';
  /** Why the server did not take it; only when refused. */
  readonly reason?: string;
}

export type Act = PlainAct | StoryAct;

/** One request: an answer to an offer or an assignment, an idea, a check-in, a completion, a visit that did not come off or is given back, what went wrong at one, a word that hours are wrong, an answer to another time, a wish for a certificate. */
export interface PlainAct {
  readonly kind:
    | 'accept-offer'
    | 'decline-offer'
    | 'accept-assignment'
    | 'decline-assignment'
    | 'deliver-assignment'
    | 'note-idea'
    | 'check-in'
    | 'complete-visit'
    | 'fail-visit'
    | 'release-visit'
    | 'report-incident'
    | 'ask-correction'
    | 'answer-difference'
    | 'ask-certificate';
  readonly subjectId: string;
  readonly path: string;
  readonly body: unknown;
}

/** A text handed in: its pictures, the text itself, and the submission, each written down here as soon as it has arrived. */
export interface StoryAct {
  readonly kind: 'submit-story';
  readonly subjectId: string;
  readonly draft: Draft;
  /** How far it has come on the server; null: nothing of it is there yet. */
  readonly stored: { readonly storyId: string; readonly version: number } | null;
}
