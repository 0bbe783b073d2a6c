/** Pictures and materials as one table: their hash, which they are, what the desk calls them, where it sees to them, until when they may be shown. */
export const itemsSql = `(
  select county_id, hash, 'picture' as of, coalesce(nullif(title, ''), nullif(caption, ''), alt) as name, format('/console/pictures/%s', hash) as href, rights_until from media.pictures
  union all select county_id, hash, 'material', coalesce(nullif(title, ''), nullif(caption, ''), name), format('/console/materials/%s', id), rights_until from media.materials)`;
