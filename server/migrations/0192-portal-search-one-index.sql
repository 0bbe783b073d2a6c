-- 0190 made the index of 0180 a second time: every change of a document wrote both.
drop index if exists portal.search_documents_county_id_at_idx1;
