import { z } from 'zod';
import { day, period, words } from '#places/contract';

/** `GET /story-figures`: of a place and all below, of a section, or of all one may see. */
export const storyFigureQuery = period.extend({ place: z.uuid().optional(), section: z.uuid().optional() });
export type StoryFigureQuery = z.output<typeof storyFigureQuery>;
/** What was first published in one week; translations are not counted. */
export const storyWeek = z.strictObject({
  /** Its Monday. */
  week: day,
  /** One number for each section, in the order of `sections`. */
  published: z.array(z.int()),
  /** From the first submission to publication: of half of them at most this many minutes; null: none was published. */
  medianMinutes: z.int().nullable(),
  /** Of nine in ten. */
  slowMinutes: z.int().nullable(),
});
export type StoryWeek = z.infer<typeof storyWeek>;
export const storyFigures = z.strictObject({
  from: day,
  until: day,
  /** Those in which anything was published, in the readers' order. */
  sections: z.array(z.strictObject({ id: z.uuid(), name: words })),
  weeks: z.array(storyWeek),
});
export type StoryFigures = z.infer<typeof storyFigures>;
