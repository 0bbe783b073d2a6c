import { qrCode } from '#media';
import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import { dayOfYear } from '#platform/moments';
import type { Tx } from '#platform/transaction';
import { onTheWall } from '../../county-day.ts';
import type { CertificateRow } from '../certificate-queries.ts';
import { hoursMark } from '../hours-mark.ts';
import type { Shown } from '../hours-mark.ts';
import type { Paper } from './messages.ts';

/** What a certificate says on paper, in the words of its language: number, time, content, recording unit, handler, contact, classes of evidence (办法 art. 15), and its mark as a QR code. */
export async function paperOf(tx: Tx, certificate: CertificateRow, shown: Shown, handler: string): Promise<Paper> {
  const { language } = shown;
  const say = (key: string, values: Record<string, string | number> = {}): string =>
    tx.ctx.app.wording.say(language, `certificate.${key}`, values);
  const { facts, number, from, until } = certificate;
  const whole = shown.form === 'whole';
  const hours = (minutes: number): string => say('hours', { hours: minutes === 0 ? '0' : (minutes / 60).toFixed(1) });
  const { sums } = facts;
  const minutes = [sums.witnessed, sums.deviceTimed, sums.organiserAttested, sums.typedInLater];
  const unit = inWords(facts.unit.name, language);
  const facts2: [string, string][] = [
    ...(shown.name ? [[say('name'), shown.name] as [string, string]] : []),
    [say('volunteer'), facts.volunteerNumber],
    [say('unit'), unit],
    ...(whole
      ? [
          [say('span'), say('span-of', { from: dayOfYear(language, from), until: dayOfYear(language, until) })] as [
            string,
            string,
          ],
        ]
      : []),
    ...(handler ? [[say('handler'), handler] as [string, string]] : []),
    [say('contact'), facts.phone],
  ];
  return {
    language,
    title: say('title'),
    number: say('number', { number }),
    facts: facts2,
    sumTitle: say('total'),
    total: hours(minutes.reduce((sum, one) => sum + one, 0)),
    sums: evidence.map((key, at) => [say(`evidence.${key}`), hours(minutes[at] ?? 0)]),
    heads: [say('on'), say('service'), say('time'), say('evidence')],
    services: whole
      ? facts.services.map((one) => ({
          on: dayOfYear(language, one.on, { short: true }),
          service: inWords(one.service, language),
          hours: hours(one.minutes),
          evidence: say(`evidence.${one.evidence}`),
        }))
      : [],
    notes: [say('note-ledger'), nationalNote(facts.national, say), say('note-check', { address: addressOf(tx.ctx) })],
    unit,
    issuedOn: say('issued', {
      day: dayOfYear(language, onTheWall(certificate.issuedAt, tx.ctx.county.timeZone).day),
    }),
    code: await qrCode(`${addressOf(tx.ctx)}/verify#${await hoursMark(tx, certificate, shown)}`, 'L'),
    codeLabel: say('scan'),
  };
}

const evidence = ['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later'] as const;

// Says what is known, never more: whether the national system has the record is nothing a paper of ours may suggest.
function nationalNote(
  national: { matched: number; of: number },
  say: (key: string, values?: Record<string, string | number>) => string,
): string {
  if (national.matched === 0) return say('national-none');
  return say(national.matched === national.of ? 'national-all' : 'national-some', national);
}
