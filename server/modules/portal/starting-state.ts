import type { App } from '#platform/app';
import type { BuildProgress } from '#platform/front-ends';

/** What is still being made behind the open door: the front ends, and the pictures of a demonstration. */
export interface Making {
  /** Folders of the front ends that were stale at the start, in their order, and how each stands. */
  readonly frontEnds: Map<string, 'ahead' | 'now' | 'done' | 'failed'>;
  /** Drawn so far and in all; null where nothing is drawn. */
  pictures: { done: number; of: number; failed: boolean } | null;
}

const makings = new WeakMap<App, Making>();

/** What this process is making. */
export function makingOf(app: App): Making {
  const making = makings.get(app) ?? { frontEnds: new Map(), pictures: null };
  makings.set(app, making);
  return making;
}

/** A front end is being built, or is built; the first word of it names all that will be. */
export function tellBuild(app: App, { name, state, names }: BuildProgress): void {
  const { frontEnds } = makingOf(app);
  for (const one of names) if (!frontEnds.has(one)) frontEnds.set(one, 'ahead');
  frontEnds.set(name, state === 'built' ? 'done' : 'now');
}

/** The building ended before all was built: the one in work failed. */
export function tellBuildFailed(app: App): void {
  const { frontEnds } = makingOf(app);
  const failed = [...frontEnds].find(([, state]) => state === 'now')?.[0] ?? 'console';
  frontEnds.set(failed, 'failed');
}

/** How many of the demonstration's pictures are there. */
export function tellPictures(app: App, done: number, of: number): void {
  makingOf(app).pictures = { done, of, failed: false };
}

/** The demonstration could not be completed. */
export function tellPicturesFailed(app: App): void {
  const { pictures } = makingOf(app);
  makingOf(app).pictures = { done: pictures?.done ?? 0, of: pictures?.of ?? 0, failed: true };
}
