/** Waits for several queries of one transaction, sent one behind the other without waiting for each answer (the driver pipelines them).
 *  When one fails, the others are waited for all the same before the first failure is thrown: nothing of them may outlive the transaction and speak on a connection that by then serves another. */
export async function together<const Works extends readonly Promise<unknown>[]>(
  ...works: Works
): Promise<{ -readonly [At in keyof Works]: Awaited<Works[At]> }> {
  const ended = await Promise.allSettled(works);
  const failures = ended.filter((one) => one.status === 'rejected');
  // What was sent behind a failed statement fails because of it; the cause is told, and decides whether the transaction is tried again.
  const failed = failures.find((one) => !isConsequence(one.reason)) ?? failures[0];
  if (failed) throw failed.reason;
  return ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as {
    -readonly [At in keyof Works]: Awaited<Works[At]>;
  };
}

// PostgreSQL's in_failed_sql_transaction.
const isConsequence = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && reason.code === '25P02';
