import { escapeHtml } from '@xiangyin/document';
import type { Difference, DifferenceBlock } from '@xiangyin/document';
import type { EvidenceTable } from '#platform/manifest';
import { momentWords } from '#platform/moments';
import type { Ctx } from '#platform/transaction';
import { reportLines } from '../verify/verify-command.ts';
import type { Dossier, DossierEdition, DossierSignature } from './collect-dossier.ts';
import { dossierStyle } from './dossier-style.ts';

/** Says a dossier's words in the reader's language, moments in the county's zone. */
export interface Wording {
  say(key: string, values?: Record<string, unknown>): string;
  at(moment: Date | string): string;
}

/** The words of this reader. */
export function wordingOf(ctx: Ctx): Wording {
  return {
    say: (key, values = {}) => ctx.app.wording.say(ctx.language, key, values),
    at: momentWords(ctx),
  };
}

/** A dossier as one HTML page without script or foreign address: it opens offline and prints. `madeAt` is county time. */
export function dossierPage(ctx: Ctx, dossier: Dossier, madeAt: Date): string {
  const wording = wordingOf(ctx);
  const { say, at } = wording;
  const title = dossier.editions.at(-1)?.text.title ?? dossier.story.title;
  return page(
    say('dossier.lang'),
    `${title} · ${say('dossier.title')}`,
    `<header><p class="meta">${escapeHtml(say('dossier.made', { county: countyName(ctx), at: at(madeAt) }))}</p><h1>${escapeHtml(title)}</h1>${facts(wording, dossier)}${checked(ctx, wording, dossier)}</header>
<section><h2>${escapeHtml(say('dossier.sentences'))}</h2>${sentences(wording, dossier)}</section>
${dossier.editions.length > 0 ? `<section><h2>${escapeHtml(say('dossier.editions'))}</h2>${dossier.editions.map((one) => edition(wording, one)).join('')}</section>` : ''}
<section><h2>${escapeHtml(say('dossier.signatures'))}</h2>${signatures(wording, dossier.signatures)}</section>
${dossier.tables.map(table).join('\n')}`,
  );
}

/** A whole page around a body. */
export const page = (language: string, title: string, body: string): string =>
  `<!doctype html>\n<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${dossierStyle}</style></head><body>\n${body}\n</body></html>\n`;

/** The county's name in the reader's language. */
export const countyName = ({ county, language }: Ctx): string =>
  county.name[language] ?? county.name['zh-CN'] ?? county.name.en ?? county.slug;

