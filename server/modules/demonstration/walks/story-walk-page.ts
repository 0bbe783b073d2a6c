import { randomUUID } from 'node:crypto';
import { isFromHere } from '#access';
import { displayNames } from '#people';
import type { Page, PageCall } from '#platform/page';
import { found, refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { WalkAct, WalkPageProps, WalkResult, WalkStep } from '../page-contract.ts';
import { changeOneCharacter, signTonight, storyCast, tonightsNotice } from './story-walk.ts';
import { approvalsOf, walkFacts } from './walk-queries.ts';
import type { StorySignature, WalkFacts } from './walk-queries.ts';
import { castWords, clockTime, onwardFrom, wordsOf, writtenName } from './walk-words.ts';

/** `/demonstration/story`: from the last signature to the public page, and what one character does to the signatures. */
export const storyWalkPage: Page = {
  path: '/demonstration/story',
  view: 'demonstration/walk',
  cached: false,
  async load(call) {
    mustBeDemonstration(call);
    return { props: await call.ctx.transaction((tx) => storyWalk(tx, call)) };
  },
  async submit(call) {
    mustBeDemonstration(call);
    if (call.form['act'] === 'sign') return signTonight(call);
    if (call.form['act'] === 'change') return changeOneCharacter(call);
    return refuse('BadRequest', {}, [{ path: '/act', code: 'invalid_value' }]);
  },
};

/** Guided walks exist in a demonstration county alone. Refuses: NotFound (404). */
export function mustBeDemonstration({ ctx }: PageCall): void {
  if (!ctx.county.demonstration) refuse('NotFound');
}

/** The one click of a step: fields for its form with a fresh key. From another machine there is none. */
export function actOf(call: PageCall, act: string, action: string, label: string): WalkAct | null {
  return isFromHere(call.request) ? { kind: 'post', action, fields: { key: randomUUID(), act }, label } : null;
}

async function storyWalk(tx: Tx, call: PageCall): Promise<WalkPageProps> {
  const say = wordsOf(call.ctx);
  const notice = await tonightsNotice(tx);
  const story = call.ctx.language === 'en' ? notice.en : notice.zh;
  const facts = await walkFacts(tx, 'story', story.id);
  const steps = await storySteps(tx, call, {
    published: story.publicState === 'published',
    changed: facts.change !== undefined,
    signed: await approvalsOf(tx, story.id),
    handedInAt: story.createdAt,
  });
  return {
    walk: 'story',
    title: say('story.title'),
    introduction: [say('story.introduction'), isFromHere(call.request) ? '' : say('only-here')].join(' ').trim(),
    steps,
    result: story.publicState === 'published' ? resultOf(call, facts, story.slug) : null,
    onward: onwardFrom(call.ctx, 'story'),
  };
}

interface Standing {
  published: boolean;
  changed: boolean;
  signed: StorySignature[];
  handedInAt: Date;
}

async function storySteps(tx: Tx, call: PageCall, now: Standing): Promise<WalkStep[]> {
  const { ctx } = call;
  const say = wordsOf(ctx);
  const names = await displayNames(
    tx,
    now.signed.map((one) => one.signerId),
  );
  const signer = (step: string): { name: string; time: string } => {
    const one = now.signed.find((signature) => signature.step === step);
    return { name: writtenName(ctx, names.get(one?.signerId ?? '') ?? ''), time: one ? clockTime(ctx, one.at) : '' };
  };
  const done = (key: string, person: string, values: Record<string, string>): WalkStep => ({
    key,
    state: 'done',
    ...castWords(ctx, person),
    title: say(`story.${key}.title`),
    text: say(`story.${key}.text`, values),
    act: null,
  });
  const step = (key: 'sign' | 'change', state: WalkStep['state']): WalkStep => ({
    key,
    state,
    ...castWords(ctx, storyCast[key]),
    title: say(`story.${key}.title`),
    text: say(`story.${key}.text`),
    act:
      state === 'now'
        ? actOf(
            call,
            key,
            '/demonstration/story',
            say(`story.${key}.act`, { name: castWords(ctx, storyCast[key]).personName }),
          )
        : null,
  });
  return [
    done('write', storyCast.write, {
      name: castWords(ctx, storyCast.write).personName,
      time: clockTime(ctx, now.handedInAt),
    }),
    { ...done('first', 'linxiaohe', signer('first_review')), personName: signer('first_review').name },
    done('second', 'shenqiu', { ...signer('second_review'), name: castWords(ctx, 'shenqiu').personName }),
    step('sign', now.published ? 'done' : 'now'),
    step('change', !now.published ? 'ahead' : now.changed ? 'done' : 'now'),
  ];
}

function resultOf({ ctx }: PageCall, facts: WalkFacts, slug: string | null): WalkResult {
  const say = wordsOf(ctx);
  return {
    signOffToPublicMilliseconds: facts.milliseconds ?? null,
    change: facts.change ?? null,
    text: say(facts.change ? 'story.result.changed' : 'story.result.signed'),
    link: { href: `/stories/${found(slug)}`, label: say('story.result.link') },
  };
}
