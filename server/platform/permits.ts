import type { Actor, Grant } from './actor.ts';
import { refuse } from './refuse.ts';
import type { Tx } from './transaction.ts';

/** What permission rules look at in a thing: where it is and which unit it belongs to. A story at several places lists them all. */
export interface Thing {
  readonly placeId?: string | null;
  readonly placeIds?: readonly string[];
  readonly unitId?: string | null;
}

/** Who has an ability. Roles reach it by a grant whose place covers the thing; relations (author, assigned) reach it by what the thing itself says. */
export interface AbilityRule<T extends Thing = Thing> {
  readonly roles?: readonly string[];
  /** Any relation that answers true gives the ability, without a grant. */
  readonly relations?: Readonly<Record<string, (actor: Actor, thing: T, at: Date) => boolean>>;
  /** Needs a second factor or passkey (trust.md A14). */
  readonly strong?: boolean;
  /** Only while a grant of duty holds. */
  readonly onDuty?: boolean;
  /** Everybody, signed in or not. */
  readonly everybody?: boolean;
  /** Everybody who is signed in. */
  readonly signedIn?: boolean;
}

/** The abilities of one noun, `noun.verb` each; declared once per noun in a module's permissions.ts. */
export interface Permissions<T extends Thing = Thing> {
  readonly noun: string;
  readonly abilities: Readonly<Record<string, AbilityRule<T>>>;
}

/** Declares a noun's abilities. */
export function definePermissions<T extends Thing>(
  noun: string,
  abilities: Record<string, AbilityRule<T>>,
): Permissions<T> {
  for (const name of Object.keys(abilities))
    if (!name.startsWith(`${noun}.`)) throw new Error(`ability ${name} does not belong to ${noun}`);
  return { noun, abilities };
}

/** Where places stand in the tree: filled at start by the module places. Positions come from memory, so one answer never mixes two states of the tree. */
export interface PlaceTree {
  /** Whether `place` is `above` or lies below it. False for unknown places. */
  covers(countyId: number, above: string, place: string): boolean;
  /** [lo, hi] of a place's range in places.places, or undefined. */
  range(countyId: number, place: string): readonly [number, number] | undefined;
}

/** All rules of the program and the place tree. */
export class Permits {
  readonly #rules = new Map<string, AbilityRule>();
  readonly #byNoun = new Map<string, string[]>();
  #tree: PlaceTree = { covers: () => false, range: () => undefined };

