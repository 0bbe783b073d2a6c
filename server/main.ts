import { builtProgram } from './platform/built-program.ts';

// As one file where it was built from these very sources, else from them.
await import(builtProgram('start') ?? './start.ts');
