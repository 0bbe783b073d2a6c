import { done, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';
import { volunteerOf } from './order-ground.ts';

// It began an hour ago: who is there may be written down.
const meeting = ({ county }: Ground) => ({
  kind: 'meeting',
  topic: '每月例会',
  placeId: county.placeId('village-1-1'),
  startsAt: new Date(county.clock.now().getTime() - 3_600_000).toISOString(),
  endsAt: new Date(county.clock.now().getTime() + 3_600_000).toISOString(),
});

const gathered = async (ground: Ground, guestIds: string[] = []): Promise<string> =>
  said(await done(ground.county.as('coordinator').post('/gatherings', { ...meeting(ground), guestIds })), 'id');

const teamOf = async ({ county }: Ground): Promise<string> => {
  const team = { name: { 'zh-CN': '队', en: 'Team' }, placeId: county.placeId('village-1-1') };
  return said(await done(county.as('coordinator').post('/teams', team)), 'id');
};

/** Teams, their trainings and meetings. */
export const gatheringBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/gatherings': async (ground) => ({ as: 'coordinator', path: '/gatherings', body: meeting(ground) }),
  'PATCH /api/v1/gatherings/{id}': async (ground) => ({
    as: 'coordinator',
    path: `/gatherings/${await gathered(ground)}`,
    body: { version: 1, room: '二楼' },
  }),
  'PATCH /api/v1/teams/{id}': async (ground) => ({
    as: 'coordinator',
    path: `/teams/${await teamOf(ground)}`,
    body: { version: 1, recruits: true },
  }),
  'POST /api/v1/gatherings/{id}/presences': async (ground) => {
    const { id } = await volunteerOf(ground);
    const path = `/gatherings/${await gathered(ground, [id])}/presences`;
    return { as: 'coordinator', path, body: { personIds: [id], present: true } };
  },
};
