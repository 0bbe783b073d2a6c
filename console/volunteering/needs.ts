import type { Need } from '@xiangyin/server/contract';

/** What helps somebody to be helped, in the order of the form. */
export const needs = ['hearing', 'sight', 'moving', 'speech', 'dialect', 'company'] as const satisfies readonly Need[];
