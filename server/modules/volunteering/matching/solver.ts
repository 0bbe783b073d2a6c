import highs from 'highs';
import type { Highs, Model } from 'highs';
import type { Mip } from './mip.ts';

// Its types speak of the CommonJS file, Node loads the other one, whose default is the function itself.
const loadHighs = highs as unknown as () => Promise<Highs>;

/** When to stop, and whom to tell. */
export interface Watch {
  isStopped(): boolean;
  /** Seconds that are left; whatever runs longer is interrupted. */
  secondsLeft(): number;
}

/** Values of the columns; duals of the rows where it was a linear program; `bound` is proven. */
export interface Solved {
  readonly values: Float64Array;
  readonly duals: Float64Array;
  readonly bound: number;
  /** Whether it ran to its end. */
  readonly isDone: boolean;
}

/** HiGHS, loaded once in this thread: a model lives in its memory until it is given back. */
export class Solver {
  private readonly highs: Highs;

  private constructor(highs: Highs) {
    this.highs = highs;
  }

  static async load(): Promise<Solver> {
    return new Solver(await loadHighs());
  }

  /** The program without wholeness; null when it was stopped before its end. */
  relaxed(mip: Mip, watch: Watch): Solved | null {
    const { integrality: _, ...model } = mip.model;
    return this.highs.withModel(model, (open) => {
      const solved = this.run(open, watch, {});
      return solved.isDone ? solved : null;
    });
  }

  /** The whole program, from a start; `progress` hears of every better bound and plan. */
  whole(
    mip: Mip,
    watch: Watch,
    wish: { start: Float64Array; gap: number; seed: number; mostNodes?: number },
    progress: (cost: number, bound: number) => void = () => undefined,
  ): Solved {
    return this.highs.withModel(mip.model, (open) => {
      open.setSolution({ colValue: wish.start });
      return this.run(
        open,
        watch,
        { mip_rel_gap: wish.gap, random_seed: wish.seed, mip_max_nodes: wish.mostNodes ?? 2_147_483_647 },
        progress,
      );
    });
  }

  private run(
    open: Model,
    watch: Watch,
    options: Record<string, number>,
    progress: (cost: number, bound: number) => void = () => undefined,
  ): Solved {
    const { callbackType, modelStatus } = this.highs.constants;
    open.options.set({ output_flag: false, time_limit: Math.max(0.01, watch.secondsLeft()), ...options });
    const stop = (event: { interrupt(): void }): undefined => {
      if (watch.isStopped()) event.interrupt();
    };
    open.run({
      [callbackType.simplexInterrupt]: stop,
      [callbackType.ipmInterrupt]: stop,
      [callbackType.mipInterrupt]: stop,
      [callbackType.mipLogging]: (event) => {
        const { mip_primal_bound: cost, mip_dual_bound: bound } = event.data;
        if (cost !== undefined && bound !== undefined) progress(cost, bound);
      },
    });
    const { colValue, rowDual } = open.getSolution();
    const isMip = 'mip_rel_gap' in options;
    return {
      values: colValue,
      duals: rowDual,
      bound: isMip ? Number(open.info.get('mip_dual_bound')) : open.getObjectiveValue(),
      isDone: open.getModelStatus() === modelStatus.optimal,
    };
  }
}
