import { int, real } from './numbers.ts';

/** Items that each want one place in one bin, or none at `skipCost`. Bins belong to owners: a bin holds `binRoom` items, an owner as many as it has steps of cost, each at least as dear as the one before. */
export interface Places {
  readonly items: number;
  /** Edges of item i: from [i] to [i + 1]. */
  readonly itemEdges: Int32Array;
  readonly edgeBin: Int32Array;
  readonly edgeCost: Float64Array;
  readonly skipCost: Float64Array;
  readonly binRoom: Int32Array;
  readonly binOwner: Int32Array;
  /** Bins of owner o: from [o] to [o + 1]. */
  readonly ownerBins: Int32Array;
  /** Costs of owner o's items: `steps` from [o] to [o + 1]. */
  readonly ownerSteps: Int32Array;
  readonly steps: Float64Array;
}

/** Each item's edge, or -1; and each item's price: what one more item like it would cost. */
export interface Placed {
  readonly edgeOf: Int32Array;
  readonly price: Float64Array;
}

/** The cheapest placing, exactly: items come in one after the other, each along the shortest path of changes (successive shortest paths with potentials, Dijkstra).
 *  `isStopped` is asked now and then; when it says yes, null is the answer. */
export function placeItems(places: Places, isStopped: () => boolean = () => false): Placed | null {
  const search = new Search({
    ...places,
    edgeCost: places.edgeCost.map(fine),
    skipCost: places.skipCost.map(fine),
    steps: places.steps.map(fine),
  });
  // Those dear to skip come first: of the others most see at once that they cannot afford a place.
  const turn = Int32Array.from({ length: places.items }, (_, item) => item).sort(
    (a, b) => real(places.skipCost, b) - real(places.skipCost, a) || a - b,
  );
  for (let n = 0; n < places.items; n += 1) {
    if (n % 256 === 255 && isStopped()) return null;
    search.bringIn(int(turn, n));
  }
  return { edgeOf: search.edgeOf, price: search.prices() };
}

/** Costs are counted in whole millionths: sums stay exact, and what costs nothing more is seen to cost nothing. */
const grain = 1e6;
const fine = (cost: number): number => Math.round(cost * grain);

// Nodes: items, then bins, then owners. A path ends where an owner has a free step or an item is skipped.
class Search {
  readonly edgeOf: Int32Array;
  private readonly firstBin: number;
  private readonly firstOwner: number;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  /** In which search a node was reached, and finished. */
  private readonly seen: Int32Array;
  private readonly done: Int32Array;
  private readonly parent: Int32Array;
  /** By which edge a bin was reached. */
  private readonly edgeInto: Int32Array;
  private readonly binLoad: Int32Array;
  private readonly ownerLoad: Int32Array;
  // The items of a bin, as a list of links.
  private readonly firstIn: Int32Array;
  private readonly nextIn: Int32Array;
  private readonly heap = new Heap();
  /** Nodes as far as the one in hand: depth first, they lead to an end soonest. */
  private readonly near: number[] = [];
  private reached = 0;
  private round = 0;
  private best = 0;
  private bestNode = -1;

  private readonly places: Places;

