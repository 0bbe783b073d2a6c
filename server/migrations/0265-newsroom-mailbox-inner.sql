-- A mailbox on a machine of the own network is looked through where whoever runs the installation allows that machine.
alter table newsroom.mailboxes drop constraint mailboxes_problem_check;
alter table newsroom.mailboxes add constraint mailboxes_problem_check
  check (problem in ('unreachable', 'inner-address', 'login', 'tls', 'folder', 'other'));
