import { buildProgram } from '../../server/platform/build-program.ts';
import { buildFrontEnds } from '../../server/platform/front-ends.ts';
import { usableBundle } from '../../server/platform/postgres/bundle.ts';

// While the image is built: what a start would otherwise write into the program's folder, which is read-only later.
await usableBundle('/tmp/var');
await buildFrontEnds({ onProgress: ({ name, state }) => void process.stdout.write(`${state} ${name}\n`) });
await buildProgram();
