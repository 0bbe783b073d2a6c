const mebibyte = 1024 * 1024;

/** The largest file that is taken at all: about two hours of a telephone's video. */
export const largestBytes = 4 * 1024 * mebibyte;

/** The largest document. */
export const documentBytes = 100 * mebibyte;

/** The largest picture: it is decoded from memory. */
export const pictureBytes = 64 * mebibyte;

/** A piece is kept as soon as it is here: so much is lost at most when the program is killed, and so much memory is what one sender holds. */
export const pieceBytes = 4 * mebibyte;

/** Bytes with a checksum are looked at as a whole before any of them is kept. */
export const checkedBytes = 16 * mebibyte;

/** How many send at the same time to one process: the rest try again in a moment. */
export const sendersAtOnce = 24;
/** How many of them may be one person's, so that nobody takes every place. */
export const sendersOfOne = 6;

/** What was begun and not gone on with is kept for so long. */
export const keptMilliseconds = 7 * 86_400_000;

/** Smaller ones are put away while their sender waits for the answer, larger ones by the worker. */
export const settledAtOnceBytes = 64 * mebibyte;

/** Room that must remain on the disk. */
export const roomLeftBytes = 512 * mebibyte;
