import type { Writer, WriterAt } from './testing/writer.ts';
export { addTestAttachment } from './testing/attachment.ts';
export { addTestVoiceNote, aRecording } from './testing/voice.ts';
export { addSection, textOf } from './testing/text.ts';
export { TestImapServer } from './testing/imap-server.ts';
export { openDesk, refused, story } from './testing/desk.ts';
export { addTestContribution } from './testing/contribution.ts';
export { addTestInspection } from './testing/inspection.ts';
export type { Desk, SeenStory } from './testing/desk.ts';

/** Somebody at a story's text, in step with the desk. Loaded when asked for: no other test pays for the shared editor. */
export async function writerAt(storyId: string, at: WriterAt): Promise<Writer> {
  const { Writer: Made } = await import('./testing/writer.ts');
  return new Made(storyId, at).synced();
}
