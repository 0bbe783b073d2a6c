import { OutboundFailure } from '#platform/outbound/outbound-failure';
import type { Ctx } from '#platform/transaction';
import type { MailboxView } from '../contract.ts';
import { mailboxOf, noteLook } from './mailbox-queries.ts';

/** Looks through the county's mailbox from where it stopped. Of a letter only its head is fetched until it is known whose it is; strangers' letters stay as they are, unread and unanswered, and are counted. */
export async function readMailbox(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const mailbox = await ctx.transaction((tx) => mailboxOf(tx));
  if (!mailbox?.enabled) return;
  const problem = await problemOf(async () => {
    // Loaded by those counties alone that have a mailbox.
    const { lookThrough } = await import('./look-through.ts');
    await lookThrough(ctx, mailbox, signal);
  });
  await ctx.transaction((tx) => noteLook(tx, problem));
}

async function problemOf(work: () => Promise<void>): Promise<MailboxView['problem']> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof OutboundFailure) return 'inner-address';
    return problemIn(error as { code?: unknown; authenticationFailed?: unknown; mailboxMissing?: unknown });
  }
}

function problemIn(error: {
  code?: unknown;
  authenticationFailed?: unknown;
  mailboxMissing?: unknown;
}): MailboxView['problem'] {
  if (error.authenticationFailed === true) return 'login';
  if (error.mailboxMissing === true) return 'folder';
  const code = typeof error.code === 'string' ? error.code : '';
  if (
    /^(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|CONNECT_TIMEOUT|GREETING_TIMEOUT)/i.test(code)
  )
    return 'unreachable';
  return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/i.test(code) ? 'tls' : 'other';
}
