import { act } from '../kit/api.ts';
import { sendStory } from '../newsroom/send-story.ts';
import type { Entry } from './entry.ts';

/** Sends one entry. Resolves when the server has it; throws Problem. */
export function sendEntry(entry: Entry): Promise<unknown> {
  if (entry.act.kind === 'submit-story') return sendStory(entry, entry.act);
  return act('POST', entry.act.path, entry.act.body, entry.id);
}
