import { markedParts } from '@xiangyin/document';

/** A text with the searched words marked. */
export const Marked = ({ text, words }: { text: string; words: readonly string[] }) => (
  <>{markedParts(text, words).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</>
);
