import { isLiving } from './place.ts';
import type { Place } from './place.ts';

/** One state of a county's tree, in memory. Never changes; a change of places makes a new one. */
export class CountyTree {
  readonly revision: number;
  /** All places in order of position, the root first; places that ended are among them. */
  readonly places: readonly Place[];
  readonly #byId: ReadonlyMap<string, Place>;
  /** Who has a code, or had it: first those without an end, then the latest. */
  readonly #byCode = new Map<string, Place[]>();
  /** Codes given up, with the place that had each last. */
  readonly formerCodes: ReadonlyMap<string, string>;
  readonly #children: ReadonlyMap<string | null, readonly Place[]>;

  constructor(revision: number, places: readonly Place[], formerCodes: ReadonlyMap<string, string> = new Map()) {
    this.revision = revision;
    this.formerCodes = formerCodes;
    this.places = places.toSorted((a, b) => a.lo - b.lo);
    this.#byId = new Map(this.places.map((place) => [place.id, place]));
    this.#children = Map.groupBy(this.places, (place) => place.parentId);
    for (const place of this.places.toSorted(endlessThenLatest))
      for (const code of [place.localCode, place.code])
        if (code !== null) this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), place]);
  }

  /** The county itself; undefined while nothing has been imported. */
  get root(): Place | undefined {
    return this.places[0];
  }
  byId(id: string): Place | undefined {
    return this.#byId.get(id);
  }
  /** By division code or local code: the place that has it on the day (YYYY-MM-DD; without one, the place without an end), else the one that had it last, else the one that has given it up. */
  byCode(code: string, day?: string): Place | undefined {
    const holders = this.holdersOf(code);
    const living = day === undefined ? undefined : holders.find((place) => isLiving(place, day));
    return living ?? holders[0] ?? this.byId(this.formerCodes.get(code) ?? '');
  }
  /** Every place whose code it is or was until it ended. */
  holdersOf(code: string): readonly Place[] {
    return this.#byCode.get(code) ?? [];
  }
  /** Direct children in order. */
  children(id: string): readonly Place[] {
    return this.#children.get(id) ?? [];
  }
  /** The place and all below it, in order; empty for an unknown place. */
  subtree(id: string): readonly Place[] {
    const place = this.byId(id);
    return place ? this.places.slice(place.lo, place.hi + 1) : [];
  }
  /** From the root down to the place itself. */
  path(id: string): Place[] {
    const path: Place[] = [];
    for (let place = this.byId(id); place; place = this.byId(place.parentId ?? '')) path.unshift(place);
    return path;
  }
  covers(above: string, id: string): boolean {
    const [upper, place] = [this.byId(above), this.byId(id)];
    return Boolean(upper && place && upper.lo <= place.lo && place.lo <= upper.hi);
  }
}

// '~' stands after every digit.
const endlessThenLatest = (a: Place, b: Place): number => ((a.validTo ?? '~') > (b.validTo ?? '~') ? -1 : 1);
