import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import type { FormState } from '#platform/page-contract';
import { formAgain, freshForm, tryAct } from '#platform/page-form';
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
  submit: takeReport,
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
      form: freshForm(),
    } satisfies ReportErrorPageProps,
  };
}

async function takeReport(call: FormCall): Promise<PageAnswer> {
  const story = await call.ctx.transaction((tx) => storyHead(tx, call.params['slug'] ?? ''));
  const again = (form: FormState, status: number): PageAnswer => ({
    props: { story, form } satisfies ReportErrorPageProps,
    status,
  });
  const { key: _, ...fields } = call.form;
  const parsed = errorReportForm.safeParse(fields);
  if (!parsed.success) return again(formAgain(call, call.key, fields, fieldProblems(parsed.error, '')), 422);
  const { what, quote, contact, website } = parsed.data;
  const tried = await tryAct(call, call.key, fields, {}, () =>
    reportError(call.ctx, call.actor, {
      slug: story.slug,
      words: what,
      quote,
      contact: contact || null,
      suspect: website !== '',
      net: call.request.ip,
    }),
  );
  if ('form' in tried) return again(tried.form, tried.status);
  return { redirect: `/stories/${story.slug}/report-error?sent=${contact ? 'answer' : 'yes'}` };
}

async function storyHead(tx: Tx, slug: string): Promise<{ slug: string; title: string; language: string }> {
  // The headline that the public has read: one in work has been signed by nobody.
  const { title, language } = found(await publishedBySlug(tx, slug));
  return { slug, title, language };
}
