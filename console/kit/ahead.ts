import { askedIn, firstLanguage } from './remembered-language.ts';

const answers = new Map<string, Promise<Response>>();
// Older than this it may be told otherwise by now.
const freshMilliseconds = 10_000;

/** Asks for what a page will show before the program that shows it is there. */
export function askAhead(address: string): void {
  const headers = { accept: 'application/json', 'accept-language': askedIn(firstLanguage()) };
  const answer = fetch(address, { credentials: 'same-origin', headers });
  // Whoever takes it hears of a broken line; nobody may have come for it.
  answer.catch(() => undefined);
  answers.set(address, answer);
  setTimeout(() => answers.delete(address), freshMilliseconds);
}

/** The answer that was asked for ahead, for the first who comes for it; undefined when there is none in this language. */
export function takeAhead(address: string, language: string): Promise<Response> | undefined {
  const answer = language === firstLanguage() ? answers.get(address) : undefined;
  answers.delete(address);
  return answer;
}
