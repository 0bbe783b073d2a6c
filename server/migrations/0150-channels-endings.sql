-- A channel that can show that a notice has ended is told so once for each end.
alter table channels.copies add column ended_at timestamptz;
comment on column channels.copies.ended_at is 'when its notice ended, as its channel is told or was; null: it was told of no end';
alter table channels.attempts drop constraint attempts_act_check;
alter table channels.attempts add check (act in ('send', 'correct', 'withdraw', 'look-up', 'answer', 'end'));
comment on column channels.attempts.act is 'look-up: asked the channel what became of it; answer: the channel said so by itself; end: told that its notice has ended';
