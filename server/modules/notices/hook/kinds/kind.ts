import type { Incoming } from '#platform/outbound/call-out';

/** One of the notices that leave together, in the hook's language. */
export interface Said {
  /** The same on every attempt. */
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  /** Whole address of the very item. */
  readonly link: string;
}

/** What is sent to a hook: what was said, by which county, to which address, under which secret. */
export interface HookCall {
  readonly address: string;
  /** Empty where the address alone is the secret. */
  readonly secret: string;
  /** Real time: the other side compares it with its own. */
  readonly at: Date;
  readonly sender: string;
  readonly said: readonly Said[];
}

/** A call as it leaves; always a POST of JSON. */
export interface HookRequest {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the other side said: taken, or a short code of why not, and whether trying again is of no use. */
export type HookAnswer =
  | { readonly taken: true; readonly receipt: string }
  | { readonly taken: false; readonly code: string; readonly forGood: boolean };

/** A kind of hook. */
export interface HookKind {
  /** Where its secret comes from: `none` — the address alone; `given` — by whoever made the robot; `made` — here, shown once. */
  readonly secret: 'none' | 'given' | 'made';
  /** Whether an address is one of this kind. Its host may be any: some run these systems in their own house. */
  fits(address: URL): boolean;
  request(call: HookCall): HookRequest;
  judge(answer: Incoming): HookAnswer;
}
