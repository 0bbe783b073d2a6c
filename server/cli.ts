import { builtProgram } from './platform/built-program.ts';
import type { runCli as run } from './run-cli.ts';

// As one file where it was built from these very sources, else from them.
const { runCli } = (await import(builtProgram('run-cli') ?? './run-cli.ts')) as { runCli: typeof run };

// Whoever reads may leave before the end (`| head`): what the command does goes on, and its exit code counts.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCli(process.argv.slice(2));
