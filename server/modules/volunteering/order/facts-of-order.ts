/** The facts of an order `o` from the version `sv` of its service under which it was placed; where the triage says that nobody goes there alone, at least two people. */
export const factsSql = `case when o.two_needed then sv.facts || jsonb_build_object('peopleNeeded', greatest(2, (sv.facts ->> 'peopleNeeded')::int)) else sv.facts end as facts`;
