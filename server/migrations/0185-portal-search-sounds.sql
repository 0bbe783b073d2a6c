-- How the words of headlines and the names of places sound: a reader who types pinyin, with a letter wrong perhaps, is led to the words.
create table portal.search_sounds (
  county_id integer not null,
  key text not null,
  word text not null,
  sound text not null,
  primary key (county_id, key, word)
);
select platform.owned('portal.search_sounds');
create index on portal.search_sounds (county_id, word);
comment on column portal.search_sounds.key is 'the sound, and for sounds of five letters and more each of its forms with one letter left out';
comment on column portal.search_sounds.sound is 'pinyin without tones or spaces, ü as v';
comment on column portal.search_documents.words is 'title words weigh A, text words D; dictionary english over words cut by the app: Latin words by their stem, Chinese ones as they are; §words say kind, section, place, day, month, year';
