/** A planned thing in the console. */
export const ideaHref = (id: string): string => `/console/ideas/${id}`;
