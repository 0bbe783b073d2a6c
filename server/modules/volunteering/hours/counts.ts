/** The classes of evidence (证据类别), best first. */
export const evidenceClasses = ['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later'] as const;

/** SQL: an entry of `volunteering.hours h` that was taken back by a reversal. */
export const reversedSql =
  'exists (select 1 from volunteering.hours r where r.county_id = h.county_id and r.reverses = h.id)';

/** SQL: an entry of `h` that a second person signed. */
export const countersignedSql =
  'exists (select 1 from volunteering.hour_signatures hs where hs.county_id = h.county_id and hs.hour_id = h.id)';

/** SQL: an entry of `h` that counts: it stands, and what was typed in later has its second signature. */
export const countsSql = `(h.kind = 'service' and not ${reversedSql} and (h.evidence <> 'typed-in-later' or ${countersignedSql}))`;

/** SQL: an entry of `h` that waits for its second signature. */
export const waitsSql = `(h.kind = 'service' and h.evidence = 'typed-in-later' and not ${reversedSql} and not ${countersignedSql})`;

/** SQL: minutes that count of the entries `h`, as four columns by class of evidence. */
export const minutesByEvidenceSql = evidenceClasses
  .map(
    (one) =>
      `coalesce(sum(h.minutes) filter (where h.evidence = '${one}' and ${countsSql}), 0)::int as "${one.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}"`,
  )
  .join(',\n              ');
