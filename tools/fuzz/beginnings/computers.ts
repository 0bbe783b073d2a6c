import { openTestSession, personIdOf } from '../../../server/modules/access/testing.ts';
import { done, first, nextNumber } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

const pin = '402917';

const computersPath = ({ things }: Ground): string => `/stations/${things['station']}/computers`;

/** The cookies of a fresh computer of the station, at which the coordinator is signed in, stepped up. */
async function atComputer(ground: Ground): Promise<{ session: string; computer: string }> {
  const { county } = ground;
  const registered = await done(county.as('coordinator').post(computersPath(ground), { name: `柜台${nextNumber()}` }));
  const [computer = ''] = (registered.headers['set-cookie'] ?? '').split(';');
  return { session: await county.inCounty((ctx) => openTestSession(ctx, 'coordinator')), computer };
}

async function withPin(ground: Ground): Promise<{ session: string; computer: string; cookie: string }> {
  const at = await atComputer(ground);
  const cookie = `${at.session}; ${at.computer}`;
  await done(ground.county.request('PUT', '/api/v1/computer/pin', { pin }, { cookie }));
  return { ...at, cookie };
}

/** Of computers at a station's counter. */
export const computerBeginnings: Readonly<Record<string, Beginning>> = {
  'DELETE /api/v1/stations/{id}/computers/{computerId}': async (ground) => {
    await atComputer(ground);
    const list = await done(ground.county.as('coordinator').get(computersPath(ground)));
    return { as: 'coordinator', path: `${computersPath(ground)}/${String(first(list)['id'])}` };
  },
  'PUT /api/v1/computer/pin': async (ground) => {
    const { session, computer } = await atComputer(ground);
    return { as: { cookie: `${session}; ${computer}` }, path: '/computer/pin', body: { pin } };
  },
  'DELETE /api/v1/computer/pin': async (ground) => ({
    as: { cookie: (await withPin(ground)).cookie },
    path: '/computer/pin',
  }),
  'POST /api/v1/computer/sessions': async (ground) => {
    const { computer } = await withPin(ground);
    const personId = await ground.county.inCounty((ctx) => ctx.transaction((tx) => personIdOf(tx, 'coordinator')));
    return { as: { cookie: computer }, path: '/computer/sessions', body: { personId, pin } };
  },
};
