-- What is sent along with a text is no longer a film alone: sound and documents stand there as well.
alter table newsroom.films rename to attachments;
comment on column newsroom.attachments.id is 'made on the device that holds it; its upload says it as `attachment:<id>`, and so the two find each other';
