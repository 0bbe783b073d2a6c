import { spawn } from 'node:child_process';
import { root, type Check } from './checks.ts';

/** How a check went. `output` is all it said. */
export interface CheckResult {
  name: string;
  ok: boolean;
  milliseconds: number;
  output: string;
}

/** Runs the checks, `side` of them side by side, and reports each as it ends. Answers in the order given. After an abort of `signal` none begins, and none that was cut short is reported. */
export async function runChecks(
  checks: readonly Check[],
  { side, report, signal }: { side: number; report: (result: CheckResult) => void; signal?: AbortSignal },
): Promise<CheckResult[]> {
  const results = new Map<Check, CheckResult>();
  const waiting = [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (signal?.aborted) return;
      const result = await runCheck(check);
      if (signal?.aborted) return;
      results.set(check, result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: side }, worker));
  return checks.flatMap((check) => results.get(check) ?? []);
}

function runCheck({ name, script, args }: Check): Promise<CheckResult> {
  const began = performance.now();
  return new Promise((done) => {
    // Colour codes would hide paths from editors and from `grep`.
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) =>
      done({ name, ok: code === 0, milliseconds: performance.now() - began, output: output.trim() }),
    );
  });
}

/** One line for a check, and everything it said when it failed. */
export function describeCheck({ name, ok, milliseconds, output }: CheckResult): string {
  const line = `${ok ? '✔' : '✖'} ${name} (${(milliseconds / 1000).toFixed(1)} s)`;
  return ok ? line : `${line}\n${output.replaceAll(/^/gm, '    ')}`;
}
