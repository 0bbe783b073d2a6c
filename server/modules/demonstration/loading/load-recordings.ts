import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setSubtitles, storeConverted } from '#media';
import type { Actor } from '#platform/actor';
import { placeByCode } from '#places';
import { refuse } from '#platform/refuse';
import { placeByName } from '../content/places.ts';
import { demonstrationRecordings } from '../content/recordings.ts';
import type { RecordingContent } from '../content/recordings.ts';
import type { Teller } from './teller.ts';

const folder = join(import.meta.dirname, '..', 'recordings');

/** The recordings that stand in stories, ready to be played: whoever looks at the demonstration needs no FFmpeg. To be loaded before the stories; the same file again is the same material. */
export async function loadRecordings(teller: Teller): Promise<void> {
  for (const one of demonstrationRecordings) if (!teller.has(`material:${one.key}`)) await send(teller, one);
}

/** How the text of a story names its recording; null for a story without one. */
export function recordingLink(story: string, language: 'zh' | 'en'): { href: string; words: string } | null {
  const one = demonstrationRecordings.find((recording) => recording.story === story);
  if (!one) return null;
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, one.file)))
    .digest('hex');
  return { href: `/materials/${hash}`, words: one[language].link };
}

async function send(teller: Teller, one: RecordingContent): Promise<void> {
  teller.hoursAgo(one.hoursAgo);
  const { actor, placeId } = await teller.ctx.transaction(async (tx) => ({
    actor: await teller.actor(tx, one.by),
    placeId: (placeByCode(tx, placeByName(one.placeName).code) ?? refuse('NotFound')).id,
  }));
  const work = await mkdtemp(join(tmpdir(), 'xiangyin-recordings-'));
  try {
    const id = await store(teller, actor, one, { work, placeId });
    for (const [language, told] of [
      ['zh-CN', one.zh],
      ['en', one.en],
    ] as const)
      await setSubtitles(teller.ctx, actor, id, { language, text: subtitles(told.lines) });
    await teller.once(`material:${one.key}`, () => Promise.resolve(id));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

// The store takes files away from where they are: it gets copies.
async function store(
  teller: Teller,
  actor: Actor,
  one: RecordingContent,
  { work, placeId }: { work: string; placeId: string },
): Promise<string> {
  const copied = async (file: string, as: string): Promise<string> => {
    await copyFile(join(folder, file), join(work, as));
    return join(work, as);
  };
  const isVideo = one.kind === 'video';
  const mediaType = isVideo ? 'video/mp4' : 'audio/mp4';
  const size = { width: isVideo ? one.width : null, height: isVideo ? one.height : null };
  const path = await copied(one.file, 'sent');
  return storeConverted(
    teller.ctx,
    actor,
    {
      path,
      kind: { kind: one.kind, mediaType, format: 'mov' },
      name: one.name,
      bytes: (await stat(path)).size,
      caption: '',
      credit: one.credit,
      rightsHolder: one.rightsHolder,
      licence: one.licence,
      placeId,
    },
    {
      kind: one.kind,
      seconds: one.seconds,
      width: one.width,
      height: one.height,
      peaks: one.peaks,
      files: [
        { name: isVideo ? '480p' : 'audio', path: await copied(one.file, 'made'), mediaType, ...size },
        ...(one.poster
          ? [{ name: 'poster' as const, path: await copied(one.poster, 'poster'), mediaType: 'image/jpeg', ...size }]
          : []),
      ],
    },
  );
}

const at = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(11, 23);

const subtitles = (lines: RecordingContent['zh']['lines']): string =>
  `WEBVTT\n\n${lines.map(([from, until, words]) => `${at(from)} --> ${at(until)}\n${words}\n`).join('\n')}`;
