import { builtProgram } from './platform/built-program.ts';
import type { runCli as run } from './run-cli.ts';

// As one file where it was built from these very sources, else from them.
const { runCli } = (await import(builtProgram('run-cli') ?? './run-cli.ts')) as { runCli: typeof run };

process.exitCode = await runCli(process.argv.slice(2));
