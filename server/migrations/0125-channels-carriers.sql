-- Who brings copies to a channel stands beside it, so that no query asks for a kind by its name; and what a channel answers later finds its copy.
alter table channels.channels add column carrier text not null default 'program' check (carrier in ('program', 'person'));
update channels.channels set carrier = 'person' where kind = 'manual';
alter table channels.channels alter column carrier drop default;
comment on column channels.channels.carrier is 'who brings copies there: as its kind says, or a person since the channel refuses the program';
comment on column channels.channels.sealed_secret is 'one secret, or a JSON object of the parts that the county gave';
create index on channels.copies (county_id, channel_id, remote_id) where channel_id is not null and remote_id is not null;
alter table channels.attempts drop constraint attempts_act_check;
alter table channels.attempts add check (act in ('send', 'correct', 'withdraw', 'look-up', 'answer'));
comment on column channels.attempts.act is 'look-up: asked the channel what became of it; answer: the channel said so by itself';
