import { say } from '../kit/language.ts';

const inMinutesFrom = 120;

/** A short span of time in words: in seconds, or from two minutes on in whole minutes, never less than it is. */
export const spanSaid = (seconds: number): string =>
  seconds < inMinutesFrom ? say('span.seconds', { n: seconds }) : say('span.minutes', { n: Math.ceil(seconds / 60) });
