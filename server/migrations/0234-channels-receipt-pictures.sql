-- Which pictures receipts hold, now or in an earlier entry: asked before a picture is removed from the library. Under row-level security no index on the receipt itself would serve (see 0182), and a county's copies are many.
create table channels.receipt_pictures (
  county_id integer not null,
  picture_hash text not null,
  copy_id uuid not null,
  entered_at timestamptz not null,
  primary key (county_id, picture_hash, copy_id)
);
select platform.append_only('channels.receipt_pictures');
create index on channels.receipt_pictures (county_id, copy_id);

alter table channels.receipt_pictures add foreign key (county_id, copy_id) references channels.copies (county_id, id);

insert into channels.receipt_pictures (county_id, picture_hash, copy_id, entered_at)
  select c.county_id, p.hash, c.id, c.changed_at from channels.copies c
    cross join lateral (
      select c.receipt ->> 'picture' as hash
      union select f ->> 'pictureHash' from jsonb_array_elements(case when jsonb_typeof(c.receipt -> 'former') = 'array' then c.receipt -> 'former' else '[]' end) f
    ) p
   where c.receipt ->> 'by' = 'person' and p.hash is not null;
