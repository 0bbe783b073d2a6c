import { spawn } from 'node:child_process';

/** What a call of npm said, and how it ended. */
export interface NpmAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs npm in that folder: the very npm that started us, otherwise the one found in PATH. Where there is none the answer has no code. */
export function runNpm(folder: string, args: readonly string[]): Promise<NpmAnswer> {
  const own = process.env['npm_execpath'];
  const [command, prefix] = own && /npm-cli\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return new Promise((done) => {
    const child = spawn(command, [...prefix, ...args], {
      cwd: folder,
      shell: command === 'npm' && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.once('error', (error) => done({ code: null, stdout, stderr: error.message }));
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}
