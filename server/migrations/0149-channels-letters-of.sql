-- Whether letters to an address come back in a row is counted along its letters.
create index on channels.mailings (county_id, subscriber_id, id);