  constructor(places: Places) {
    this.places = places;
    const bins = places.binRoom.length;
    const owners = places.ownerBins.length - 1;
    const nodes = places.items + bins + owners;
    this.firstBin = places.items;
    this.firstOwner = places.items + bins;
    this.edgeOf = new Int32Array(places.items).fill(-1);
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes);
    this.seen = new Int32Array(nodes);
    this.done = new Int32Array(nodes);
    this.parent = new Int32Array(nodes);
    this.edgeInto = new Int32Array(bins);
    this.binLoad = new Int32Array(bins);
    this.ownerLoad = new Int32Array(owners);
    this.firstIn = new Int32Array(bins).fill(-1);
    this.nextIn = new Int32Array(places.items).fill(-1);
    for (let owner = 0; owner < owners; owner += 1) {
      const from = int(places.ownerSteps, owner);
      const price = from < int(places.ownerSteps, owner + 1) ? -real(places.steps, from) : 0;
      this.potential[this.firstOwner + owner] = price;
      for (let bin = int(places.ownerBins, owner); bin < int(places.ownerBins, owner + 1); bin += 1)
        this.potential[this.firstBin + bin] = price;
    }
  }

  bringIn(item: number): void {
    const { itemEdges, edgeBin, edgeCost, skipCost } = this.places;
    let price = -real(skipCost, item);
    for (let edge = int(itemEdges, item); edge < int(itemEdges, item + 1); edge += 1) {
      const least = real(this.potential, this.firstBin + int(edgeBin, edge)) - real(edgeCost, edge);
      if (least > price) price = least;
    }
    this.potential[item] = price;
    this.search(item);
    this.takePath(item);
  }

  /** Minus the potential of an item: the length of its shortest path to a free place. */
  prices(): Float64Array {
    const price = new Float64Array(this.places.items);
    for (let item = 0; item < price.length; item += 1) price[item] = -real(this.potential, item) / grain;
    return price;
  }

  private search(item: number): void {
    this.round += 1;
    this.best = Infinity;
    this.bestNode = -1;
    this.heap.clear();
    this.near.length = 0;
    this.reached = 0;
    this.reach(item, 0, -1);
    const finished: number[] = [];
    while (this.near.length > 0 || this.heap.size > 0) {
      const distance = this.near.length > 0 ? this.reached : this.heap.leastKey();
      if (distance >= this.best) break;
      const node = this.near.pop() ?? this.heap.take();
      if (int(this.done, node) === this.round) continue;
      this.reached = distance;
      this.done[node] = this.round;
      finished.push(node);
      if (node < this.firstBin) this.fromItem(node, distance);
      else if (node < this.firstOwner) this.fromBin(node, distance);
      else this.fromOwner(node, distance);
    }
    for (const node of finished)
      this.potential[node] = real(this.potential, node) + real(this.distance, node) - this.best;
  }

  private reach(node: number, distance: number, from: number, edge = -1): void {
    if (int(this.seen, node) === this.round && distance >= real(this.distance, node)) return;
    this.seen[node] = this.round;
    this.distance[node] = distance;
    this.parent[node] = from;
    if (edge >= 0) this.edgeInto[node - this.firstBin] = edge;
    if (distance === this.reached) this.near.push(node);
    else this.heap.put(distance, node);
  }

  private end(distance: number, node: number): void {
    if (distance < this.best) {
      this.best = distance;
      this.bestNode = node;
    }
  }

  private fromItem(item: number, distance: number): void {
    const { itemEdges, edgeBin, edgeCost, skipCost } = this.places;
    const own = real(this.potential, item);
    const present = int(this.edgeOf, item);
    this.end(distance + Math.max(0, real(skipCost, item) + own), item);
    for (let edge = int(itemEdges, item); edge < int(itemEdges, item + 1); edge += 1) {
      if (edge === present) continue;
      const node = this.firstBin + int(edgeBin, edge);
      const next = distance + Math.max(0, real(edgeCost, edge) + own - real(this.potential, node));
      if (next < this.best) this.reach(node, next, item, edge);
    }
  }

  private fromBin(node: number, distance: number): void {
    const bin = node - this.firstBin;
    const own = real(this.potential, node);
    if (int(this.binLoad, bin) < int(this.places.binRoom, bin)) {
      const owner = this.firstOwner + int(this.places.binOwner, bin);
      const next = distance + Math.max(0, own - real(this.potential, owner));
      if (next < this.best) this.reach(owner, next, node);
    }
    for (let item = int(this.firstIn, bin); item >= 0; item = int(this.nextIn, item)) {
      const back = own - real(this.places.edgeCost, int(this.edgeOf, item)) - real(this.potential, item);
      const next = distance + Math.max(0, back);
      if (next < this.best) this.reach(item, next, node);
    }
  }

  private fromOwner(node: number, distance: number): void {
    const { ownerSteps, ownerBins, steps } = this.places;
    const owner = node - this.firstOwner;
    const own = real(this.potential, node);
    const step = int(ownerSteps, owner) + int(this.ownerLoad, owner);
    if (step < int(ownerSteps, owner + 1)) this.end(distance + Math.max(0, real(steps, step) + own), node);
    for (let bin = int(ownerBins, owner); bin < int(ownerBins, owner + 1); bin += 1) {
      if (int(this.binLoad, bin) === 0) continue;
      const next = distance + Math.max(0, own - real(this.potential, this.firstBin + bin));
      if (next < this.best) this.reach(this.firstBin + bin, next, node);
    }
  }

  // From its end back to the item that came in: who moves, moves one place further.
  private takePath(item: number): void {
    const { edgeBin } = this.places;
    let node = this.bestNode;
    if (node >= this.firstOwner) {
      const owner = node - this.firstOwner;
      this.ownerLoad[owner] = int(this.ownerLoad, owner) + 1;
      node = int(this.parent, node);
      this.binLoad[node - this.firstBin] = int(this.binLoad, node - this.firstBin) + 1;
    } else {
      // Whoever is skipped now, leaves.
      if (node === item) return;
      const next = int(this.parent, node);
      this.leave(node);
      node = next;
    }
    for (;;) {
      const from = int(this.parent, node);
      if (from >= this.firstOwner) {
        // One bin of an owner gives its room to another.
        const given = node - this.firstBin;
        this.binLoad[given] = int(this.binLoad, given) - 1;
        node = int(this.parent, from);
        this.binLoad[node - this.firstBin] = int(this.binLoad, node - this.firstBin) + 1;
        continue;
      }
      const edge = int(this.edgeInto, node - this.firstBin);
      if (from === item) {
        this.enter(item, edge, int(edgeBin, edge));
        return;
      }
      const before = int(this.parent, from);
      this.leave(from);
      this.enter(from, edge, int(edgeBin, edge));
      node = before;
    }
  }

  private enter(item: number, edge: number, bin: number): void {
    this.edgeOf[item] = edge;
    this.nextIn[item] = int(this.firstIn, bin);
    this.firstIn[bin] = item;
  }

  private leave(item: number): void {
    const bin = int(this.places.edgeBin, int(this.edgeOf, item));
    this.edgeOf[item] = -1;
    if (int(this.firstIn, bin) === item) this.firstIn[bin] = int(this.nextIn, item);
    else {
      let before = int(this.firstIn, bin);
      while (int(this.nextIn, before) !== item) before = int(this.nextIn, before);
      this.nextIn[before] = int(this.nextIn, item);
    }
  }
}

/** Nodes by their distance, the nearest first; a node may stand there more than once. */
class Heap {
  size = 0;
  private keys = new Float64Array(1_024);
  private nodes = new Int32Array(1_024);

  clear(): void {
    this.size = 0;
  }

  leastKey(): number {
    return real(this.keys, 0);
  }

  put(key: number, node: number): void {
    if (this.size === this.keys.length) this.grow();
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (real(this.keys, above) <= key) break;
      this.keys[at] = real(this.keys, above);
      this.nodes[at] = int(this.nodes, above);
      at = above;
    }
    this.keys[at] = key;
    this.nodes[at] = node;
  }

  take(): number {
    const least = int(this.nodes, 0);
    this.size -= 1;
    const key = real(this.keys, this.size);
    const node = int(this.nodes, this.size);
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && real(this.keys, below + 1) < real(this.keys, below)) below += 1;
      if (real(this.keys, below) >= key) break;
      this.keys[at] = real(this.keys, below);
      this.nodes[at] = int(this.nodes, below);
      at = below;
    }
    this.keys[at] = key;
    this.nodes[at] = node;
    return least;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const nodes = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    nodes.set(this.nodes);
    this.keys = keys;
    this.nodes = nodes;
  }
}
