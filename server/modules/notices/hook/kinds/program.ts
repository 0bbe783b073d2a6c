import { signedHeaders } from '#platform/outbound/signed-call';
import { byStatus } from './answers.ts';
import type { HookKind } from './kind.ts';

/** A program of the county's own: a signed call (Standard Webhooks 1.0.0) with every notice in words and with its link. Any answer of 200 to 299 says that it was taken. */
export const program: HookKind = {
  secret: 'made',
  fits: () => true,
  request: ({ address, secret, at, sender, said }) => {
    const body = JSON.stringify({
      type: 'notices.told',
      timestamp: at.toISOString(),
      data: { county: sender, notices: said },
    });
    return { address, body, headers: signedHeaders({ id: said[0]?.id ?? '', at, body }, [secret]) };
  },
  judge: ({ status }) => byStatus('program', status),
};
