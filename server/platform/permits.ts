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
  /** Roles whose holders come to stand in one of the relations (whoever writes has stories of their own; a volunteer is asked): they have the ability
   *  somewhere, in the navigation and in what a token may carry, though the grant alone gives it for no single thing. */
  readonly relatedRoles?: readonly string[];
  /** Needs a second factor or passkey (trust.md A14). */
  readonly strong?: boolean;
  /** Somebody vouches with their name: a PIN at a station's computer is not enough (`access/computer/asks-for-proof.ts`). */
  readonly signs?: boolean;
  /** Gives others access or takes it away, hands a person's data out, or publishes without a signature: a PIN at a station's computer is not enough, by whichever route it comes. */
  readonly reserved?: boolean;
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
export function may(tx: Tx, actor: Actor, ability: string, thing: Thing): boolean {
  const rule = tx.ctx.app.permits.rule(ability);
  const settled = withoutThing(actor, ability, rule);
  if (settled !== undefined) return settled;
  if (Object.values(rule.relations ?? {}).some((holds) => holds(actor, thing, tx.at))) return true;
  return actor.grants.some((grant) => grantGives(tx, grant, rule, thing));
}

/** Whether the actor has `ability` for one thing at least, wherever and in whichever unit that is: for the navigation, for what a token may carry, and for
 *  lists that are narrowed row by row afterwards. Never enough for acting on a thing. */
export function maySomewhere(tx: Tx, actor: Actor, ability: string): boolean {
  const rule = tx.ctx.app.permits.rule(ability);
  const settled = withoutThing(actor, ability, rule);
  if (settled !== undefined) return settled;
  return actor.grants.some((grant) => rule.relatedRoles?.includes(grant.role) || isOfRule(grant, rule));
}

// What is settled before anybody looks at a thing; undefined: it depends on the thing.
function withoutThing(actor: Actor, ability: string, rule: AbilityRule): boolean | undefined {
  if (rule.everybody) return true;
  if (actor.scopes && !actor.scopes.includes(ability)) return false;
  if (actor.kind === 'system') return true;
  if (rule.strong && actor.assurance < 2) return false;
  if (rule.signedIn && actor.kind === 'person') return true;
  return undefined;
}

const isOfRule = (grant: Grant, rule: AbilityRule): boolean =>
  (rule.roles?.includes(grant.role) ?? false) && (!rule.onDuty || grant.duty);

function grantGives(tx: Tx, grant: Grant, rule: AbilityRule, thing: Thing): boolean {
  if (!isOfRule(grant, rule)) return false;
  if (grant.unitId && grant.unitId !== thing.unitId) return false;
  const places = thing.placeIds ?? (thing.placeId ? [thing.placeId] : []);
  // A thing whose place is null belongs to the whole county: only a grant at the root reaches it. One that has no place at all asks for none.
  if (places.length === 0) return thing.placeId === undefined || isRoot(tx, grant.placeId);
  const { tree } = tx.ctx.app.permits;
  return places.some((place) => tree.covers(tx.countyId, grant.placeId, place));
}

function isRoot(tx: Tx, placeId: string): boolean {
  return tx.ctx.app.permits.tree.range(tx.countyId, placeId)?.[0] === 0;
}

/** Refuses unless the actor may: Forbidden (403), SignInRequired (401) for guests, StepUpRequired (401) where a second factor is missing, or a confirmation after a PIN.
 *  Where the thing may not even be seen, ask with `mustSee`, which answers 404. */
export function must(tx: Tx, actor: Actor, ability: string, thing: Thing): void {
  mustBy(tx, actor, ability, (asker) => may(tx, asker, ability, thing));
  if (actor.unproved && tx.ctx.app.permits.rule(ability).reserved) refuse('StepUpRequired', { needs: 'step-up' });
}

/** Refuses like `must` unless the actor has the ability somewhere: at the door of a list, whose rows are narrowed afterwards. */
export function mustSomewhere(tx: Tx, actor: Actor, ability: string): void {
  mustBy(tx, actor, ability, (asker) => maySomewhere(tx, asker, ability));
}

function mustBy(tx: Tx, actor: Actor, ability: string, holds: (asker: Actor) => boolean): void {
  if (holds(actor)) return;
  if (actor.kind === 'guest') refuse('SignInRequired');
  const rule = tx.ctx.app.permits.rule(ability);
  if (rule.strong && actor.assurance < 2 && holds({ ...actor, assurance: 2 }))
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
  const giving = actor.grants.filter((grant) => isOfRule(grant, rule));
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

/** SQL that is true for a row at this place or below it; adds its parameters to `values`. Refuses: NotFound (404) for a place that is not there. */
export function atOrBelowSql(tx: Tx, placeColumn: string, placeId: string, values: unknown[]): string {
  const [lo, hi] = tx.ctx.app.permits.tree.range(tx.countyId, placeId) ?? refuse('NotFound');
  values.push([lo], [hi]);
  return withinSql(placeColumn, values.length - 1);
}
