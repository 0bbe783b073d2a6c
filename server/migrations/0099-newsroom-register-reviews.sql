-- The register tells of what the review of a withdrawal put back.
create index on newsroom.signatures (county_id, at) where step = 'withdrawal_review' and verdict = 'returned';
