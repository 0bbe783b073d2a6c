-- The login that whoever invites proposes; whoever accepts may take another.
alter table access.invitations add column login text;
