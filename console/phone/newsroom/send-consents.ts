import { act } from '../kit/api.ts';
import { isAboutSession, mayPass } from '../kit/problem.ts';

/** Notes in the library who agreed by word of mouth. `path`: that of a picture or a material; `key`: the same however often this is sent. What the library does not take keeps no text from being handed in. */
export async function sendConsents(path: string, agreed: string, key: string): Promise<void> {
  for (const [at, givenBy] of namesIn(agreed).entries())
    await act('POST', `${path}/consents`, { givenBy, way: 'voice' }, `${key}-consent-${at}`).catch((error: unknown) => {
      if (mayPass(error) || isAboutSession(error)) throw error;
    });
}

/** The names in what somebody typed: 「王桂英、陈师傅」, "Mary Li, Chen Wei". */
export const namesIn = (agreed: string): string[] =>
  agreed
    .split(/[、，,;；]/)
    .map((name) => name.trim().slice(0, 100))
    .filter(Boolean);
