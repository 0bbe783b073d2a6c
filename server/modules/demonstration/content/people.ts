import type { PersonContent, VolunteerContent } from './people-content.ts';
import { cast } from './people/cast.ts';
import { stationKeepers } from './people/stations.ts';
import { volunteers } from './people/volunteers.ts';

export type { VolunteerContent } from './people-content.ts';
export { cast as demonstrationCast } from './people/cast.ts';
export {
  stationFor,
  stationKeepers as demonstrationKeepers,
  stations as demonstrationStations,
} from './people/stations.ts';
export { teams as demonstrationTeams } from './people/teams.ts';
export { volunteers as demonstrationVolunteers } from './people/volunteers.ts';

/** Everybody once: the cast, the other keepers, the other volunteers. */
export const demonstrationPeople: readonly PersonContent[] = [
  ...cast,
  ...stationKeepers,
  ...volunteers.filter(({ key }) => !cast.some((member) => member.key === key)),
];

/** The volunteer with this key. Throws for an unknown one. */
export function volunteerByKey(key: string): VolunteerContent {
  const volunteer = volunteers.find((one) => one.key === key);
  if (volunteer === undefined) throw new RangeError(`the demonstration has no volunteer ${key}`);
  return volunteer;
}

/** Whether a licence is still valid on a day, given in days from the county's clock (negative is past). */
export function holdsLicence(
  volunteer: VolunteerContent,
  licence: VolunteerContent['licences'][number]['licence'],
  onDay: number,
): boolean {
  return volunteer.licences.some((held) => held.licence === licence && held.expiresInDays >= onDay);
}
