import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCommandLine } from './command-line.ts';
import { endWithChildren } from './end-with-children.ts';
import { runNpm } from './npm.ts';

const help = `npm run sbom --silent > xiangyin.cdx.json   what runs here, in CycloneDX, from package-lock.json; no network is needed
npm run sbom --silent -- --tools            … with what only builds and tests
`;

const readOptions = (args: string[]) =>
  parseArgs({ args, options: { tools: { type: 'boolean', default: false } } }).values;

const root = resolve(import.meta.dirname, '..');

/** Writes the bill of materials; answers the exit code. */
async function main({ tools }: { tools: boolean }): Promise<number> {
  const { code, stdout, stderr } = await runNpm(root, [
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--package-lock-only',
    '--include=dev',
  ]);
  if (code !== 0) {
    process.stderr.write(stderr);
    return 1;
  }
  const bill: Bill = JSON.parse(stdout);
  // npm calls what the bill is of by the name of its folder.
  bill.metadata.component.name = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name;
  process.stdout.write(`${JSON.stringify(tools ? bill : withoutTools(bill), null, 2)}\n`);
  return 0;
}

/** As much of CycloneDX 1.5 as is touched here. */
interface Bill {
  metadata: { component: { name: string } };
  components: readonly { 'bom-ref': string; purl: string }[];
  dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
}

/** The bill without what only builds and tests, as the lockfile tells: `--omit=dev` of npm 11 leaves out a hundred packages more. */
function withoutTools(bill: Bill): Bill {
  const running = runningPackages();
  const components = bill.components.filter(({ purl }) => running.has(purl));
  const refs = new Set(components.map((one) => one['bom-ref']));
  const dropped = new Set(bill.components.map((one) => one['bom-ref']).filter((ref) => !refs.has(ref)));
  const dependencies = bill.dependencies
    .filter(({ ref }) => !dropped.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !dropped.has(one)) }));
  return { ...bill, components, dependencies };
}

/** Their package addresses, of all that the lockfile needs for a running program; folders of our own are among them. */
function runningPackages(): Set<string> {
  const { packages }: { packages: Record<string, { name?: string; version?: string; dev?: boolean; link?: boolean }> } =
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return new Set(
    Object.entries(packages)
      .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
      .map(([path, { name, version }]) => {
        const known = name ?? path.split('node_modules/').at(-1) ?? path;
        return `pkg:npm/${known.replace('@', '%40')}@${version}`;
      }),
  );
}

endWithChildren();
process.exitCode = await main(readCommandLine(help, readOptions));
