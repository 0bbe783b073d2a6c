import { withinSql } from '#platform/permits';

/** SQL: whether an order is handled where somebody's grants reach, by the columns of its place and its station: at its own place, or by a station that lies there, or is theirs alone, and took it on from elsewhere. As `placeIds` of an OrderRow for a single one. `ranges`: the first of the two parameters of `withinSql`; `units`: the parameter of their units. */
export const handledSql = (place: string, station: string, ranges: number, units: number): string =>
  `(${withinSql(place, ranges)} or ${station} = any(array(select st.id from stations.stations st where st.county_id = $1 and (${withinSql('st.place_id', ranges)} or st.id = any($${units}::uuid[])))))`;
