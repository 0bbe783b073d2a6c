/** Calls `stop` once when the process is told to end (SIGINT, SIGTERM, SIGHUP) or start.mjs was killed, and then leaves with 0, or 1 when `stop` failed.
 *  Ctrl-C reaches us up to three times (terminal, npm, start.mjs): repeats within a second are one. A later repeat, or `withinMilliseconds` gone by, leaves at once.
 *  `onFailure` takes the error of a failed stop. */
export function onStopSignal(
  stop: () => Promise<void>,
  {
    withinMilliseconds = 4_800,
    onFailure = () => {},
  }: { withinMilliseconds?: number; onFailure?: (error: unknown) => void } = {},
): void {
  let firstAt: number | null = null;
  const stopOnce = (): void => {
    if (firstAt !== null) {
      if (Date.now() - firstAt > 1_000) process.exit(130);
      return;
    }
    firstAt = Date.now();
    setTimeout(() => process.exit(1), withinMilliseconds).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        onFailure(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnce);
  whenStarterDies(stopOnce);
}

/** start.mjs gives its number along. Killed, it can send nothing, and a program nobody holds any more would keep the folder and the port. */
function whenStarterDies(act: () => void): void {
  const starter = process.ppid;
  if (process.env['XIANGYIN_STARTER'] !== String(starter)) return;
  const timer = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(timer);
    act();
  }, 100);
  timer.unref();
}
