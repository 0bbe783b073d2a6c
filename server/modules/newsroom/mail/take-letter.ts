import { limits, withoutForbidden } from '@xiangyin/document';
import type { Block, StoryText } from '@xiangyin/document';
import { storeDocument, storePicture } from '#media';
import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { sha256 } from '#platform/canonical';
import { newId } from '#platform/ids';
import { Refusal, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { Attachment, Email } from 'postal-mime';
import { addComment } from '../comments/add-comment.ts';
import { storyHref } from '../story/story-hrefs.ts';
import { storyForUpdate } from '../story/story-queries.ts';
import { submitStory } from '../story/submit-story.ts';
import { writeStory } from '../story/write-story.ts';
import { sendVoiceNote } from '../voice/send-voice-note.ts';
import { soundType } from '../voice/sound-type.ts';
import type { KnownSender } from './known-sender.ts';
import { readLetterDocuments, versionOf } from './letter-documents.ts';
import { letterText } from './letter-text.ts';

/** A letter of somebody who may hand it in. */
export interface Letter {
  readonly key: string;
  readonly uidValidity: string;
  readonly uid: number;
  readonly sectionId: string;
  readonly sender: KnownSender;
}

interface LetterRow {
  readonly id: string;
  readonly outcome: 'begun' | 'taken' | 'refused';
  readonly storyId: string | null;
}

const mostPictures = 20;
const mostDocuments = 10;

/** Makes a submission of a letter, as if it had been sent from the phone: its text and that of its Word files, its pictures, what was said into a telephone; its documents (Word, PDF) are kept in the library, and whatever else lies in it stays in the mailbox: a comment names both. Once, whatever happens: what was begun is gone on with. `parsed` null: it is too large to be fetched.
 *  Not to be called inside a transaction: it writes files. What cannot be taken is noted and told to its sender; anything unforeseen is thrown, to be tried again. */
export async function takeLetter(ctx: Ctx, letter: Letter, parsed: Email | null): Promise<void> {
  const before = await ctx.transaction((tx) => letterByKey(tx, letter.key));
  if (before && before.outcome !== 'begun') return;
  try {
    if (!parsed) return refuse('LetterTooLarge');
    const begun = before?.storyId ? { storyId: before.storyId, read: [] } : await beginStory(ctx, letter, parsed);
    const { storyId } = begun;
    const sounds = await addSounds(ctx, letter.sender.actor, storyId, parsed.attachments);
    const { kept, left } = await keepDocuments(ctx, letter.sender, parsed.attachments);
    const others = { kept, left: [...sounds, ...left], read: begun.read };
    await ctx.transaction((tx) => handIn(tx, letter, storyId, others));
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    await ctx.transaction((tx) => noteRefused(tx, letter, error.code));
  }
}

/** A begun story, and which Word files were read into it. */
interface Begun {
  readonly storyId: string;
  readonly read: readonly string[];
}

async function beginStory(ctx: Ctx, letter: Letter, parsed: Email): Promise<Begun> {
  const { actor, placeId } = letter.sender;
  const said = letterText(parsed);
  const written = await readLetterDocuments(ctx, actor, parsed.attachments, bytesOf);
  const isSaid = said.title !== '';
  // The heading that becomes the headline does not stand in the text once more.
  const own = !isSaid && written.blocks[0]?.type === 'heading' ? written.blocks.slice(1) : written.blocks;
  const blocks = [...said.blocks, ...own];
  if (blocks.length === 0) refuse('LetterEmpty');
  const title = isSaid ? said.title : Array.from(written.title).slice(0, limits.titleCharacters).join('');
  const language = said.blocks.length > 0 || isSaid ? said.language : languageOf(blocks);
  const { figures, left } = await storePictures(ctx, actor, parsed.attachments);
  const text: StoryText = {
    v: versionOf(blocks),
    language,
    title,
    deck: '',
    body: { type: 'doc', content: [...blocks, ...figures] },
  };
  return ctx.transaction(async (tx) => {
    // Another process may have begun the same letter: the key lets one in.
    const id = await noteLetter(tx, letter, 'begun', null);
    const known = id ? undefined : await letterByKey(tx, letter.key);
    if (known) return { storyId: known.storyId ?? refuse('Conflict'), read: [] };
    const story = await writeStory(ctx, actor, {
      kind: 'story',
      language,
      sectionId: letter.sectionId,
      placeIds: [placeId],
      text,
    });
    await tx.named(
      'newsroom.letter-story',
      'update newsroom.letters set story_id = $3 where county_id = $1 and id = $2',
      [tx.countyId, id, story.id],
    );
    // Whoever goes on with a letter that was begun does not look at its pictures again: said here, it stands with the story.
    await say(tx, actor, story.id, wordsFor(tx, 'left-behind', left));
    return { storyId: story.id, read: written.names };
  });
}

const languageOf = (blocks: readonly Block[]): 'zh-CN' | 'en' =>
  /\p{Script=Han}/u.test(JSON.stringify(blocks)) ? 'zh-CN' : 'en';

const isPicture = ({ mimeType }: Attachment): boolean =>
  /^image\/(jpeg|png|webp|gif|heic|heif|avif|tiff)$/.test(mimeType);
const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);

