-- What a county may use of its installation is the installation's matter: it does not move with the county, and nobody of the county changes it.
alter table platform.counties add column limits jsonb not null default '{}' check (jsonb_typeof(limits) = 'object');
comment on column platform.counties.limits is 'what the county may use of this installation: requestsPerMinute, storageMegabytes, people, mailsPerDay; what is absent has no limit';
