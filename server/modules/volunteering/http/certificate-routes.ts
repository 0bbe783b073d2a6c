import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import {
  certificateForm,
  certificateList,
  certificateQuery,
  certificateRequestLine,
  certificateRequestList,
  certificateView,
  newCertificateRequest,
  recordingUnitList,
  revocation,
} from '../contract.ts';
import { askCertificate } from '../certificate/ask-certificate.ts';
import { listCertificates } from '../certificate/certificate-queries.ts';
import { recordingUnits } from '../certificate/entries.ts';
import { issueCertificate } from '../certificate/issue-certificate.ts';
import { openRequests } from '../certificate/request-queries.ts';
import { revokeCertificate } from '../certificate/revoke-certificate.ts';
import { certificateCredential, certificatePaper } from '../certificate/show-certificate.ts';
import { withdrawRequest } from '../certificate/withdraw-request.ts';

const params = z.strictObject({ id: z.uuid() });

/** Certificates of hours: asked for, issued, shown, revoked. */
export const certificateRoutes = [
  route({
    method: 'GET',
    path: '/recording-units',
    ability: 'own-data.see',
    summary: 'The units that recorded my hours, each of which can certify its own.',
    answer: recordingUnitList,
    handle: ({ ctx, actor }) =>
      ctx.transaction(async (tx) => {
        const items = await recordingUnits(tx, actor.id);
        return { items, total: items.length };
      }),
  }),
  route({
    method: 'GET',
    path: '/certificate-requests',
    ability: 'own-data.see',
    summary: 'Requests that wait for a certificate: mine, and those I may issue for.',
    answer: certificateRequestList,
    handle: ({ ctx, actor }) => openRequests(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/certificate-requests',
    ability: 'certificate.ask',
    summary: 'Asks a unit for a certificate of what it recorded of mine.',
    body: newCertificateRequest,
    answer: certificateRequestLine,
    refuses: ['NothingToCertify', 'CertificateAsked'],
    handle: ({ ctx, actor, body }) => askCertificate(ctx, actor, body),
  }),
  route({
    method: 'DELETE',
    path: '/certificate-requests/:id',
    ability: 'certificate.ask',
    summary: 'I do not wish that certificate any more.',
    params,
    answer: certificateRequestList,
    refuses: ['NotFound', 'AlreadyIssued', 'RequestWithdrawn'],
    handle: ({ ctx, actor, params: { id } }) => withdrawRequest(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/certificate-requests/:id/certificates',
    ability: 'certificate.issue',
    summary: 'Issues what was asked for, by the ledger.',
    params,
    body: z.strictObject({}),
    answer: certificateView,
    refuses: ['AlreadyIssued', 'RequestWithdrawn', 'OwnHours', 'NothingToCertify', 'SpanTooLong'],
    handle: ({ ctx, actor, params: { id } }) => issueCertificate(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/certificates',
    ability: 'own-data.see',
    summary: 'Certificates: mine, or those of the units at my places.',
    query: certificateQuery,
    answer: certificateList,
    handle: ({ ctx, actor, query }) => listCertificates(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/certificates/:id/paper',
    ability: 'own-data.see',
    summary: 'A certificate as PDF: whole, or the sum alone; with the name or without.',
    params,
    query: certificateForm,
    answer: z.string(),
    answerType: 'application/pdf',
    refuses: ['AlreadyRevoked'],
    handle: async ({ ctx, actor, params: { id }, query }) => {
      const { bytes, number } = await certificatePaper(ctx, actor, id, query);
      return new Raw('application/pdf', bytes, {
        'content-disposition': `attachment; filename="${number}.pdf"`,
        'cache-control': 'private, no-store',
      });
    },
  }),
  route({
    method: 'GET',
    path: '/certificates/:id/credential',
    ability: 'own-data.see',
    summary: 'A certificate as Open Badges 3.0 credential (VC-JWT).',
    params,
    query: certificateForm,
    answer: z.string(),
    answerType: 'application/vc+jwt',
    refuses: ['AlreadyRevoked'],
    handle: async ({ ctx, actor, params: { id }, query }) =>
      new Raw('application/vc+jwt', await certificateCredential(ctx, actor, id, query), {
        'cache-control': 'private, no-store',
      }),
  }),
  route({
    method: 'POST',
    path: '/certificates/:id/revocations',
    ability: 'certificate.revoke',
    summary: 'Revokes a certificate, and where wanted issues it anew.',
    params,
    body: revocation,
    answer: certificateView,
    refuses: ['AlreadyRevoked', 'OwnHours', 'NothingToCertify', 'SpanTooLong'],
    handle: ({ ctx, actor, params: { id }, body }) => revokeCertificate(ctx, actor, id, body),
  }),
];
