import type { Command, CommandCall } from '#platform/manifest';
import { isId } from '#platform/ids';
import type { Ctx } from '#platform/transaction';
import { headOf } from '../story/head-of.ts';
import { storyById, storyBySlug } from '../story/story-queries.ts';
import { changedSinceSigned, checkProof } from './check-proof.ts';
import type { ProofReport } from './check-proof.ts';
import { storedProof } from './stored-evidence.ts';

/** `cli story verify <id or address>`. */
export const verifyCommand: Command = {
  name: 'story verify',
  summary:
    '核对一篇稿子的每个签名：密钥、原文、链、分开的手 · Check every signature of a story: key, text, chain, separate hands',
  usage: 'story verify <id or slug> [--county=<slug>]',
  async run(command) {
    const [which] = command.args;
    if (!which || command.args.length > 1) {
      command.say('usage: story verify <id or slug>');
      return 2;
    }
    return command.inCounty((ctx) => verifyOne(ctx, command, which));
  },
};

async function verifyOne(ctx: Ctx, command: CommandCall, which: string): Promise<number> {
  const report = await ctx.transaction(async (tx) => {
    const id = isId(which) ? which : (await storyBySlug(tx, which))?.id;
    const proof = id ? await storedProof(tx, id) : undefined;
    if (!id || !proof || proof.signatures.length === 0) return undefined;
    const story = await storyById(tx, id);
    return { ...checkProof(proof), changedSince: changedSinceSigned(proof, story.editionId, headOf(story)) };
  });
  if (!report) {
    command.say(ctx.app.wording.say(ctx.language, 'verify.none', { which }));
    return 1;
  }
  for (const line of reportLines(ctx, report)) command.say(line);
  for (const part of report.changedSince) command.say(ctx.app.wording.say(ctx.language, `verify.since.${part}`));
  return report.valid ? 0 : 1;
}

/** The report in plain words, a line for each signature and edition. */
export function reportLines(ctx: Ctx, report: ProofReport): string[] {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    ctx.app.wording.say(ctx.language, key, values);
  const found = (problems: readonly string[]): string =>
    problems.length === 0 ? say('verify.good') : problems.map((code) => say(`verify.${code}`)).join(say('verify.and'));
  return [
    ...report.signatures.map((one) =>
      say('verify.signature', {
        number: one.number,
        step: say(`newsroom.step.${one.step}`),
        means: say(`newsroom.means.${one.kind}`),
        found: found(one.problems),
      }),
    ),
    ...report.editions.map((one) => say('verify.edition', { number: one.number, found: found(one.problems) })),
    say(report.valid ? 'verify.all-good' : 'verify.not-good'),
  ];
}
