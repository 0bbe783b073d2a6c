-- What was given up is listed and, where nothing secret was lost with it, tried again.

alter table notices.messages add column carried_secret boolean not null default false;
comment on column notices.messages.carried_secret is 'the letter held a link that is gone once it went out or could not: it is not sent again';
update notices.messages set carried_secret = true where sealed_link is not null or kind = 'account.invitation';

create index on notices.deliveries (county_id, changed_at) where state = 'failed';
create index on notices.letters (county_id, changed_at) where state = 'failed';
