/** The address of a stored picture at about the width of a phone; it is kept at 480, 960, 1600 and, when narrower, at its own width. */
export const pictureSource = (hash: string, width: number): string =>
  `/media/${hash}-${width <= 480 ? width : devicePixelRatio > 1.5 && width > 960 ? 960 : 480}.webp`;
