-- What an earlier try may have left at a channel is remembered until the channel says what became of it: a later try that met with something else said nothing of it.
alter table channels.copies add column may_be_there boolean not null default false;
comment on column channels.copies.may_be_there is 'the answer to a try was lost, and nobody knows yet whether the copy arrived';
update channels.copies set may_be_there = true where state in ('waiting', 'failed') and problem in ('timeout', 'broken-off', 'server', 'interrupted');
