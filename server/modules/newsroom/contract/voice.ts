import { z } from 'zod';

/** A voice note of a story. Its sound is at `/stories/:id/voice-notes/:noteId`. */
export const voiceNoteView = z.strictObject({
  id: z.uuid(),
  mediaType: z.enum(['audio/webm', 'audio/mp4', 'audio/ogg']),
  bytes: z.int(),
  seconds: z.int(),
  sentBy: z.strictObject({ id: z.uuid(), name: z.string() }),
  sentAt: z.iso.datetime(),
  /** Whether the asker may take it away. */
  mayRemove: z.boolean(),
});
export type VoiceNoteView = z.infer<typeof voiceNoteView>;
/** Oldest first. */
export const voiceNoteListView = z.strictObject({ items: z.array(voiceNoteView) });
export const voiceNoteParams = z.strictObject({ id: z.uuid(), noteId: z.uuid() });
/** The fields sent before the file. */
export const voiceNoteWords = z.strictObject({
  /** Made on the device that recorded it. */
  id: z.uuid(),
  seconds: z.coerce.number().int().min(1).max(600),
});
