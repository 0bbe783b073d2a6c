// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { GeneratedJson, Json } from '#platform/column-types';

export interface KiosksTable {
  county_id: number;
  id: string;
  station_id: string;
  /** where it stands, in the words of whoever registered it */
  stands_at: string;
  link_hash: string;
  /** real time: half an hour after registering */
  link_expires_at: Date;
  /** of the cookie that its browser keeps */
  secret_hash: string | null;
  registered_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
}

export interface ReachesTable {
  county_id: number;
  station_id: string;
  place_id: string;
}

export interface StationsTable {
  county_id: number;
  id: string;
  /** county: 中心, town: 所, village: 站 */
  level: 'county' | 'town' | 'village';
  place_id: string;
  name: Json;
  /** the station's own telephone, public */
  phone: string;
  address: GeneratedJson;
  /** windows of a week: [{weekdays: [1..7], from: "08:30", to: "17:30"}], county time */
  opening_hours: GeneratedJson;
  keeper_id: string | null;
  version: Generated<number>;
  made_at: Date;
  changed_at: Date;
  closed_at: Date | null;
  /** {latitude, longitude}, WGS 84, public */
  degrees: Json | null;
}

/** Every table of the schema `stations`. */
export interface StationsTables {
  'stations.kiosks': KiosksTable;
  'stations.reaches': ReachesTable;
  'stations.stations': StationsTable;
}
