import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCommandLine } from './command-line.ts';
import { endWithChildren } from './end-with-children.ts';
import { askRegistry, type Weakness } from './weaknesses/ask-registry.ts';
import { excusesFile, judge, readExcuses } from './weaknesses/excuses.ts';

const help = `npm run weaknesses             asks the registry that npm is set to what it knows of the packages that run here
npm run weaknesses -- --tools  … and of those that only build and test

Exit code 0: nothing of high or critical severity but what ${excusesFile} excuses.
1: something; 2: used wrongly; 3: nobody could be asked, so nothing is known.
`;

const readOptions = (args: string[]) =>
  parseArgs({ args, options: { tools: { type: 'boolean', default: false } } }).values;

const root = resolve(import.meta.dirname, '..');
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Asks, and says what is known; answers the exit code. */
async function main({ tools }: { tools: boolean }): Promise<number> {
  const excuses = readExcuses(join(root, excusesFile));
  const asked = await askRegistry(root, { tools });
  if ('unknown' in asked) {
    say(`Nobody could be asked: ${asked.unknown}`);
    say(
      'The registry was not reached, or keeps no list of known weaknesses. So nothing is known, neither good nor bad.',
    );
    return 3;
  }
  const { bad, excused, lesser, idle } = judge(asked.weaknesses, excuses, new Date().toISOString().slice(0, 10));
  for (const weakness of bad) say(`✖ ${inWords(weakness)}`);
  for (const { weakness, excuse } of excused)
    say(`  excused until ${excuse.until}: ${inWords(weakness)}. ${excuse.reason}`);
  for (const weakness of lesser) say(`  ${inWords(weakness)}`);
  for (const one of idle) say(`  not found any more, strike it out of ${excusesFile}: ${one.advisory} ${one.package}`);
  say(`${asked.packages} packages: ${bad.length} high or critical, ${excused.length} excused, ${lesser.length} lesser`);
  return bad.length === 0 ? 0 : 1;
}

const inWords = ({ severity, package: name, range, title, advisory }: Weakness): string =>
  `${severity}: ${name} ${range}: ${title} (${advisory})`;

endWithChildren();
process.exitCode = await main(readCommandLine(help, readOptions));