/** The pictures of a letter as they stand in its text, and the names of those that could not be taken. */
interface Pictures {
  readonly figures: readonly Block[];
  readonly left: readonly string[];
}

// A picture that cannot be read, or is one too many, is named with what was left behind; the letter goes on.
async function storePictures(ctx: Ctx, actor: Actor, attachments: readonly Attachment[]): Promise<Pictures> {
  const [figures, left]: [Block[], string[]] = [[], []];
  for (const [at, one] of attachments.filter(isPicture).entries()) {
    const alt = altOf(one.filename) ?? ctx.app.wording.say(ctx.language, 'newsroom.letter.picture', { number: at + 1 });
    const stored =
      at < mostPictures
        ? await takenUnlessRefused(storePicture(ctx, actor, { bytes: bytesOf(one), alt, credit: '' }))
        : null;
    if (!stored) left.push(nameOf(one));
    else {
      const { hash, width, height } = stored;
      figures.push({ type: 'figure', attrs: { hash, alt, caption: '', credit: '', width, height } });
    }
  }
  return { figures, left };
}

/** What was taken; null where it was refused. Anything unforeseen is thrown, to be tried again. */
async function takenUnlessRefused<T>(taking: Promise<T>): Promise<T | null> {
  try {
    return await taking;
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    return null;
  }
}

const nameOf = ({ filename, mimeType }: Attachment): string =>
  withoutForbidden((filename ?? mimeType).replace(/[\\/]/g, '_')).slice(0, 80);

// Names that people gave say what is to be seen; those of cameras and programs do not.
const altOf = (filename: string | null): string | undefined => {
  const name = (filename ?? '').replace(/\.\w{2,5}$/, '').trim();
  return /\p{Script=Han}{2}/u.test(name) && !/^(微信图片|屏幕截图|图片|截图|照片)/u.test(name)
    ? name.slice(0, 100)
    : undefined;
};

// The ids follow from story and sound, so that a letter gone on with sends none twice. Answers the names of those that could not be taken.
async function addSounds(
  ctx: Ctx,
  actor: Actor,
  storyId: string,
  attachments: readonly Attachment[],
): Promise<string[]> {
  const left: string[] = [];
  for (const one of attachments.filter((each) => soundType(bytesOf(each)) !== undefined)) {
    const bytes = bytesOf(one);
    const hex = sha256(`${storyId} ${sha256(bytes)}`);
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    if (!(await takenUnlessRefused(sendVoiceNote(ctx, actor, { id, storyId, bytes, seconds: 0 }))))
      left.push(nameOf(one));
  }
  return left;
}

/** What became of the attachments that are no part of the text, by name. */
interface Others {
  readonly kept: readonly string[];
  readonly left: readonly string[];
}