  add(permissions: Permissions<never>): void {
    for (const [name, rule] of Object.entries<AbilityRule<never>>(permissions.abilities)) {
      if (this.#rules.has(name)) throw new Error(`ability ${name} is declared twice`);
      this.#rules.set(name, rule as unknown as AbilityRule);
      this.#byNoun.set(permissions.noun, [...(this.#byNoun.get(permissions.noun) ?? []), name]);
    }
  }
  useTree(tree: PlaceTree): void {
    this.#tree = tree;
  }
  get tree(): PlaceTree {
    return this.#tree;
  }
  rule(ability: string): AbilityRule {
    const rule = this.#rules.get(ability);
    if (!rule) throw new Error(`unknown ability ${ability}`);
    return rule;
  }
  has(ability: string): boolean {
    return this.#rules.has(ability);
  }
  /** Every ability of the program. */
  all(): string[] {
    return [...this.#rules.keys()];
  }
  ofNoun(noun: string): readonly string[] {
    return this.#byNoun.get(noun) ?? [];
  }
}

/** Whether the actor may do `ability` to `thing`. */
export function may(tx: Tx, actor: Actor, ability: string, thing: Thing = {}): boolean {
  const { permits } = tx.ctx.app;
  const rule = permits.rule(ability);
  if (rule.everybody) return true;
  if (actor.scopes && !actor.scopes.includes(ability)) return false;
  if (actor.kind === 'system') return true;
  if (rule.strong && actor.assurance < 2) return false;
  if (rule.signedIn && actor.kind === 'person') return true;
  if (Object.values(rule.relations ?? {}).some((holds) => holds(actor, thing, tx.at))) return true;
  return actor.grants.some((grant) => grantGives(tx, grant, rule, thing));
}

function grantGives(tx: Tx, grant: Grant, rule: AbilityRule, thing: Thing): boolean {
  if (!rule.roles?.includes(grant.role)) return false;
  if (rule.onDuty && !grant.duty) return false;
  if (grant.unitId && grant.unitId !== thing.unitId) return false;
  const places = thing.placeIds ?? (thing.placeId ? [thing.placeId] : []);
  // A thing without a place (settings, jobs) belongs to the whole county: only a grant at the root reaches it; `placeId: undefined` on a list means "somewhere".
  if (places.length === 0) return thing.placeId === undefined || isRoot(tx, grant.placeId);
  const { tree } = tx.ctx.app.permits;
  return places.some((place) => tree.covers(tx.countyId, grant.placeId, place));
}

function isRoot(tx: Tx, placeId: string): boolean {
  return tx.ctx.app.permits.tree.range(tx.countyId, placeId)?.[0] === 0;
}

/** Refuses unless the actor may: Forbidden (403), SignInRequired (401) for guests, StepUpRequired (401) where a second factor is missing.
 *  Where the thing may not even be seen, ask with `mustSee`, which answers 404. */
export function must(tx: Tx, actor: Actor, ability: string, thing: Thing = {}): void {
  if (may(tx, actor, ability, thing)) return;
  if (actor.kind === 'guest') refuse('SignInRequired');
  const rule = tx.ctx.app.permits.rule(ability);
  if (rule.strong && actor.assurance < 2 && may(tx, { ...actor, assurance: 2 }, ability, thing))
    refuse('StepUpRequired', { needs: 'second-factor' });
  refuse('Forbidden', { ability });
}

/** Refuses with NotFound (404) unless the actor may see the thing: what is hidden and what is absent answer alike. */
export function mustSee(tx: Tx, actor: Actor, ability: string, thing: Thing): void {
  if (!may(tx, actor, ability, thing)) refuse('NotFound');
}

/** The abilities the actor has on this thing, for buttons: the screen and the server never disagree. */
export const abilitiesOn = (tx: Tx, actor: Actor, noun: string, thing: Thing): string[] =>
  tx.ctx.app.permits.ofNoun(noun).filter((ability) => may(tx, actor, ability, thing));

/** The places from which lists may be read: ranges in places.places where a grant gives `ability`. Empty: none by grant (relations may still give single rows). */
export function rangesFor(tx: Tx, actor: Actor, ability: string): { ranges: [number, number][]; units: string[] } {
  const rule = tx.ctx.app.permits.rule(ability);
  if (actor.scopes && !actor.scopes.includes(ability)) return { ranges: [], units: [] };
  if (rule.strong && actor.assurance < 2) return { ranges: [], units: [] };
  const giving = actor.grants.filter((grant) => rule.roles?.includes(grant.role) && (!rule.onDuty || grant.duty));
  const ranges = giving
    .filter((grant) => !grant.unitId)
    .map((grant) => tx.ctx.app.permits.tree.range(tx.countyId, grant.placeId));
  return {
    ranges: ranges.filter((range) => range !== undefined).map(([lo, hi]): [number, number] => [lo, hi]),
    units: giving.flatMap((grant) => grant.unitId ?? []),
  };
}

/** SQL that is true for a row whose `placeColumn` lies in the ranges, with its two parameters (arrays of lo and hi) starting at `$first`.
 *  Measured as fast as a copied position: place_id = any(array(select …between lo and hi)). */
export const withinSql = (placeColumn: string, first: number, countyParameter = '$1'): string =>
  `${placeColumn} = any(array(select p.id from places.places p join unnest($${first}::int[], $${first + 1}::int[]) r(lo, hi) on p.lo between r.lo and r.hi where p.county_id = ${countyParameter}))`;
