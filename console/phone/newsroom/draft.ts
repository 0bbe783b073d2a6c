import type { Block } from '@xiangyin/document';
import type { FindingDismissalView, MachineMark, MaterialKind, NoticeLevel } from '@xiangyin/server/contract';
import { allOf, put, remove, taken } from '../kit/device-store.ts';
import type { Language } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';

/** What may be said of a picture or an attachment, and need not be. */
export interface DraftSaid {
  /** Who made it. */
  readonly credit: string;
  /** 生成合成: AI made it, or changed what is to be seen or heard; left out or null: it did not. */
  readonly machine?: MachineMark | null;
  /** Who of those to be seen or heard agreed by word of mouth: names, with a comma of either script or 、 between them. Left out or empty: nothing is said, or the server has it. */
  readonly agreed?: string;
}

/** A picture as it lies in a draft: small enough for a slow line, its bytes on this phone until the server has them. */
export interface DraftPicture extends DraftSaid {
  readonly id: string;
  /** JPEG; absent once the server has it and the bytes are no longer needed here. */
  readonly bytes: ArrayBuffer | null;
  /** SHA-256 under which the server keeps it; null until it is there. */
  readonly hash: string | null;
  readonly width: number;
  readonly height: number;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  readonly caption: string;
}

/** A stretch of a draft: paragraphs as typed, a picture, or a block that only the large console can change (a list, a box) and that stays as it is.
 *  Words and other parts take turns, words first and last. */
export type DraftPart =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'picture'; readonly picture: DraftPicture }
  | { readonly kind: 'fixed'; readonly block: Block };

/** Something said beside a text; its bytes stay on this phone until the server has them. */
export interface DraftVoice {
  /** Made here: the server knows it under the same id, so it arrives once. */
  readonly id: string;
  /** Absent once the server has it. */
  readonly bytes: ArrayBuffer | null;
  readonly mediaType: string;
  readonly seconds: number;
  readonly hasArrived: boolean;
}

/** A film, a sound or a document that goes with a text; its bytes lie apart (`outbox/attachment.ts`) and follow the text. */
export interface DraftAttachment extends DraftSaid {
  /** Made here: the server knows it under the same id, so it arrives once. */
  readonly id: string;
  /** As this phone takes it to be. */
  readonly kind: MaterialKind;
  readonly name: string;
  readonly bytes: number;
  /** Null for a document, and where this phone cannot tell. */
  readonly seconds: number | null;
}

/** A finding that stays as it is: why, in one of the usual words or one's own. */
export interface LeftFinding {
  readonly check: FindingDismissalView['check'];
  readonly key: string;
  readonly reason: FindingDismissalView['reason'];
  readonly remark: string;
}

/** A text on this phone. */
export interface Draft {
  readonly id: string;
  readonly personId: string;
  readonly savedAt: string;
  readonly language: Language;
  readonly title: string;
  /** 导语; only stories that came with one have it. */
  readonly deck: string;
  readonly parts: readonly DraftPart[];
  /** Absent in drafts that were begun before phones recorded. */
  readonly voices?: readonly DraftVoice[];
  /** Absent in drafts that were begun before phones sent attachments. */
  readonly attachments?: readonly DraftAttachment[];
  readonly sectionId: string | null;
  readonly placeId: string | null;
  /** Left out: an ordinary story. */
  readonly kind?: 'story' | 'notice';
  /** Of a notice; null or left out: an ordinary one. */
  readonly level?: NoticeLevel | null;
  /** Of a notice: until when it holds. */
  readonly validUntil?: string | null;
  /** What the source asks: nothing of it before `until`. */
  readonly embargo?: { readonly until: string; readonly source: string } | null;
  /** 急稿: handed in by the urgent way. */
  readonly isUrgent?: boolean;
  /** What the checks found and its writer leaves as it is, each with why; told to the desk with the text. */
  readonly left?: readonly LeftFinding[];
  /** The story on the server that this changes (one that came back), and the version it was read at; null: a new one. */
  readonly revises: { readonly storyId: string; readonly version: number } | null;
}

/** An empty draft. */
export const newDraft = (personId: string, language: Language): Draft => ({
  id: newId(),
  personId,
  savedAt: new Date().toISOString(),
  language,
  title: '',
  deck: '',
  parts: [{ kind: 'words', words: '' }],
  voices: [],
  sectionId: null,
  placeId: null,
  revises: null,
});

/** Whether there is anything in it. */
export const isEmpty = (draft: Draft): boolean =>
  draft.title.trim() === '' &&
  (draft.voices ?? []).length === 0 &&
  (draft.attachments ?? []).length === 0 &&
  draft.parts.every((part) => part.kind === 'words' && part.words.trim() === '');

/** Keeps the draft on this phone. */
export const keepDraft = (draft: Draft): Promise<unknown> => put('drafts', draft.id, draft);
/** Forgets the draft: it was handed in, or given up. */
export const forgetDraft = (id: string): Promise<unknown> => remove('drafts', id);
/** What opens under this id: the draft that lies there, or a fresh one where none does. Null: somebody else's lies there, who uses this phone too. */
export async function draftToOpen(id: string, personId: string, language: Language): Promise<Draft | null> {
  const lying = (await taken('drafts', id)) as Draft | undefined;
  if (!lying) return { ...newDraft(personId, language), id };
  return lying.personId === personId ? lying : null;
}
/** The person's drafts on this phone, the latest first. */
export async function draftsOf(personId: string): Promise<Draft[]> {
  const drafts = (await allOf('drafts')) as Draft[];
  return drafts.filter((draft) => draft.personId === personId).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}
/** Forgets what was written on this phone at a story of the desk: it goes with the draft that is put aside there. */
export async function forgetChangesTo(storyId: string, personId: string): Promise<void> {
  for (const draft of await draftsOf(personId)) if (draft.revises?.storyId === storyId) await forgetDraft(draft.id);
}
