import { App, Checkbox } from 'antd';
import type { ChainListView, VoidingRule } from '@xiangyin/server/contract';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { storyTexts } from '../story/story-texts.ts';
import { chainTexts } from './chain-texts.ts';

type Step = VoidingRule['falls'][number];

/** Steps that fall together on this page; the API could part them. */
const groups = {
  reviews: ['first_review', 'second_review'],
  proofs: ['first_proof', 'second_proof', 'third_proof'],
  aloud: ['read_aloud'],
} as const satisfies Record<string, readonly Step[]>;
type Group = keyof typeof groups;

/** What an edit in review voids: for each part, the signatures that fall with it. The final ones always do. */
export function VoidingPart({ rules, mayArrange }: { rules: ChainListView['voiding']; mayArrange: boolean }) {
  const words = useWords(chainTexts);
  const story = useWords(storyTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<ChainListView>();
  const falls = (rule: VoidingRule, group: Group): boolean => groups[group].every((step) => rule.falls.includes(step));
  const set = async (rule: VoidingRule, group: Group, on: boolean): Promise<void> => {
    const of: readonly Step[] = groups[group];
    const kept = rule.falls.filter((step) => !of.includes(step));
    if (!(await run('PUT', `/voiding-rules/${rule.part}`, { falls: on ? [...kept, ...of] : kept }))) return;
    void message.success(words.voidingSaved);
    await refresh();
  };
  return (
    <Part title={words.voiding}>
      <p className="meta" style={{ marginBottom: 8 }}>
        {words.voidingLead}
      </p>
      <ul className="voiding">
        {rules.map((rule) => (
          <li key={rule.part}>
            <span>{words.voidingOf(story.parts[rule.part])}</span>
            <span className="row" style={{ gap: '4px 20px' }}>
              {(['reviews', 'proofs', 'aloud'] as const).map((group) => (
                <Checkbox
                  key={group}
                  checked={falls(rule, group)}
                  disabled={!mayArrange || busy}
                  onChange={({ target }) => void set(rule, group, target.checked)}
                >
                  {words.voidingGroups[group]}
                </Checkbox>
              ))}
              <Checkbox checked disabled>
                {words.voidingGroups.final}
              </Checkbox>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
