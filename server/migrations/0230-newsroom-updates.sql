-- 更新: what is new in a story of which nothing was wrong, said to its readers; and by which chains corrections and updates of a section go.
alter table newsroom.stories add column update_note text;
comment on column newsroom.stories.update_note is 'what is new, for readers; null: no update is in work, or nothing is said';
alter table newsroom.editions add column update_note text check (update_note is null or kind = 'update');
comment on column newsroom.editions.update_note is 'what is new, as readers were told; null: nothing was said, or it is no update';
alter table newsroom.sections add column correction_chain_id uuid;
alter table newsroom.sections add column update_chain_id uuid;
comment on column newsroom.sections.correction_chain_id is 'the chain of corrections of its stories; null: as any other text of the section';
comment on column newsroom.sections.update_chain_id is 'the chain of updates of its stories; null: as any other text of the section';
alter table newsroom.sections add foreign key (county_id, correction_chain_id) references newsroom.chains (county_id, id);
alter table newsroom.sections add foreign key (county_id, update_chain_id) references newsroom.chains (county_id, id);
