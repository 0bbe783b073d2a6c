import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  ageBandChange,
  ageBandList,
  claimAnswer,
  claimLine,
  claimList,
  claimQuery,
  volunteerConsentChange,
  volunteerConsents,
  exclusionList,
  newClaim,
  newExclusion,
  ownExclusionList,
  volunteerView,
} from '../contract.ts';
import { dropExclusion, excludeForServed, excludeForVolunteer, listExclusions } from '../dispatch/exclude.ts';
import { endOwnExclusion, listOwnExclusions } from '../dispatch/own-exclusions.ts';
import { listAgeBands, setAgeBands } from '../volunteer/age-bands.ts';
import { answerClaim } from '../volunteer/answer-claim.ts';
import { changeConsent } from '../volunteer/change-consent.ts';
import { claimLicence } from '../volunteer/claim-licence.ts';
import { consentStatesOf } from '../volunteer/consent-states.ts';
import { listClaims } from '../volunteer/list-claims.ts';

const params = z.strictObject({ id: z.uuid() });

/** What decides who may go: papers looked at, ages, and who shall not meet. */
export const gateRoutes = [
  route({
    method: 'POST',
    path: '/volunteers/:id/licence-claims',
    ability: 'volunteer.change-own',
    summary: 'I hold a paper; a named person looks at the original.',
    params,
    body: newClaim,
    answer: volunteerView,
    refuses: ['AlreadyShown', 'NobodyToCheck'],
    handle: ({ ctx, actor, params: { id }, body }) => claimLicence(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/volunteers/:id/consents',
    ability: 'volunteer.see-consents',
    summary: 'What a volunteer agreed to, purpose by purpose, with every date at which it was given or taken back.',
    params,
    answer: volunteerConsents,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id } }) => consentStatesOf(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/volunteers/:id/consents',
    ability: 'volunteer.see-consents',
    summary: 'Gives a consent, or takes it back; what follows, follows at once.',
    params,
    body: volunteerConsentChange,
    answer: volunteerConsents,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params: { id }, body }) => changeConsent(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/licence-claims',
    ability: 'volunteer.write',
    summary: 'Papers of volunteers that wait for a look, or had one.',
    query: claimQuery,
    answer: claimList,
    handle: ({ ctx, actor, query }) => listClaims(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/licence-claims/:id/answers',
    ability: 'volunteer.write',
    summary: 'I have seen the original: until when it holds, or why it does not count.',
    params,
    body: claimAnswer,
    answer: claimLine,
    refuses: ['OwnLicence', 'AlreadyAnswered'],
    handle: ({ ctx, actor, params: { id }, body }) => answerClaim(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/age-bands',
    ability: 'limit.read',
    summary: 'What minors may do, by age.',
    answer: ageBandList,
    handle: ({ ctx, actor }) => listAgeBands(ctx, actor),
  }),
  route({
    method: 'PUT',
    path: '/age-bands',
    ability: 'limit.write',
    summary: 'Sets what minors may do, all ages at once.',
    body: ageBandChange,
    answer: ageBandList,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => setAgeBands(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/orders/:id/exclusions',
    ability: 'order.exclude',
    summary: 'Volunteers whom whoever ordered does not wish to see again, as the desk heard it.',
    params,
    answer: exclusionList,
    handle: ({ ctx, actor, params: { id } }) => listExclusions(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/exclusions',
    ability: 'order.exclude',
    summary: 'Does not plan a volunteer for whoever ordered any more; nobody is told.',
    params,
    body: newExclusion,
    answer: exclusionList,
    handle: ({ ctx, actor, params: { id }, body }) => excludeForServed(ctx, actor, id, body.personId),
  }),
  route({
    method: 'DELETE',
    path: '/orders/:id/exclusions/:exclusionId',
    ability: 'order.exclude',
    summary: 'They may meet again.',
    params: z.strictObject({ id: z.uuid(), exclusionId: z.uuid() }),
    answer: exclusionList,
    handle: ({ ctx, actor, params: { id, exclusionId } }) => dropExclusion(ctx, actor, id, exclusionId),
  }),
  route({
    method: 'POST',
    path: '/visits/:id/exclusions',
    ability: 'visit.exclude',
    summary: 'I do not wish to go there again; nobody there is told.',
    params,
    body: z.strictObject({}),
    answer: null,
    handle: ({ ctx, actor, params: { id } }) => excludeForVolunteer(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/volunteers/:id/exclusions',
    ability: 'volunteer.change-own',
    summary: 'Where I do not wish to go again.',
    params,
    answer: ownExclusionList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id } }) => listOwnExclusions(ctx, actor, id),
  }),
  route({
    method: 'DELETE',
    path: '/volunteers/:id/exclusions/:exclusionId',
    ability: 'volunteer.change-own',
    summary: 'I may be sent there again.',
    params: z.strictObject({ id: z.uuid(), exclusionId: z.uuid() }),
    answer: ownExclusionList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params: { id, exclusionId } }) => endOwnExclusion(ctx, actor, id, exclusionId),
  }),
];
