import { cast as demonstrationCast } from '../content/people/cast.ts';
import type { Onward } from '../page-contract.ts';
import type { Ctx } from '#platform/transaction';

/** Words of the walks in the page's language: `say(ctx)('story.title')`. */
export const wordsOf =
  (ctx: Ctx) =>
  (key: string, values: Record<string, unknown> = {}): string =>
    ctx.app.wording.say(ctx.tag, `demonstration.${key}`, values);

/** Name and office of one of the cast in the page's language. */
export function castWords(ctx: Ctx, key: string): { personName: string; roleName: string } {
  const member = demonstrationCast.find((one) => one.key === key);
  const language = ctx.language === 'en' ? 'en' : 'zh';
  return { personName: member?.[language] ?? '', roleName: member?.title[language] ?? '' };
}

/** How the page's language writes the name of somebody of the cast; other names stay as they are. */
export function writtenName(ctx: Ctx, name: string): string {
  const member = demonstrationCast.find((one) => one.zh === name);
  return member && ctx.language === 'en' ? member.en : name;
}

/** A moment on the county's clock, such as 18:41. */
export const clockTime = (ctx: Ctx, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: ctx.county.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** The demonstration's pages but this one, to go on with. */
export const onwardFrom = (ctx: Ctx, here: 'story' | 'order' | 'people'): Onward[] =>
  (['story', 'order', 'people'] as const)
    .filter((name) => name !== here)
    .map((name) => ({ href: `/demonstration/${name}`, title: wordsOf(ctx)(`${name}.title`) }));
