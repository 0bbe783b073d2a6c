import { z } from 'zod';
import { route } from '#platform/http/route';
import { addTerm, changeTerm } from '../checks/arrange-lexicon.ts';
import { checkRules } from '../checks/check-rules.ts';
import { dismissFinding, readDismissals } from '../checks/dismiss-finding.ts';
import { importLexicon } from '../checks/import-lexicon.ts';
import { requireCredit } from '../checks/require-credit.ts';
import { readLexicon, readLexiconRenewal } from '../checks/lexicon-queries.ts';
import { readChecks, switchCheck } from '../checks/switch-check.ts';
import {
  checkListView,
  checkParams,
  checkRulesView,
  checkSwitch,
  creditRule,
  findingDismissal,
  findingDismissalList,
  lexiconImport,
  lexiconImportResult,
  lexiconListView,
  lexiconRenewalView,
  lexiconTermChange,
  lexiconTermView,
  newLexiconTerm,
  storyParams,
} from '../contract.ts';

/** The checks of texts: what they know of this county, which are on, and which findings were left as they are. The finding itself happens where the text is shown. */
export const checkRoutes = [
  route({
    method: 'GET',
    path: '/check-rules',
    ability: 'lexicon.read',
    summary: 'What the checks of a text need to know of this county.',
    answer: checkRulesView,
    handle: ({ ctx, actor }) => checkRules(ctx, actor),
  }),
  route({
    method: 'GET',
    path: '/checks',
    ability: 'lexicon.read',
    summary: 'Every check, and whether the county has it on.',
    answer: checkListView,
    handle: async ({ ctx, actor }) => ({ items: await readChecks(ctx, actor) }),
  }),
  route({
    method: 'PUT',
    path: '/checks/:check',
    ability: 'check.switch',
    summary: 'Switches a check on or off for the whole county.',
    params: checkParams,
    body: checkSwitch,
    answer: checkListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params, body }) => ({ items: await switchCheck(ctx, actor, { ...params, ...body }) }),
  }),
  route({
    method: 'PUT',
    path: '/credit-rule',
    ability: 'check.switch',
    summary: 'Whether a text is not handed in while a picture in it names nobody who made it.',
    body: creditRule,
    answer: creditRule,
    handle: async ({ ctx, actor, body }) => {
      await requireCredit(ctx, actor, body.required);
      return body;
    },
  }),
  route({
    method: 'GET',
    path: '/lexicon-terms',
    ability: 'lexicon.read',
    summary: 'The county’s own names and terms; ended ones are marked.',
    answer: lexiconListView,
    handle: async ({ ctx, actor }) => ({ items: await readLexicon(ctx, actor) }),
  }),
  route({
    method: 'POST',
    path: '/lexicon-terms',
    ability: 'lexicon.write',
    summary: 'Adds a name or term with the forms it is mistaken for.',
    body: newLexiconTerm,
    answer: lexiconTermView,
    refuses: ['NotFound', 'TermTaken'],
    handle: ({ ctx, actor, body }) => addTerm(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/lexicon-terms/:id',
    ability: 'lexicon.write',
    summary: 'Changes a term, ends it or takes it up again.',
    params: z.strictObject({ id: z.uuid() }),
    body: lexiconTermChange,
    answer: lexiconTermView,
    refuses: ['NotFound', 'StaleVersion', 'TermTaken'],
    handle: ({ ctx, actor, params, body }) => changeTerm(ctx, actor, { ...body, termId: params.id }),
  }),
  route({
    method: 'GET',
    path: '/lexicon-renewal',
    ability: 'lexicon.read',
    summary: 'How far the searches have taken over the names that were changed.',
    answer: lexiconRenewalView,
    handle: ({ ctx, actor }) => readLexiconRenewal(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/lexicon-imports',
    ability: 'lexicon.write',
    summary: 'Takes many terms at once; a term that is there already takes the new forms.',
    body: lexiconImport,
    answer: lexiconImportResult,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, body }) => importLexicon(ctx, actor, body.items),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/finding-dismissals',
    ability: 'signed-in',
    summary: 'Findings of this story that were left as they are, each with its reason, and all that was said of them.',
    params: storyParams,
    answer: findingDismissalList,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readDismissals(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/finding-dismissals',
    ability: 'signed-in',
    summary:
      'Whoever writes at a text or has it in hand to review it leaves a finding as it is with a reason, or takes that back. No signature falls by it.',
    params: storyParams,
    body: findingDismissal,
    answer: findingDismissalList,
    refuses: ['NotFound', 'Forbidden', 'ReasonMissing'],
    handle: ({ ctx, actor, params, body }) => dismissFinding(ctx, actor, { ...body, storyId: params.id }),
  }),
];
