-- The register of corrections tells of withdrawals and restorations too: both are read from their signatures, latest first.
create index on newsroom.signatures (county_id, at desc, id desc) where step in ('withdrawal', 'restoration');
