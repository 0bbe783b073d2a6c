import { escapeHtml } from '@xiangyin/document';
import type { Ctx } from '#platform/transaction';
import type { Dossier } from './collect-dossier.ts';
import { folderOf } from './dossier-files.ts';
import { countyName, page, wordingOf } from './dossier-page.ts';
import type { Wording } from './dossier-page.ts';
import { countyKeyFingerprint } from './seal-bundle.ts';

/** A story in the index of a bundle. */
export interface IndexLine {
  readonly folder: string;
  readonly title: string;
  readonly section: string;
  readonly publishedAt: Date | null;
  readonly signatures: number;
  readonly editions: number;
  readonly valid: boolean;
}

/** The index's line of a dossier. */
export const lineOf = (dossier: Dossier): IndexLine => ({
  folder: folderOf(dossier),
  title: dossier.editions.at(-1)?.text.title ?? dossier.story.title,
  section: dossier.section,
  publishedAt: dossier.story.firstPublishedAt,
  signatures: dossier.signatures.length,
  editions: dossier.editions.length,
  valid: dossier.report.valid,
});

interface Contents {
  readonly madeAt: Date;
  readonly lines: readonly IndexLine[];
  /** How many pictures found no room in the bundle. */
  readonly picturesLeft: number;
  readonly inspection?: {
    readonly from: string;
    readonly until: string;
    readonly seed: string;
    readonly candidates: readonly string[];
    readonly days: readonly string[];
  };
}

/** The first page of a bundle: what it holds, how the sample was drawn, how to check it. Opens offline. */
export async function indexPage(ctx: Ctx, { madeAt, lines, inspection, picturesLeft }: Contents): Promise<string> {
  const wording = wordingOf(ctx);
  const { say, at } = wording;
  const title = say(inspection ? 'dossier.index' : 'dossier.index-one');
  const how = ['dossier.how-browser', 'dossier.how-command', 'dossier.how-what']
    .map((key) => `<li>${escapeHtml(say(key))}</li>`)
    .join('');
  return page(
    say('dossier.lang'),
    title,
    `<header><p class="meta">${escapeHtml(say('dossier.made', { county: countyName(ctx), at: at(madeAt) }))}</p><h1>${escapeHtml(title)}</h1></header>
${inspection ? sample(wording, inspection) : ''}
<section><h2>${escapeHtml(say('dossier.stories', { count: lines.length }))}</h2><ul class="stories">${lines.map((line) => row(wording, line)).join('')}</ul>${picturesLeft > 0 ? `<p>${escapeHtml(say('dossier.pictures-left', { count: picturesLeft }))}</p>` : ''}</section>
<section><h2>${escapeHtml(say('dossier.how'))}</h2><ul>${how}</ul><p>${escapeHtml(say('dossier.how-key'))}<br><span class="num">${escapeHtml(await countyKeyFingerprint(ctx))}</span></p></section>`,
  );
}

const sample = ({ say }: Wording, inspection: NonNullable<Contents['inspection']>): string =>
  `<section><h2>${escapeHtml(say('dossier.sample'))}</h2>
<p>${escapeHtml(say('dossier.sample-days', { from: inspection.from, until: inspection.until, candidates: inspection.candidates.length, count: inspection.days.length }))}</p>
<p>${inspection.days.map((day) => `<strong>${escapeHtml(day)}</strong>`).join(' · ')}</p>
<p class="meta">${escapeHtml(say('dossier.seed'))} <span class="num">${escapeHtml(inspection.seed)}</span> · ${escapeHtml(say('dossier.sample-how', { count: inspection.days.length }))}</p></section>`;

const row = ({ say, at }: Wording, line: IndexLine): string =>
  `<li><a href="${escapeHtml(line.folder)}/index.html">${escapeHtml(line.title)}</a><br><span class="meta">${escapeHtml(line.section)}${line.publishedAt ? ` · ${escapeHtml(at(line.publishedAt))}` : ''} · ${escapeHtml(say('dossier.count', { signatures: line.signatures, editions: line.editions }))} · <span class="${line.valid ? 'good' : 'bad'}">${escapeHtml(say(line.valid ? 'verify.good' : 'verify.not-good'))}</span></span></li>`;
