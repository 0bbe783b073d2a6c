/** Whether request `q` waits for its certificate: it was neither issued nor withdrawn. */
export const requestWaitsSql = `not exists (select 1 from volunteering.certificates c where c.county_id = q.county_id and c.request_id = q.id)
  and not exists (select 1 from volunteering.certificate_withdrawals w where w.county_id = q.county_id and w.request_id = q.id)`;
