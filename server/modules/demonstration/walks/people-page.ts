import { isFromHere, stepIn } from '#access';
import type { Page, PageCall } from '#platform/page';
import { refuse } from '#platform/refuse';
import type { PeoplePageProps } from '../page-contract.ts';
import { cast as demonstrationCast } from '../content/people/cast.ts';
import { loadedEntry } from '../loading/loaded-queries.ts';
import { actOf, mustBeDemonstration } from './story-walk-page.ts';
import { castWords, onwardFrom, wordsOf } from './walk-words.ts';

/** `/demonstration/people`: one click opens the console as somebody of the cast. */
export const peoplePage: Page = {
  path: '/demonstration/people',
  view: 'demonstration/people',
  cached: false,
  withoutRoom: true,
  async load(call) {
    mustBeDemonstration(call);
    return call.ctx.transaction(async (tx) => ({
      props: peopleToBe(call, (await loadedEntry(tx, 'step:all')) === undefined),
    }));
  },
  async submit(call) {
    mustBeDemonstration(call);
    const member =
      demonstrationCast.find(({ login }) => login === call.form['act']) ??
      refuse('BadRequest', {}, [{ path: '/act', code: 'invalid_value' }]);
    return call.ctx.transaction(async (tx) => {
      const { setCookie } = await stepIn(tx, call.request, member.login);
      return { redirect: `/console/?language=${call.ctx.tag}`, headers: { 'set-cookie': setCookie } };
    });
  },
};

function peopleToBe(call: PageCall, isLoading: boolean): PeoplePageProps {
  const say = wordsOf(call.ctx);
  return {
    title: say('people.title'),
    introduction: say(isFromHere(call.request) ? 'people.introduction' : 'only-here'),
    loading: isLoading ? say('people.loading') : null,
    people: demonstrationCast.map(({ key, login }) => {
      const words = castWords(call.ctx, key);
      return {
        key,
        ...words,
        act: actOf(call, login, '/demonstration/people', say('people.act', { name: words.personName })),
      };
    }),
    onward: onwardFrom(call.ctx, 'people'),
  };
}
