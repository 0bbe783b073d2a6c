import {
  answerAppeal,
  answerCorrection,
  answerDifference,
  appealNow,
  applyByForm,
  askCertificate,
  askCorrection,
  differenceOf,
  issueCertificate,
  orderById,
  orderForUpdate,
  proposePlan,
  reportIncident,
  sweepReminders,
} from '#volunteering';
import { placeById, rootPlace } from '#places';
import { guestActor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { stationFor } from '../content/people.ts';
import { placeByName } from '../content/places.ts';
import {
  demonstrationAppeals,
  demonstrationApplications,
  demonstrationCertificates,
  demonstrationCorrections,
  demonstrationDifferences,
  demonstrationIncidents,
} from '../content/volunteering-desk.ts';
import type {
  AppealContent,
  ApplicationContent,
  CertificateContent,
  CorrectionContent,
  DifferenceContent,
  IncidentContent,
} from '../content/volunteering-desk.ts';
import type { Teller } from './teller.ts';

/** What people say to the desk of volunteering, each by their own verb: who wishes to join, who objects, whose hours are wrong, who asks for a certificate, what went wrong; and a plan that the worker solves. The orders must be there. */
export async function loadVoices(teller: Teller): Promise<void> {
  for (const one of demonstrationApplications)
    await teller.once(`application:${one.key}`, (tx) => applies(teller, tx, one));
  for (const one of demonstrationAppeals) await teller.once(`appeal:${one.order}`, (tx) => objects(teller, tx, one));
  for (const one of demonstrationCorrections)
    await teller.once(`correction:${one.order}:${one.by}`, (tx) => saysItIsWrong(teller, tx, one));
  for (const one of demonstrationDifferences)
    await teller.once(`difference:${one.order}`, (tx) => answersOtherTime(teller, tx, one));
  for (const one of demonstrationCertificates)
    await teller.once(`certificate:${one.order}:${one.by}`, (tx) => asksForProof(teller, tx, one));
  for (const one of demonstrationIncidents)
    await teller.once(`incident:${one.order}`, (tx) => reports(teller, tx, one));
  await sweepUntilNow(teller);
  await teller.once('plan', async (tx) => {
    teller.hoursAgo(0.3);
    const wanted = { placeId: rootPlace(tx).id, days: 7, seed: 1 };
    return (await proposePlan(tx.ctx, await teller.actor(tx, 'zhaoyue'), wanted)).id;
  });
}

// Whoever is missed at a visit stands on the call list from the first look on, and not from the worker's next turn.
async function sweepUntilNow(teller: Teller): Promise<void> {
  teller.hoursAgo(0);
  await sweepReminders(teller.ctx);
}

async function applies(teller: Teller, tx: Tx, one: ApplicationContent): Promise<string> {
  teller.hoursAgo(one.hoursAgo);
  await applyByForm(tx.ctx, guestActor(`form:${one.key}`), {
    teamId: one.team ? teller.id(`team:${one.team}`) : null,
    name: one.name,
    phone: one.phone,
    placeCode: placeByName(one.placeName).code,
    skills: one.skills,
    availability: one.availability.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to })),
    withinKm: one.withinKm,
    bornOn: one.minor?.bornOn ?? null,
    guardianName: one.minor?.guardianName ?? '',
    guardianPhone: one.minor?.guardianPhone ?? '',
    trap: '',
    net: `demonstration-${one.key}`,
  });
  return teller.id('step:places');
}

async function objects(teller: Teller, tx: Tx, { order, said, hoursAgo, upheld }: AppealContent): Promise<string> {
  const orderId = teller.id(`order:${order}`);
  teller.hoursAgo(hoursAgo);
  const row = await orderForUpdate(tx, orderId);
  await appealNow(tx, guestActor(`order:${orderId}`), row, { said });
  if (upheld) {
    teller.hoursAgo(upheld.hoursAgo);
    const village = found(placeById(tx, row.placeId)?.code ?? undefined);
    const keeper = await teller.actor(tx, stationFor(village).keeperKey);
    await answerAppeal(tx.ctx, keeper, orderId, { verdict: 'upheld', reason: upheld.reason });
  }
  return orderId;
}

async function saysItIsWrong(teller: Teller, tx: Tx, one: CorrectionContent): Promise<string> {
  const { hourId } = await hourOf(teller, tx, one);
  teller.hoursAgo(one.hoursAgo);
  const { said, minutes } = one;
  const asked = await askCorrection(tx.ctx, await teller.actor(tx, one.by), { hourId, said, minutes });
  if (one.kept) {
    teller.hoursAgo(one.kept.hoursAgo);
    const answer = { verdict: 'kept', reason: one.kept.reason } as const;
    await answerCorrection(tx.ctx, await teller.actor(tx, one.kept.by), asked.id, answer);
  }
  return asked.id;
}

async function answersOtherTime(teller: Teller, tx: Tx, one: DifferenceContent): Promise<string> {
  const { visitId } = await orderById(tx, teller.id(`order:${one.order}`));
  const { id } = found(await differenceOf(tx, visitId));
  teller.hoursAgo(one.hoursAgo);
  const { agrees, said } = one;
  await answerDifference(tx.ctx, await teller.actor(tx, one.by), id, { agrees, said });
  return id;
}

async function asksForProof(teller: Teller, tx: Tx, one: CertificateContent): Promise<string> {
  const { unitId } = await hourOf(teller, tx, one);
  teller.hoursAgo(one.hoursAgo);
  const span = { from: '2026-09-01', until: '2026-11-22' };
  const asked = await askCertificate(tx.ctx, await teller.actor(tx, one.by), { unitId, ...span });
  if (one.issued) {
    teller.hoursAgo(one.issued.hoursAgo);
    await issueCertificate(tx.ctx, await teller.actor(tx, one.issued.by), asked.id);
  }
  return asked.id;
}

async function hourOf(
  teller: Teller,
  tx: Tx,
  { order, by }: { order: string; by: string },
): Promise<{ hourId: string; unitId: string | null }> {
  const [entry] = await tx.named<{ hourId: string; unitId: string | null }>(
    'demonstration.hour-of-order',
    `select id as "hourId", unit_id as "unitId" from volunteering.hours where county_id = $1 and order_id = $2 and person_id = $3 and kind = 'service'`,
    [tx.countyId, teller.id(`order:${order}`), teller.id(`person:${by}`)],
  );
  return found(entry);
}

async function reports(teller: Teller, tx: Tx, one: IncidentContent): Promise<string> {
  teller.hoursAgo(one.hoursAgo);
  const { visitId } = await orderById(tx, teller.id(`order:${one.order}`));
  const told = { kind: one.kind, said: one.said, urgent: false };
  await reportIncident(tx.ctx, await teller.actor(tx, one.by), found(visitId ?? undefined), told);
  return teller.id('step:places');
}
