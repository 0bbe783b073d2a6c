import { readDocx } from '@xiangyin/document/from-docx';

// A process of its own: what somebody sends may take any time and memory. Standard input: a Word file. Standard output: its blocks as JSON. Ends with 1 where it cannot be read.
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
try {
  process.stdout.write(JSON.stringify(await readDocx(new Uint8Array(Buffer.concat(chunks)))));
} catch {
  process.exitCode = 1;
}
