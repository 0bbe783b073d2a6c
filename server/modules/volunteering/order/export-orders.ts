import { codeOf, inWords, placeById } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { plainWords } from '../plain-words.ts';
import { ordersMatching } from './list-orders.ts';
import type { OrderFilter } from './list-orders.ts';

const columns = [
  'id',
  'state',
  'service',
  'place',
  'placeCode',
  'channel',
  'orderedAt',
  'enteredAt',
  'answeredAt',
  'takenAt',
  'doneAt',
  'confirmedAt',
  'disputedAt',
  'endedAt',
  'peopleNeeded',
  'reopened',
] as const;
const most = 50_000;

/** The orders of a list as CSV (RFC 4180, with the mark by which spreadsheets know UTF-8): no names, phones, addresses or notes. */
export async function exportOrders(ctx: Ctx, actor: Actor, filter: OrderFilter): Promise<string> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.export');
    const rows = await ordersMatching(tx, actor, filter, { limit: most });
    await audit(tx, actor, { act: 'order.export', noun: 'order', subjectId: 'list', detail: { rows: rows.length } });
    const lines = rows.map((row) => {
      const place = placeById(tx, row.placeId);
      return [
        row.id,
        row.state,
        inWords(plainWords(row.facts.name), ctx.language),
        place ? inWords(place.name, ctx.language) : '',
        place ? codeOf(place) : '',
        row.channel,
        ...[
          row.happenedAt,
          row.enteredAt,
          row.answeredAt,
          row.takenAt,
          row.doneAt,
          row.confirmedAt,
          row.disputedAt,
          row.endedAt,
        ].map((at) => at?.toISOString() ?? ''),
        row.facts.peopleNeeded,
        row.reopened,
      ];
    });
    return `\uFEFF${[columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
  });
}

// A spreadsheet takes a leading = + - @ for a formula.
function cell(value: string | number): string {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