// Known by their bytes; a document with macros, and what nobody here can name, stays where it is. Gone on with, the same bytes are the same material.
async function keepDocuments(
  ctx: Ctx,
  { actor, placeId }: KnownSender,
  attachments: readonly Attachment[],
): Promise<Others> {
  const [kept, left]: [string[], string[]] = [[], []];
  for (const one of attachments.filter((each) => !isPicture(each) && soundType(bytesOf(each)) === undefined)) {
    const name = nameOf(one);
    const storing = kept.length < mostDocuments && storeDocument(ctx, actor, { bytes: bytesOf(one), name, placeId });
    if (storing && (await takenUnlessRefused(storing))) kept.push(name);
    else left.push(name);
  }
  return { kept, left };
}

async function handIn(tx: Tx, letter: Letter, storyId: string, others: Others & Pick<Begun, 'read'>): Promise<void> {
  const { actor } = letter.sender;
  const story = await storyForUpdate(tx, storyId);
  // Two processes may read the mailbox at once: the one that comes second finds it done.
  if ((await letterByKey(tx, letter.key))?.outcome !== 'begun') return;
  const said = [
    wordsFor(tx, 'kept', others.kept),
    wordsFor(tx, 'read', others.read),
    wordsFor(tx, 'left-behind', others.left),
  ];
  await say(tx, actor, storyId, said.filter((words) => words !== '').join('\n'));
  if (story.state === 'draft') await submitStory(tx.ctx, actor, { storyId, version: story.version });
  await settle(tx, letter.key, 'taken', null);
  await audit(tx, actor, { act: 'letter.take', noun: 'story', subjectId: storyId, placeId: letter.sender.placeId });
  await notify(tx, {
    personIds: [actor.id],
    kind: 'letter.taken',
    subjectId: storyId,
    href: storyHref(storyId),
    dedupeKey: `letter:${letter.key}`,
  });
}

const wordsFor = (tx: Tx, what: 'kept' | 'read' | 'left-behind', names: readonly string[]): string =>
  names.length === 0
    ? ''
    : tx.ctx.app.wording.say(tx.ctx.language, `newsroom.letter.${what}`, {
        count: names.length,
        names: names.join('、'),
      });

// Beside the text, for the desk and for whoever sent it.
async function say(tx: Tx, actor: Actor, storyId: string, words: string): Promise<void> {
  if (words === '') return;
  const about = { storyId, part: 'body' as const, quote: '', before: '', after: '', anchor: null, mentions: [] };
  await addComment(tx.ctx, actor, { ...about, words: words.slice(0, 1_000) });
}

// What was begun stays a draft of its sender: nothing that they wrote is lost.
async function noteRefused(tx: Tx, letter: Letter, code: string): Promise<void> {
  if (!(await noteLetter(tx, letter, 'refused', code))) await settle(tx, letter.key, 'refused', code);
  await notify(tx, {
    personIds: [letter.sender.actor.id],
    kind: 'letter.refused',
    subjectId: letter.sender.actor.id,
    href: '/console/stories',
    dedupeKey: `letter:${letter.key}`,
  });
}

async function letterByKey(tx: Tx, key: string): Promise<LetterRow | undefined> {
  const [row] = await tx.named<LetterRow>(
    'newsroom.letter-by-key',
    'select id, outcome, story_id as "storyId" from newsroom.letters where county_id = $1 and letter_key = $2',
    [tx.countyId, key],
  );
  return row;
}

async function noteLetter(
  tx: Tx,
  letter: Letter,
  outcome: 'begun' | 'refused',
  why: string | null,
): Promise<string | null> {
  const [row] = await tx.named<{ id: string }>(
    'newsroom.note-letter',
    `insert into newsroom.letters (county_id, id, letter_key, sender_id, uid_validity, uid, outcome, why, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (county_id, letter_key) do nothing returning id`,
    [
      tx.countyId,
      newId<'letter'>(),
      letter.key,
      letter.sender.actor.id,
      letter.uidValidity,
      letter.uid,
      outcome,
      why,
      tx.at,
    ],
  );
  return row?.id ?? null;
}

const settle = (tx: Tx, key: string, outcome: 'taken' | 'refused', why: string | null): Promise<unknown> =>
  tx.named(
    'newsroom.settle-letter',
    `update newsroom.letters set outcome = $3, why = $4 where county_id = $1 and letter_key = $2 and outcome = 'begun'`,
    [tx.countyId, key, outcome, why],
  );
