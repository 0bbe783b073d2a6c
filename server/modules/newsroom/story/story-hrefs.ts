/** A story in the console. */
export const storyHref = (id: string): string => `/console/stories/${id}`;

/** A published story in the console, with its correction about to be begun. */
export const correctHref = (id: string): string => `${storyHref(id)}?correct=1`;
