-- Whoever links their account on the phone entry comes back there.
alter table access.oidc_journeys
  drop constraint oidc_journeys_start_on_check,
  add constraint oidc_journeys_start_on_check check (start_on in ('console', 'phone', 'account', 'phone-account')),
  drop constraint oidc_journeys_check,
  add constraint oidc_journeys_check check ((start_on in ('account', 'phone-account')) = (person_id is not null));
