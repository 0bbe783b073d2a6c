import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import { statusList } from '../certificate/status-list.ts';

const hourMilliseconds = 3_600_000;

/** `/certificates/status/:list`: which certificates were revoked, as one signed list for everybody. */
export const certificateStatusPage: Page = {
  path: '/certificates/status/:list',
  view: '',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const list = /^\d{1,4}$/.test(params['list'] ?? '') ? Number(params['list']) : -1;
      const signed = found(list < 0 ? undefined : await statusList(tx, list));
      return {
        raw: new Raw('application/vc+jwt', signed),
        keys: ['certificate-status', 'keys'],
        staleAt: new Date(tx.at.getTime() + hourMilliseconds),
      };
    }),
};
