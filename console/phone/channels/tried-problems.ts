import type { TextKey } from '../kit/language.ts';

/** What a try of a copy, or a look at it, met with. */
export const triedProblems: Readonly<Record<string, TextKey>> = {
  'no-answer': 'copy.problem.no-answer',
  unreachable: 'copy.problem.unreachable',
  timeout: 'copy.problem.timeout',
  'broken-off': 'copy.problem.broken-off',
  server: 'copy.problem.server',
  busy: 'copy.problem.busy',
  interrupted: 'copy.problem.interrupted',
  tls: 'copy.problem.tls',
  'bad-address': 'copy.problem.bad-address',
  'inner-address': 'copy.problem.inner-address',
  redirect: 'copy.problem.redirect',
  denied: 'copy.problem.denied',
  refused: 'copy.problem.refused',
  gone: 'copy.problem.gone',
  overtaken: 'copy.problem.overtaken',
  quota: 'copy.problem.quota',
  'too-large': 'copy.problem.too-large',
  setup: 'copy.problem.setup',
  vanished: 'copy.problem.vanished',
  'right-lost': 'copy.problem.right-lost',
};
