import { inWords } from '#places';
import { compactJws } from '#platform/compact-jws';
import { addressOf } from '#platform/county-address';
import type { Tx } from '#platform/transaction';
import type { HoursMarkClaim } from '../page-contract.ts';
import type { CertificateRow } from './certificate-queries.ts';

/** How much a certificate shows of itself. `name`: undefined leaves it out. */
export interface Shown {
  readonly form: 'whole' | 'total';
  readonly name: string | undefined;
  readonly language: 'zh-CN' | 'en';
}

/** Entries in one list of what was revoked (W3C Bitstring Status List 1.0: at least 131,072, so that nobody is told by their place in it). */
export const listHolds = 131_072;

/** The mark of a certificate (防伪码): a compact JWS by the county's key, made when it is drawn and stored nowhere, checked by `/verify` without network like that of a story (ADR 42, 47). The sum alone, where the holder wants to show no more. */
export async function hoursMark(tx: Tx, certificate: CertificateRow, shown: Shown): Promise<string> {
  const { facts } = certificate;
  const claim: HoursMarkClaim = {
    iss: new URL(addressOf(tx.ctx)).host,
    sub: certificate.number,
    vol: facts.volunteerNumber,
    ...(shown.name ? { name: shown.name } : {}),
    unit: inWords(facts.unit.name, shown.language),
    ...(shown.form === 'whole' ? { from: certificate.from, until: certificate.until, n: facts.services.length } : {}),
    min: [facts.sums.witnessed, facts.sums.deviceTimed, facts.sums.organiserAttested, facts.sums.typedInLater],
    iat: Math.floor(certificate.issuedAt.getTime() / 1000),
    idx: certificate.index,
  };
  return compactJws(await tx.ctx.app.keys.countyKey(tx, 'county'), { ...claim });
}

const classes = [
  ['witnessed', 'Confirmed by both sides'],
  ['deviceTimed', 'Timed by device or code'],
  ['organiserAttested', 'Attested by the organiser'],
  ['typedInLater', 'Filled in afterwards, signed by two'],
] as const;

/** The same as a credential for other programs: Open Badges 3.0 on W3C Verifiable Credentials 2.0, as VC-JWT (Open Badges 3.0 §8.2) signed Ed25519 by the county's key. Who holds it is said by the volunteer's number alone. */
export async function openBadge(tx: Tx, certificate: CertificateRow, shown: Shown): Promise<string> {
  const { facts, id, number } = certificate;
  const address = addressOf(tx.ctx);
  const list = `${address}/certificates/status/${Math.floor(certificate.index / listHolds)}`;
  const index = certificate.index % listHolds;
  const hours = (minutes: number): string => (minutes / 60).toFixed(2);
  const total = Object.values(facts.sums).reduce((sum, one) => sum + one, 0);
  const whole = shown.form === 'whole';
  const issuedAt = certificate.issuedAt.toISOString();
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: shown.language === 'en' ? 'Record of volunteering' : '志愿服务记录证明',
    issuer: { id: address, type: ['Profile'], name: inWords(facts.unit.name, shown.language), phone: facts.phone },
    validFrom: issuedAt,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'ext:volunteerNumber',
          identityHash: facts.volunteerNumber,
          hashed: false,
        },
        ...(shown.name
          ? [{ type: 'IdentityObject', identityType: 'name', identityHash: shown.name, hashed: false }]
          : []),
      ],
      ...(whole ? { activityStartDate: `${certificate.from}T00:00:00Z` } : {}),
      ...(whole ? { activityEndDate: `${certificate.until}T00:00:00Z` } : {}),
      achievement: {
        id: `urn:uuid:${id}`,
        type: ['Achievement'],
        achievementType: 'CommunityService',
        name: `${hours(total)} h`,
        description: whole
          ? facts.services
              .map((one) => `${one.on} ${inWords(one.service, shown.language)} ${hours(one.minutes)} h`)
              .join('\n')
          : 'The sum alone',
        criteria: { narrative: '志愿服务记录与证明出具办法 (民政部令 67) art. 7, 11, 14, 15' },
        humanCode: number,
        resultDescription: classes.map(([key, name]) => ({
          id: `urn:xiangyin:evidence:${key}`,
          type: ['ResultDescription'],
          name,
          resultType: 'ext:hours',
        })),
      },
      result: classes.map(([key]) => ({
        type: ['Result'],
        value: hours(facts.sums[key]),
        resultDescription: `urn:xiangyin:evidence:${key}`,
      })),
    },
    credentialStatus: {
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(index),
      statusListCredential: list,
    },
  };
  const times = { iss: address, jti: `urn:uuid:${id}`, nbf: Math.floor(certificate.issuedAt.getTime() / 1000) };
  return compactJws(await tx.ctx.app.keys.countyKey(tx, 'county'), { ...credential, ...times });
}
