-- One may agree to volunteer and not to be sent into homes; what was taken back stands beside what was given.
alter table volunteering.consents drop constraint consents_purpose_check;
alter table volunteering.consents add constraint consents_purpose_check check (purpose in ('volunteering', 'home-visits', 'minor'));
comment on column volunteering.consents.purpose is 'volunteering: what I said may be used to arrange visits; home-visits: I may be asked to go to homes (agreed to with the first, until taken back); minor: a guardian agrees that somebody under 18 volunteers';
