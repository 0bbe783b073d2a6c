/** The exit code of a program that was told to come back (SIGUSR2): start.mjs then starts it again, on the sources that are there by then. */
export const comeBackCode = 75;

/** Whether start.mjs holds this process, and so starts it again when asked to. */
export const hasStarter = (): boolean => process.env['XIANGYIN_STARTER'] === String(process.ppid);

/** Calls `stop` once when the process is told to end (SIGINT, SIGTERM, SIGHUP) or start.mjs was killed, and then leaves with 0, or 1 when `stop` failed. Told to come back (SIGUSR2), it leaves with `comeBackCode`.
 *  Ctrl-C reaches us up to three times (terminal, npm, start.mjs): repeats within a second are one. A later repeat, or `withinMilliseconds` gone by, leaves at once.
 *  `onFailure` takes the error of a failed stop. `atLast` is the very last act where the stop did not come to its end; it must not wait. */
export function onStopSignal(
  stop: () => Promise<void>,
  {
    withinMilliseconds = 4_800,
    onFailure = () => {},
    atLast = () => {},
  }: { withinMilliseconds?: number; onFailure?: (error: unknown) => void; atLast?: () => void } = {},
): void {
  let firstAt: number | null = null;
  const leave = (code: number): void => {
    try {
      atLast();
    } finally {
      process.exit(code);
    }
  };
  const stopOnce = (code: number): void => {
    if (firstAt !== null) {
      if (performance.now() - firstAt > 1_000) leave(130);
      return;
    }
    firstAt = performance.now();
    setTimeout(() => leave(1), withinMilliseconds).unref();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        onFailure(error);
        leave(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopOnce(0));
  if (process.platform !== 'win32') process.on('SIGUSR2', () => stopOnce(comeBackCode));
  whenStarterDies(() => stopOnce(0));
}

/** start.mjs gives its number along. Killed, it can send nothing, and a program nobody holds any more would keep the folder and the port. */
function whenStarterDies(act: () => void): void {
  const starter = process.ppid;
  if (!hasStarter()) return;
  const timer = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(timer);
    act();
  }, 100);
  timer.unref();
}
