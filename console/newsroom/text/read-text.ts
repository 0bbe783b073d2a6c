import { parseStoryText, type StoryText } from '@xiangyin/document';

/** A text of the record as the document package knows it; a text that is no text is an error of the server's. */
export function readText(value: unknown): StoryText {
  const parsed = parseStoryText(value, { draft: true });
  if (!parsed.ok)
    throw new Error(
      `The server sent a text that cannot be read: ${parsed.errors[0]?.path ?? ''} ${parsed.errors[0]?.code ?? ''}`,
    );
  return parsed.text;
}
