import { accessBeginnings } from './access.ts';
import type { Beginning } from './beginning.ts';
import { channelBeginnings } from './channels.ts';
import { computerBeginnings } from './computers.ts';
import { countyBeginnings } from './county.ts';
import { gatheringBeginnings } from './gatherings.ts';
import { hourBeginnings } from './hours.ts';
import { mediaBeginnings } from './media.ts';
import { newsroomBeginnings } from './newsroom.ts';
import { open311Beginnings } from './open311.ts';
import { orderBeginnings } from './orders.ts';
import { planningBeginnings } from './planning.ts';
import { visitBeginnings } from './visits.ts';

export type { Begun } from './beginning.ts';

/** Method and path of an operation → what must come about before its right request can be done. The others are done with the permission table's request as it stands. */
export const beginnings: Readonly<Record<string, Beginning>> = {
  ...countyBeginnings,
  ...mediaBeginnings,
  ...newsroomBeginnings,
  ...planningBeginnings,
  ...orderBeginnings,
  ...visitBeginnings,
  ...hourBeginnings,
  ...gatheringBeginnings,
  ...open311Beginnings,
  ...accessBeginnings,
  ...computerBeginnings,
  ...channelBeginnings,
};
