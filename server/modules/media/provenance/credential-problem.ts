import type { AppSettings } from '#platform/app';

/** What is wrong with the credential that the settings name, or will be by then; undefined when nothing is, and when they name none. */
export async function credentialProblem(
  { c2paCredential }: Pick<AppSettings, 'c2paCredential'>,
  by = new Date(),
): Promise<string | undefined> {
  if (c2paCredential === undefined) return undefined;
  try {
    // What reads certificates is large, and asked by few.
    const { readCredential } = await import('./read-credential.ts');
    const { validUntil } = await readCredential(c2paCredential);
    return validUntil < by ? `ended ${validUntil.toISOString().slice(0, 10)}` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
