const inMinutesFrom = 120;

/** A short span of time: in seconds, or from two minutes on in whole minutes, never less than it is. */
export const spanWords = (seconds: number, secondsWord: string, minutesWord: string): string =>
  seconds < inMinutesFrom ? `${seconds} ${secondsWord}` : `${Math.ceil(seconds / 60)} ${minutesWord}`;
