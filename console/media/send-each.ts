/** A file that was not taken, and why. */
export interface Unsent {
  readonly name: string;
  readonly problem: unknown;
}

/** Sends files one after the other; one that is not taken holds up none behind it. `told` hears how many are through. Answers those that were not taken. */
export async function sendEach(
  files: readonly File[],
  send: (file: File) => Promise<void>,
  told: (done: number) => void,
): Promise<Unsent[]> {
  const unsent: Unsent[] = [];
  for (const [at, file] of files.entries()) {
    told(at);
    try {
      await send(file);
    } catch (problem) {
      unsent.push({ name: file.name, problem });
    }
  }
  return unsent;
}
