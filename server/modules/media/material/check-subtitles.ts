import { refuse } from '#platform/refuse';

const time = /(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})/;
const timing = new RegExp(`^${time.source}[ \\t]+-->[ \\t]+${time.source}(?:[ \\t]+\\S.*)?$`);

/** Looks subtitles through and answers them as WebVTT with how many cues they have. SRT, as most programs write it, is made WebVTT. Styles, regions and notes are left out: they are not words.
 *  Refuses: SubtitlesUnreadable (422) with the line (from 1) that is wrong. */
export function checkSubtitles(text: string): { text: string; cues: number } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split('\n');
  const isWebVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const blocks = blocksOf(lines, isWebVtt ? 1 : 0);
  const cues = blocks.flatMap(({ at, block }) => cueOf(block, at, isWebVtt));
  if (cues.length === 0) refuse('SubtitlesUnreadable', { line: 1 });
  return { text: `WEBVTT\n\n${cues.join('\n\n')}\n`, cues: cues.length };
}

function blocksOf(lines: readonly string[], from: number): { at: number; block: string[] }[] {
  const blocks: { at: number; block: string[] }[] = [];
  let block: string[] = [];
  lines.slice(from).forEach((line, index) => {
    if (line.trim() === '') block = [];
    else {
      if (block.length === 0) blocks.push({ at: from + index + 1, block });
      block.push(line);
    }
  });
  return blocks;
}

function cueOf(block: readonly string[], at: number, isWebVtt: boolean): string[] {
  if (isWebVtt && /^(NOTE|STYLE|REGION)\b/.test(block[0] ?? '')) return [];
  // The head may go on in the lines below the first.
  if (isWebVtt && at === 2 && !block.some((line) => line.includes('-->'))) return [];
  const where = block.findIndex((line) => line.includes('-->'));
  if (where < 0 || where > 1) refuse('SubtitlesUnreadable', { line: at });
  const head = (block[where] ?? '').trim().replace(/(\d),(\d{3})/g, '$1.$2');
  const read = timing.exec(head);
  const [, ...parts] = read ?? [];
  const [from, to] = [secondsOf(parts.slice(0, 4)), secondsOf(parts.slice(4, 8))];
  const words = block.slice(where + 1);
  if (!read || to <= from || words.length === 0) refuse('SubtitlesUnreadable', { line: at + where });
  return [[head, ...words.map(plain)].join('\n')];
}

const secondsOf = ([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: readonly string[]): number =>
  Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1_000;

// Only what stands for a voice or stress is known to players; whatever else looks like markup is shown as it was typed.
const plain = (line: string): string =>
  line.replace(/<(?!\/?[biu]>|v [^<>]{1,60}>|\/v>)/g, '&lt;').replaceAll('-->', '→');
