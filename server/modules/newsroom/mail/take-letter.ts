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
    await addSounds(ctx, letter.sender.actor, storyId, parsed.attachments);
    const others = await keepDocuments(ctx, letter.sender, parsed.attachments);
    await ctx.transaction((tx) => handIn(tx, letter, storyId, { ...others, read: begun.read }));
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
  const figures = await storePictures(ctx, actor, parsed.attachments);
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
    return { storyId: story.id, read: written.names };
  });
}

const languageOf = (blocks: readonly Block[]): 'zh-CN' | 'en' =>
  /\p{Script=Han}/u.test(JSON.stringify(blocks)) ? 'zh-CN' : 'en';

const isPicture = ({ mimeType }: Attachment): boolean =>
  /^image\/(jpeg|png|webp|gif|heic|heif|avif|tiff)$/.test(mimeType);
const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);

// A picture that cannot be read is named with what was left behind; the letter goes on.
async function storePictures(ctx: Ctx, actor: Actor, attachments: readonly Attachment[]): Promise<Block[]> {
  const figures: Block[] = [];
  for (const [at, one] of attachments.filter(isPicture).slice(0, mostPictures).entries()) {
    const alt = altOf(one.filename) ?? ctx.app.wording.say(ctx.language, 'newsroom.letter.picture', { number: at + 1 });
    try {
      const { hash, width, height } = await storePicture(ctx, actor, { bytes: bytesOf(one), alt, credit: '' });
      figures.push({ type: 'figure', attrs: { hash, alt, caption: '', credit: '', width, height } });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
    }
  }
  return figures;
}

// Names that people gave say what is to be seen; those of cameras and programs do not.
const altOf = (filename: string | null): string | undefined => {
  const name = (filename ?? '').replace(/\.\w{2,5}$/, '').trim();
  return /\p{Script=Han}{2}/u.test(name) && !/^(微信图片|屏幕截图|图片|截图|照片)/u.test(name)
    ? name.slice(0, 100)
    : undefined;
};

// The ids follow from story and sound, so that a letter gone on with sends none twice.
async function addSounds(ctx: Ctx, actor: Actor, storyId: string, attachments: readonly Attachment[]): Promise<void> {
  for (const one of attachments.filter((each) => soundType(bytesOf(each)) !== undefined)) {
    const bytes = bytesOf(one);
    const hex = sha256(`${storyId} ${sha256(bytes)}`);
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    try {
      await sendVoiceNote(ctx, actor, { id, storyId, bytes, seconds: 0 });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
    }
  }
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
    const name = withoutForbidden((one.filename ?? one.mimeType).replace(/[\\/]/g, '_')).slice(0, 80);
    if (kept.length < mostDocuments && (await isKept(ctx, actor, { bytes: bytesOf(one), name, placeId })))
      kept.push(name);
    else left.push(name);
  }
  return { kept, left };
}

async function isKept(ctx: Ctx, actor: Actor, sent: Parameters<typeof storeDocument>[2]): Promise<boolean> {
  try {
    await storeDocument(ctx, actor, sent);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    return false;
  }
}

async function handIn(tx: Tx, letter: Letter, storyId: string, others: Others & Pick<Begun, 'read'>): Promise<void> {
  const { actor } = letter.sender;
  const story = await storyForUpdate(tx, storyId);
  // Two processes may read the mailbox at once: the one that comes second finds it done.
  if ((await letterByKey(tx, letter.key))?.outcome !== 'begun') return;
  const said = (what: 'kept' | 'read' | 'left-behind', names: readonly string[]): string[] =>
    names.length === 0
      ? []
      : [
          tx.ctx.app.wording.say(tx.ctx.language, `newsroom.letter.${what}`, {
            count: names.length,
            names: names.join('、'),
          }),
        ];
  const words = [...said('kept', others.kept), ...said('read', others.read), ...said('left-behind', others.left)]
    .join('\n')
    .slice(0, 1_000);
  if (words !== '')
    await addComment(tx.ctx, actor, {
      storyId,
      part: 'body',
      quote: '',
      before: '',
      after: '',
      anchor: null,
      mentions: [],
      words,
    });
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
