-- A withdrawal holds a correction that is timed; the restoration lets it go again, unless somebody said so meanwhile.
alter table newsroom.stories add column withdrawal_holds boolean not null default false;
comment on column newsroom.stories.withdrawal_holds is 'publish_held was set by a withdrawal and not by a person: it ends when the story is restored';
