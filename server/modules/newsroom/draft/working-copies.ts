import type * as WorkingCopies from '@xiangyin/document/working-copy';

/** Yjs and what reads it take some 25 MB: they come with the first text that is written together. */
export const workingCopies = (): Promise<typeof WorkingCopies> => import('@xiangyin/document/working-copy');
