import { escapeHtml } from '@xiangyin/document';
import type { PageRecording, ShownMaterial } from '../page-contract.ts';
import { publicFiles } from './address.ts';
import type { Material } from './material-queries.ts';

const ownName = { 'zh-CN': '中文', en: 'English' } as const;

/** A recording as pages play it; null for a document, and while it is not ready. */
export function pageRecording(material: Material): PageRecording | null {
  if (material.kind === 'document' || material.state !== 'ready') return null;
  const files = publicFiles(material);
  const fileOf = (part: string) => files.filter((file) => file.part === part);
  const large = fileOf('1080p').map(({ path }) => ({ src: path, type: 'video/mp4', media: null }));
  // Browsers that know no `media` here take the first: the one for phones and slow lines.
  const small = fileOf('480p').map(({ path }) => ({
    src: path,
    type: 'video/mp4',
    media: large.length > 0 ? '(max-width: 50rem)' : null,
  }));
  const sound = fileOf('audio').map(({ path, mediaType }) => ({ src: path, type: mediaType, media: null }));
  return {
    kind: material.kind,
    title: material.title,
    sources: [...small, ...large, ...sound],
    tracks: material.subtitles.flatMap(({ language }) =>
      fileOf(language).map(({ path }) => ({ src: path, language, label: ownName[language] })),
    ),
    poster: fileOf('poster')[0]?.path ?? null,
    width: material.width ?? 0,
    height: material.height ?? 0,
    seconds: Math.round((material.durationMilliseconds ?? 0) / 1_000),
    shape: material.kind === 'audio' && material.peaks.length > 0 ? shapeOf(material.peaks) : null,
  };
}

// A quiet recording is drawn as tall as a loud one: it is played as loud.
function shapeOf(peaks: readonly number[]): { path: string; bars: number } {
  const tallest = Math.max(1, ...peaks);
  const half = (peak: number): number => Math.max(1, Math.round((peak / tallest) * 48));
  return {
    path: peaks.map((peak, at) => `M${at * 4 + 2} ${50 - half(peak)}v${2 * half(peak)}`).join(''),
    bars: peaks.length,
  };
}

/** A paragraph that is nothing but a link to a material: the recording, played without a script, or the link to a document with what must be said beside it. Null where the paragraph stays as it is.
 *  Its only words are those of the link, as they were signed, beside what a machine did and other ways to have it. */
export function loneLinkHtml({ recording, machine, otherwise }: ShownMaterial, linkHtml: string): string | null {
  const note = machine ? noteHtml(escapeHtml(machine.words)) : '';
  const ways = otherwise.map(({ href, words }) => noteHtml(`<a ${attributes({ href })}>${escapeHtml(words)}</a>`));
  if (recording) return playerHtml(recording, [linkHtml, note, ...ways].join(''));
  return note ? `<p>${linkHtml}${note}</p>` : null;
}

const noteHtml = (inside: string): string => ` <small class="picture-note">${inside}</small>`;

function playerHtml(recording: PageRecording, caption: string): string {
  const { kind, title, sources, tracks, poster, width, height, shape } = recording;
  const inside = [
    ...sources.map((one) => `<source ${attributes({ src: one.src, type: one.type, media: one.media })}>`),
    ...tracks.map(
      (one) => `<track ${attributes({ kind: 'captions', src: one.src, srclang: one.language, label: one.label })}>`,
    ),
  ].join('');
  const player =
    kind === 'video'
      ? `<video controls playsinline preload="none" ${attributes({ poster, width: String(width), height: String(height), 'aria-label': title })}>${inside}</video>`
      : `<audio controls preload="none" ${attributes({ 'aria-label': title })}>${inside}</audio>`;
  const drawn = shape
    ? `<svg class="waveform" viewBox="0 0 ${shape.bars * 4} 100" preserveAspectRatio="none" aria-hidden="true"><path d="${shape.path}"/></svg>`
    : '';
  return `<figure class="recording">${drawn}${player}<figcaption>${caption}</figcaption></figure>`;
}

const attributes = (all: Readonly<Record<string, string | null>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}="${escapeHtml(value)}"`]))
    .join(' ');