function facts({ say }: Wording, { story, section, places }: Dossier): string {
  const rows = [
    ['dossier.section', section],
    ['dossier.places', places.join(say('dossier.lang') === 'en' ? ', ' : '、')],
    ['dossier.byline', story.byline],
    ...(story.slug ? [['dossier.address', `/stories/${story.slug}`]] : []),
  ];
  return `<dl>${rows.map(([key = '', value = '']) => `<dt>${escapeHtml(say(key))}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function checked(ctx: Ctx, { say }: Wording, { report }: Dossier): string {
  if (report.signatures.length === 0) return '';
  if (report.valid) return `<p class="good">${escapeHtml(say('dossier.checked-good'))}</p>`;
  const lines = reportLines(ctx, report).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<p class="bad">${escapeHtml(say('dossier.checked-bad'))}</p><ul class="bad">${lines.join('')}</ul>`;
}

function sentences({ say }: Wording, dossier: Dossier): string {
  if (dossier.sentences.length === 0) return `<p class="meta">${escapeHtml(say('dossier.sentences-none'))}</p>`;
  const rows = stretches(dossier).map(
    ({ words, edition: number }) =>
      `<tr><td lang="${escapeHtml(dossier.story.language)}">${escapeHtml(words)}</td><td class="at">${escapeHtml(say('dossier.edition-number', { number }))}</td></tr>`,
  );
  return `<table><thead><tr><th>${escapeHtml(say('dossier.sentence'))}</th><th>${escapeHtml(say('dossier.edition'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

// Sentences of one edition that follow each other are read as one stretch.
function stretches({ sentences: all, story }: Dossier): { words: string; edition: number }[] {
  const found: { words: string; edition: number }[] = [];
  for (const { words, edition: number } of all) {
    const last = found.at(-1);
    if (last?.edition === number) last.words += `${story.language === 'en' ? ' ' : ''}${words}`;
    else found.push({ words, edition: number });
  }
  return found;
}

function edition(wording: Wording, one: DossierEdition): string {
  const { say, at } = wording;
  return `<h3>${escapeHtml(say('dossier.edition-number', { number: one.number }))} · ${escapeHtml(say(`dossier.kind.${one.kind}`))} · ${escapeHtml(one.chain)}</h3>
<p class="meta">${escapeHtml(at(one.publishedAt))} · ${escapeHtml(one.byline)}<br>${escapeHtml(say('dossier.hash'))} <span class="num">${one.textHash}</span></p>
${one.correctionNote ? `<p>${escapeHtml(say('dossier.note'))}: ${escapeHtml(one.correctionNote)}</p>` : ''}${one.updateNote ? `<p>${escapeHtml(say('dossier.update-note'))}: ${escapeHtml(one.updateNote)}</p>` : ''}${one.changes ? changes(wording, 'dossier.changes', one.changes) : ''}`;
}

function signatures(wording: Wording, all: readonly DossierSignature[]): string {
  const { say } = wording;
  if (all.length === 0) return `<p class="meta">${escapeHtml(say('dossier.signatures-none'))}</p>`;
  const heads = ['number', 'step', 'signer', 'verdict', 'at', 'means', 'text'].map(
    (key) => `<th>${escapeHtml(say(`dossier.column.${key}`))}</th>`,
  );
  return `<div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${all.map((one) => signature(wording, one)).join('')}</tbody></table></div>`;
}

function signature(wording: Wording, one: DossierSignature): string {
  const { say, at } = wording;
  // A signature can fall by a change; that it was taken back cannot.
  const standing =
    one.standing === 'valid' || one.verdict === 'taken-back'
      ? ''
      : `<br><span class="meta">${escapeHtml(say(`dossier.standing.${one.standing}`))}</span>`;
  const cells = [
    String(one.number),
    escapeHtml(say(`newsroom.step.${one.step}`)),
    escapeHtml(one.signer.name),
    `${escapeHtml(say(`dossier.verdict.${one.verdict}`))}${standing}`,
    escapeHtml(at(one.at)),
    escapeHtml(say(`newsroom.means.${one.kind}`)),
    `${escapeHtml(say('dossier.revision', { number: one.version }))}<br><span class="num">${one.textHash.slice(0, 16)}</span>`,
  ];
  const below = [
    one.reason ? `<p>${escapeHtml(one.reason)}</p>` : '',
    one.carried ? `<p>${escapeHtml(carriedWords(say, one.carried))}</p>` : '',
    one.exceptionReason ? `<p>${escapeHtml(say('dossier.exception', { reason: one.exceptionReason }))}</p>` : '',
    one.ticked.length > 0
      ? `<p class="meta">${escapeHtml(say('dossier.ticked', { lines: one.ticked.join(say('dossier.lang') === 'en' ? '; ' : '；') }))}</p>`
      : '',
    one.exception ? `<p>${escapeHtml(say('dossier.not-on-duty', { reason: one.exception }))}</p>` : '',
    one.sawChanges ? changes(wording, 'dossier.saw-changes', one.sawChanges) : '',
  ].join('');
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>${below ? `<tr><td></td><td colspan="6">${below}</td></tr>` : ''}`;
}

const carriedWords = (say: Wording['say'], { version, changed }: NonNullable<DossierSignature['carried']>): string =>
  say('dossier.carried', {
    number: version,
    parts: (changed.length > 0 ? changed : ['nothing'])
      .map((part) => say(`newsroom.part.${part}`))
      .join(say('newsroom.parts-and')),
  });

function changes({ say }: Wording, key: string, { blocks }: Difference): string {
  const changed = blocks.filter((block) => block.kind !== 'same' || block.formBefore);
  return `<p class="meta">${escapeHtml(say(key))}</p><div class="change">${changed.map((block) => changedBlock(say, block)).join('')}</div>`;
}

function changedBlock(say: Wording['say'], block: DifferenceBlock): string {
  const runs = block.runs.map(({ kind, text }) => {
    const words = escapeHtml(text).replaceAll('\n', '<br>');
    return kind === 'same' ? words : `<${kind}>${words}</${kind}>`;
  });
  const reformed = block.formBefore ? ` <span class="meta">${escapeHtml(say('dossier.reformed'))}</span>` : '';
  const picture = block.figure ? `<span class="meta">${escapeHtml(say('dossier.picture'))} </span>` : '';
  return `<p>${picture}${runs.join('')}${reformed}</p>`;
}

const table = ({ title, columns, rows }: EvidenceTable): string =>
  `<section><h2>${escapeHtml(title)}</h2><div class="wide"><table><thead><tr>${columns.map((name) => `<th>${escapeHtml(name)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div></section>`;
