import { placedReport } from '../../../server/modules/volunteering/contract.ts';
import { addTestService } from '../../../server/modules/volunteering/testing.ts';
import { done, nextNumber, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

/** A public kind of its own. */
async function publicKind({ county }: Ground): Promise<string> {
  const slug = `ditches-${nextNumber()}`;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestService(tx, slug, { where: 'outside', publicKind: true })),
  );
  return slug;
}

async function form(ground: Ground): Promise<Record<string, string>> {
  const code = await publicKind(ground);
  const key = { owner: '随手拍', purpose: '报沟渠', perMinute: 600 };
  const definition = await done(ground.county.request('GET', `/api/v1/open311/services/${code}.json`, undefined, {}));
  const [{ values } = { values: [] }] = definition.body['attributes'] as { values: { key: string }[] }[];
  return {
    api_key: said(await done(ground.county.as('administrator').post('/api-keys', key)), 'key'),
    service_code: code,
    last_name: '王',
    phone: `1382222${String(nextNumber()).padStart(4, '0')}`,
    'attribute[place]': values[0]?.key ?? '',
    'attribute[consent]': 'yes',
  };
}

/** A report that was sent, with the code that its sender was given. */
async function sent(ground: Ground): Promise<{ id: string; token: string }> {
  const answer = await done(
    ground.county.request('POST', '/api/v1/open311/requests.json', undefined, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(await form(ground)).toString(),
    }),
  );
  const [report] = answer.read(placedReport);
  return {
    id: report?.service_request_id ?? '',
    token: /orders\/([0-9A-Z]+)/.exec(report?.service_notice ?? '')?.[1] ?? '',
  };
}

const inFormat = (format: string): Record<string, Beginning> => ({
  [`GET /api/v1/open311/services/{code}.${format}`]: async (ground) => ({
    as: 'guest',
    path: `/open311/services/${await publicKind(ground)}.${format}`,
  }),
  [`POST /api/v1/open311/requests.${format}`]: async (ground) => ({
    as: 'guest',
    path: `/open311/requests.${format}`,
    body: await form(ground),
  }),
  [`GET /api/v1/open311/requests/{id}.${format}`]: async (ground) => ({
    as: 'guest',
    path: `/open311/requests/${(await sent(ground)).id}.${format}`,
  }),
  [`GET /api/v1/open311/tokens/{token}.${format}`]: async (ground) => ({
    as: 'guest',
    path: `/open311/tokens/${(await sent(ground)).token}.${format}`,
  }),
});

/** Of Open311, in both of its formats. */
export const open311Beginnings: Readonly<Record<string, Beginning>> = { ...inFormat('json'), ...inFormat('xml') };
