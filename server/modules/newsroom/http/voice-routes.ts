import type { FastifyRequest } from 'fastify';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustBeCleanBody } from '#platform/http/body';
import { fieldProblems } from '#platform/http/problem';
import { Raw, route } from '#platform/http/route';
import { mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { z } from 'zod';
import { storyParams, voiceNoteListView, voiceNoteParams, voiceNoteView, voiceNoteWords } from '../contract.ts';
import type { VoiceNoteView } from '../contract.ts';
import { storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { mayRemoveNote, removeVoiceNote } from '../voice/remove-voice-note.ts';
import { sendVoiceNote } from '../voice/send-voice-note.ts';
import type { NewVoiceNote } from '../voice/send-voice-note.ts';
import { heardNote, voiceNotesOf } from '../voice/voice-queries.ts';
import type { VoiceNote } from '../voice/voice-queries.ts';

/** What is said into a telephone beside a text. */
export const voiceRoutes = [
  route({
    method: 'POST',
    path: '/stories/:id/voice-notes',
    ability: 'signed-in',
    summary:
      'Keeps a voice note with a story (Opus in WebM or Ogg, AAC in MP4, at most 5 MB); fields: id, seconds, then file. The same id again is the same note, so no key is needed.',
    accepts: 'multipart',
    idempotency: 'none',
    perMinute: 60,
    params: storyParams,
    answer: voiceNoteView,
    refuses: ['NotFound', 'Forbidden', 'Conflict', 'TooLarge', 'NotASound', 'TooManyVoiceNotes', 'DiskFull'],
    handle: async ({ ctx, actor, params, request }) => {
      const note = await sendVoiceNote(ctx, actor, await sentNote(request, params.id));
      return ctx.transaction(async (tx) => {
        const [view] = await viewsOf(tx, actor, await storyById(tx, params.id), [note]);
        return found(view);
      });
    },
  }),
  route({
    method: 'GET',
    path: '/stories/:id/voice-notes',
    ability: 'signed-in',
    summary: 'The voice notes of a story, oldest first.',
    params: storyParams,
    answer: voiceNoteListView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        const story = await storyById(tx, params.id);
        mustSee(tx, actor, 'story.read', story);
        return { items: await viewsOf(tx, actor, story, await voiceNotesOf(tx, story.id)) };
      }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/voice-notes/:noteId',
    ability: 'signed-in',
    summary: 'The sound of a voice note.',
    params: voiceNoteParams,
    answer: z.string(),
    answerType: 'audio/webm',
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => {
      const note = await ctx.transaction(async (tx) => {
        mustSee(tx, actor, 'story.read', await storyById(tx, params.id));
        return heardNote(tx, params.id, params.noteId);
      });
      const bytes = found(await ctx.app.files.read(ctx.county.id, note.fileHash));
      return new Raw(note.mediaType, bytes, {
        'cache-control': 'private, no-store',
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  }),
  route({
    method: 'DELETE',
    path: '/stories/:id/voice-notes/:noteId',
    ability: 'signed-in',
    summary: 'Takes a voice note away: the sender’s own, or by whoever may write at the text.',
    params: voiceNoteParams,
    answer: null,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) => removeVoiceNote(ctx, actor, { storyId: params.id, noteId: params.noteId }),
  }),
];

async function viewsOf(tx: Tx, actor: Actor, story: StoryRow, notes: readonly VoiceNote[]): Promise<VoiceNoteView[]> {
  const names = await displayNames(
    tx,
    notes.map((note) => note.sentBy),
  );
  return notes.map((note) => ({
    id: note.id,
    mediaType: note.mediaType,
    bytes: note.bytes,
    seconds: note.seconds,
    sentBy: { id: note.sentBy, name: names.get(note.sentBy) ?? '' },
    sentAt: note.sentAt.toISOString(),
    mayRemove: mayRemoveNote(tx, actor, story, note),
  }));
}

async function sentNote(request: FastifyRequest, storyId: string): Promise<NewVoiceNote> {
  const part = await request.file().catch(brokenForm);
  if (!part) refuse('BadRequest', {}, [{ path: '/file', code: 'required' }]);
  const bytes = await part.toBuffer().catch(brokenForm);
  const words: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(part.fields))
    if (field && !Array.isArray(field) && field.type === 'field') words[name] = field.value;
  mustBeCleanBody(words);
  const parsed = voiceNoteWords.safeParse(words, { reportInput: true });
  if (!parsed.success) refuse('BadRequest', {}, fieldProblems(parsed.error, ''));
  return { ...parsed.data, storyId, bytes };
}

// The parser of forms throws bare errors for a body that is cut off or has no boundary; those it knows carry a status.
function brokenForm(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error) throw error;
  refuse('BadRequest', {}, [{ path: '/file', code: 'invalid' }]);
}
