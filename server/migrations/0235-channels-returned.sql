-- 退信: why and since when letters to an address come back, so that whoever runs a newsletter sees it and can put right what is wrong.
alter table channels.mailings add column bounced_at timestamptz;
alter table channels.mailings add column bounce_reason text check (bounce_reason in ('no-mailbox', 'no-server', 'full', 'closed', 'refused', 'other'));
comment on column channels.mailings.bounced_at is 'when it was refused for good, or was known to have come back';
comment on column channels.mailings.bounce_reason is 'class of the receiver''s answer (RFC 3463)';

alter table channels.subscribers add column bounced_since timestamptz;
alter table channels.subscribers add column bounced_at timestamptz;
alter table channels.subscribers add column bounce_reason text check (bounce_reason in ('no-mailbox', 'no-server', 'full', 'closed', 'refused', 'other'));
comment on column channels.subscribers.bounced_since is 'of the letters that came back in a row the first; null: none did';
comment on column channels.subscribers.bounced_at is 'of the letters that came back in a row the last';
comment on column channels.subscribers.bounce_reason is 'of the last of them';

-- Of what came back before this was written down the hour of its making is the nearest that is known.
update channels.mailings set bounced_at = coalesce(sent_at, made_at), bounce_reason = 'other' where problem = 'bounced';
update channels.subscribers s set bounced_since = b.since, bounced_at = b.at, bounce_reason = 'other'
  from (select county_id, subscriber_id, min(bounced_at) as since, max(bounced_at) as at from channels.mailings where problem = 'bounced' group by 1, 2) b
 where s.county_id = b.county_id and s.id = b.subscriber_id and s.bounces > 0;
create index on channels.subscribers (county_id, channel_id, bounced_at desc) where bounces > 0;
