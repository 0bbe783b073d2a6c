import { textHash, type StoryText } from '@xiangyin/document';
import type { PictureView, StoryView } from '@xiangyin/server/contract';
import { act, read } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { isAboutSession, mayPass, Problem } from '../kit/problem.ts';
import type { Entry, StoryAct } from '../outbox/entry.ts';
import { letAttachmentsFollow } from '../outbox/attachment.ts';
import { keepEntry } from '../outbox/outbox.ts';
import { attachmentsSoon } from '../outbox/send-attachments.ts';
import type { Draft, DraftAttachment, DraftPicture, DraftVoice, LeftFinding } from './draft.ts';
import { textOf } from './draft-text.ts';
import { withVoice } from './edit-parts.ts';
import { sendConsents } from './send-consents.ts';

/** Brings a text to the server: pictures, then the text, what was said and which attachments follow, then its submission; the attachments themselves go on by themselves. Each step that has arrived is written down before the next begins, so that a broken line costs at most one picture. */
export async function sendStory(entry: Entry, story: StoryAct): Promise<void> {
  let now = story;
  const keep = async (next: StoryAct) => {
    now = next;
    await keepEntry({ ...entry, act: next });
  };
  for (const part of now.draft.parts) {
    if (part.kind !== 'picture') continue;
    let { picture } = part;
    if (picture.hash === null) {
      picture = await sendPicture(picture);
      await keep({ ...now, draft: withPicture(now.draft, picture) });
    }
    if (!picture.agreed) continue;
    await sendConsents(`/pictures/${picture.hash ?? ''}`, picture.agreed, picture.id);
    await keep({ ...now, draft: withPicture(now.draft, { ...picture, agreed: '' }) });
  }
  if (now.stored === null) await keep({ ...now, stored: await storeText(entry, now.draft) });
  const stored = now.stored;
  for (const voice of now.draft.voices ?? []) {
    if (!stored || voice.hasArrived || !voice.bytes) continue;
    await sendVoice(stored.storyId, voice, voice.bytes);
    await keep({ ...now, draft: withSent(now.draft, voice) });
  }
  const attachments = now.draft.attachments ?? [];
  if (stored) for (const attachment of attachments) await tellAttachment(stored.storyId, attachment);
  if (stored) for (const one of now.draft.left ?? []) await tellLeft(stored.storyId, one);
  if (stored) await submit(stored, now.draft.isUrgent ?? false, `${entry.id}-submission`);
  if (!stored || attachments.length === 0) return;
  await letAttachmentsFollow(attachments, stored.storyId, entry.title);
  attachmentsSoon();
}

async function sendPicture(picture: DraftPicture): Promise<DraftPicture> {
  const form = new FormData();
  form.set('alt', picture.alt.trim());
  if (picture.caption.trim() !== '') form.set('caption', picture.caption.trim());
  if (picture.credit.trim() !== '') form.set('credit', picture.credit.trim());
  if (picture.machine) form.set('machine', picture.machine);
  form.set('file', new Blob([picture.bytes ?? new ArrayBuffer(0)], { type: 'image/jpeg' }), 'picture.jpg');
  const stored = await act<PictureView>('POST', '/files', form);
  return { ...picture, bytes: null, hash: stored.hash, width: stored.width, height: stored.height };
}

async function sendVoice(storyId: string, voice: DraftVoice, bytes: ArrayBuffer): Promise<void> {
  const form = new FormData();
  form.set('id', voice.id);
  form.set('seconds', String(voice.seconds));
  form.set('file', new Blob([bytes], { type: voice.mediaType }), 'voice');
  await act('POST', `/stories/${storyId}/voice-notes`, form);
}

// Told twice it is the same attachment. After the text has gone to review none is added, but then it was told before.
const tellAttachment = (storyId: string, { id, name, bytes, seconds }: DraftAttachment): Promise<unknown> =>
  act('POST', `/stories/${storyId}/attachments`, { id, name, bytes, seconds });

// Once is enough: the same word again changes nothing there. What the desk cannot use of it keeps no text from being handed in.
async function tellLeft(storyId: string, left: LeftFinding): Promise<void> {
  await act('POST', `/stories/${storyId}/finding-dismissals`, left, newId()).catch((error: unknown) => {
    if (mayPass(error) || isAboutSession(error)) throw error;
  });
}

const withSent = (draft: Draft, voice: DraftVoice): Draft => ({
  ...draft,
  voices: withVoice(draft.voices ?? [], { ...voice, bytes: null, hasArrived: true }),
});

const withPicture = (draft: Draft, picture: DraftPicture): Draft => ({
  ...draft,
  parts: draft.parts.map((part) =>
    part.kind === 'picture' && part.picture.id === picture.id ? { kind: 'picture', picture } : part,
  ),
});

async function storeText(entry: Entry, draft: Draft): Promise<NonNullable<StoryAct['stored']>> {
  const parsed = textOf(draft);
  if (!parsed.ok) throw new Problem('BadText', 422, say('write.bad-text'));
  if (draft.revises) return changeText(draft.revises, parsed.text);
  const body = {
    id: entry.id,
    ...kindOf(draft),
    language: draft.language,
    sectionId: draft.sectionId,
    placeIds: [draft.placeId],
    text: parsed.text,
    ...(draft.embargo ? { embargo: { ...draft.embargo, source: draft.embargo.source.trim() } } : {}),
  };
  const story = await act<StoryView>('POST', '/stories', body, entry.id);
  return { storyId: story.id, version: story.version };
}

// Whoever turned a notice back into a story may have chosen its level before.
const kindOf = ({ kind = 'story', level = null, validUntil = null }: Draft) =>
  kind === 'notice' ? { kind, level, validUntil } : { kind };

// When the answer to a change was lost on the way, the story already holds these very words.
async function changeText(
  { storyId, version }: NonNullable<Draft['revises']>,
  text: StoryText,
): Promise<NonNullable<StoryAct['stored']>> {
  try {
    const saved = await act<StoryView>('PUT', `/stories/${storyId}/text`, { version, text });
    return { storyId, version: saved.version };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'StaleVersion') throw error;
    const present = await read<StoryView>(`/stories/${storyId}`);
    if (present.textHash !== textHash(text)) throw error;
    return { storyId, version: present.version };
  }
}

// The answer may have been lost longer ago than the server remembers keys: then the story is on its way already.
async function submit(
  { storyId, version }: NonNullable<StoryAct['stored']>,
  isUrgent: boolean,
  key: string,
): Promise<void> {
  try {
    await act('POST', `/stories/${storyId}/submissions`, { version, ...(isUrgent ? { path: 'urgent' } : {}) }, key);
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'WrongState' && error.code !== 'Forbidden')) throw error;
    const { state } = await read<StoryView>(`/stories/${storyId}`);
    if (state === 'draft' || state === 'returned') throw error;
  }
}
