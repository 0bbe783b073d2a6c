/** A role held at a place, and so for the place and all below it; narrowed to one unit (section, team, station) when `unitId` is set. */
export interface Grant {
  readonly role: string;
  readonly placeId: string;
  readonly unitId: string | null;
  /** A grant of duty (值班): valid only between its dates, already checked when the actor was loaded. */
  readonly duty: boolean;
}

/** Who acts. Guests act with an order code; devices and programs with a token; the system in the name of a rule. */
export interface Actor {
  readonly kind: 'person' | 'guest' | 'device' | 'system';
  /** Person id; guest scope; device id; name of the rule. */
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Authenticator assurance: 1 something known, 2 with a second factor or passkey (NIST SP 800-63B). */
  readonly assurance: 1 | 2;
  /** Set when a personal access token speaks; abilities are then cut to its scopes. */
  readonly scopes?: readonly string[];
  readonly sessionId?: string;
  /** Real time of the last step-up (passkey touch or password), for signing. */
  readonly steppedUpAt?: Date;
  /** Let in by a PIN at a station's computer. */
  readonly byPin?: boolean;
  /** Let in so, and nothing confirmed since, or too long ago. */
  readonly unproved?: boolean;
  /** The person for whom a desk clerk or a child acts. */
  readonly onBehalfOf?: string;
  /** A server-held demonstration key speaks: loopback and demonstration counties only. */
  readonly demonstration?: boolean;
}

/** The system acting by a named rule, such as `offer-expiry`. It may do what its caller's code does; it holds no grants. */
export const systemActor = (rule: string): Actor => ({ kind: 'system', id: rule, grants: [], assurance: 2 });

/** A visitor without account. `scope` separates their idempotency keys from everybody else's. */
export const guestActor = (scope: string): Actor => ({ kind: 'guest', id: scope, grants: [], assurance: 1 });

/** How an actor is written into rows that stay for ever: kind and id, never a name. */
export const actorRow = (actor: Actor): { kind: string; id: string; onBehalfOf?: string } => ({
  kind: actor.kind,
  id: actor.id,
  ...(actor.onBehalfOf ? { onBehalfOf: actor.onBehalfOf } : {}),
});
