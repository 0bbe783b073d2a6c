-- What a county's program did and how it was, minute by minute for a day and hour by hour for thirty: older rows go. In real time, also where the county's clock stands still. Nothing of whoever asked.
create table operations.measurements (
  county_id integer not null,
  span text not null check (span in ('minute', 'hour')),
  begins_at timestamptz not null,
  memory integer not null default 0,
  pages integer not null default 0,
  api integer not null default 0,
  failed integer not null default 0,
  milliseconds bigint not null default 0,
  jobs_waiting integer,
  jobs_failed integer,
  lag_seconds integer,
  copies_waiting integer,
  copies_failed integer,
  notices_failed integer,
  free_megabytes integer,
  primary key (county_id, span, begins_at)
);
select platform.owned('operations.measurements');
comment on column operations.measurements.memory is 'answers from memory';
comment on column operations.measurements.failed is 'answers of status 500 and above, which are counted as pages or api too';
comment on column operations.measurements.milliseconds is 'the time that pages and api took, all together';
comment on column operations.measurements.jobs_waiting is 'this and what follows: the worst of the span; null: nobody looked';
comment on column operations.measurements.notices_failed is 'given up within a day';
comment on column operations.measurements.free_megabytes is 'where the data folder lies';
