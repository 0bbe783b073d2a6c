import { withinSql } from '#platform/permits';
import { stationsSql } from '../order/handled-sql.ts';

/** SQL: whether the entry `h` is of a place or a unit of whoever asks: where the service was given, or where the station is that recorded it. Parameters as of `handledSql`. */
export const recordedSql = (first = 2, units = 4): string =>
  `(${withinSql('h.place_id', first)} or h.unit_id = any(${stationsSql(first, units)}))`;

/** SQL: the places to which the entry `h` belongs: its own, and that of the station that recorded it, as `may` asks. */
export const placesOfHourSql = `array(select h.place_id::text union select st.place_id::text from stations.stations st where st.county_id = h.county_id and st.id = h.unit_id)`;
