import { route } from '#platform/http/route';
import { mailboxAnswer, mailboxChange } from '../contract.ts';
import { seeMailbox, setMailbox } from '../mail/set-mailbox.ts';

/** 邮箱收稿: the mailbox to which correspondents may send. */
export const mailRoutes = [
  route({
    method: 'GET',
    path: '/mailbox',
    ability: 'mailbox.read',
    summary: 'The mailbox from which submissions are taken, without its secret, and what the last reading found.',
    answer: mailboxAnswer,
    handle: ({ ctx, actor }) => seeMailbox(ctx, actor),
  }),
  route({
    method: 'PUT',
    path: '/mailbox',
    ability: 'mailbox.set',
    summary: 'Sets the mailbox up; its secret is sealed and shown to nobody again.',
    body: mailboxChange,
    answer: mailboxAnswer,
    refuses: ['StaleVersion', 'BadRequest', 'NotFound'],
    handle: ({ ctx, actor, body }) => setMailbox(ctx, actor, body),
  }),
];
