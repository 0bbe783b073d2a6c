import type { Place } from './place.ts';

/** One state of a county's tree, in memory. Never changes; a change of places makes a new one. */
export class CountyTree {
  readonly revision: number;
  /** All places in order of position, the root first; places that ended are among them. */
  readonly places: readonly Place[];
  readonly #byId: ReadonlyMap<string, Place>;
  readonly #byCode = new Map<string, Place>();
  readonly #children: ReadonlyMap<string | null, readonly Place[]>;

  constructor(revision: number, places: readonly Place[]) {
    this.revision = revision;
    this.places = places.toSorted((a, b) => a.lo - b.lo);
    this.#byId = new Map(this.places.map((place) => [place.id, place]));
    this.#children = Map.groupBy(this.places, (place) => place.parentId);
    // A code may have been used before by a place that ended: the living one wins.
    for (const place of this.places.toSorted((a, b) => Number(a.validTo === null) - Number(b.validTo === null)))
      for (const code of [place.localCode, place.code]) if (code !== null) this.#byCode.set(code, place);
  }

  /** The county itself; undefined while nothing has been imported. */
  get root(): Place | undefined {
    return this.places[0];
  }
  byId(id: string): Place | undefined {
    return this.#byId.get(id);
  }
  /** By division code or local code. */
  byCode(code: string): Place | undefined {
    return this.#byCode.get(code);
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
