/** What a step is called; its code where there is no word: the record is never hidden for want of one. */
export const stepWords = (words: { readonly steps: Readonly<Record<string, string>> }, step: string): string =>
  words.steps[step] ?? step;
