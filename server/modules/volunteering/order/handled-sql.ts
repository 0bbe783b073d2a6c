import { withinSql } from '#platform/permits';

/** SQL: the stations of whoever asks: at their places, or theirs alone. Parameters as of `handledSql`. */
export const stationsSql = (first = 2, units = 4): string =>
  `array(select st.id from stations.stations st where st.county_id = $1 and (${withinSql('st.place_id', first)} or st.id = any($${units}::uuid[])))`;

/** SQL: whether the order `alias` is handled where the asker may do it, at its own place or at its station's, as `may` says of one order. $1 is the county; `first` the ranges' lows, behind it their highs; `units` the units (all of `rangesFor`). */
export const handledSql = (alias = 'o', first = 2, units = 4): string =>
  `(${withinSql(`${alias}.place_id`, first)} or ${alias}.station_id = any(${stationsSql(first, units)}))`;
