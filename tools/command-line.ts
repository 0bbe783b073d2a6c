/** A command line that asks for what there is not; the message is for whoever typed it. */
export class UsedWrongly extends Error {}

/** The whole number that was given under a name. Throws UsedWrongly for anything else, and below `least`. */
export function wholeNumber(name: string, given: string, least = 0): number {
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsedWrongly(`${name} must be a whole number${least > 0 ? ` from ${least} on` : ''}, not '${given}'`);
}

/** What the command line of this process asks for. `--help` prints `help` and ends the process with 0; what `read` does not understand (UsedWrongly, or an error of `parseArgs`) is said, and ends it with 2. */
export function readCommandLine<Asked>(help: string, read: (args: string[]) => Asked): Asked {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(help);
    process.exit(0);
  }
  try {
    return read(args);
  } catch (error) {
    const words = complaint(error);
    if (words === undefined) throw error;
    process.stderr.write(`${words}\n\n${help}`);
    process.exit(2);
  }
}

function complaint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UsedWrongly) return error.message;
  const isOfParseArgs = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
  // What follows tells how a word that begins with a dash is given; there is none.
  return isOfParseArgs ? error.message.split('. To specify ')[0] : undefined;
}
