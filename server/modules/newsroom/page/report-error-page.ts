import { randomUUID } from 'node:crypto';
import { fieldProblems, fieldWords } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import type { FormState } from '#platform/page-contract';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { errorReportForm } from '../contract.ts';
import { reportError } from '../error-report/report-error.ts';
import type { ReportErrorPageProps, ReportErrorThanksPageProps } from '../page-contract.ts';
import { publishedBySlug } from './published-queries.ts';

/** `/stories/:slug/report-error`: anybody may say what is wrong, without account. The honeypot only marks a report. */
export const reportErrorPage: Page = {
  path: '/stories/:slug/report-error',
  view: 'newsroom/report-error',
  cached: false,
  query: ['sent'],
  perMinute: 30,
  load: (call) => call.ctx.transaction((tx) => loadForm(tx, call)),
  submit: (call) => call.ctx.transaction((tx) => takeReport(tx, call)),
};

async function loadForm(tx: Tx, call: PageCall): Promise<PageAnswer> {
  const story = await storyHead(tx, call.params['slug'] ?? '');
  const sent = call.query['sent'];
  if (sent)
    return {
      view: 'newsroom/report-error-thanks',
      props: { story, answerWanted: sent === 'answer' } satisfies ReportErrorThanksPageProps,
    };
  return {
    props: {
      story,
      form: { key: randomUUID(), values: {}, problems: [], refusal: null },
    } satisfies ReportErrorPageProps,
  };
}

async function takeReport(tx: Tx, call: FormCall): Promise<PageAnswer> {
  const story = await storyHead(tx, call.params['slug'] ?? '');
  const { key: _, ...fields } = call.form;
  const parsed = errorReportForm.safeParse(fields);
  if (!parsed.success)
    return {
      props: { story, form: formAgain(call, fields, fieldProblems(parsed.error, '')) } satisfies ReportErrorPageProps,
      status: 422,
    };
  const { what, quote, contact, website } = parsed.data;
  await reportError(call.ctx, call.actor, {
    slug: story.slug,
    words: what,
    quote,
    contact: contact || null,
    suspect: website !== '',
  });
  return { redirect: `/stories/${story.slug}/report-error?sent=${contact ? 'answer' : 'yes'}` };
}

function formAgain(
  call: FormCall,
  fields: Readonly<Record<string, string>>,
  problems: readonly { path: string; code: string; detail?: Record<string, unknown> }[],
): FormState {
  const { app, language } = call.ctx;
  return {
    key: call.key,
    values: fields,
    refusal: null,
    problems: problems.map((one) => ({
      field: one.path.slice(1),
      code: one.code,
      text: fieldWords(app.wording, language, one),
    })),
  };
}

async function storyHead(tx: Tx, slug: string): Promise<{ slug: string; title: string; language: string }> {
  // The headline that the public has read: one in work has been signed by nobody.
  const { title, language } = found(await publishedBySlug(tx, slug));
  return { slug, title, language };
}
