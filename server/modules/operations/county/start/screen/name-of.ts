/** A file's name without its folder. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
