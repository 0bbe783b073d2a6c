import type { StoryText } from '@xiangyin/document';
import { App } from 'antd';
import type { StoryView } from '@xiangyin/server/contract';
import { furtherChecks } from '../../kit/further-words.ts';
import { useLanguage, useTag } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { checksTexts } from './checks-texts.ts';
import { useCheckRules } from './use-check-rules.ts';
import { sortFindings, useDismissals } from './use-dismissals.ts';
import { useStoryDay } from './use-story-day.ts';

/** Before a text is handed in: whether the numbers of persons in it are meant to be public. One click goes past; without such numbers nothing is asked. */
export function usePrivacyQuestion(story: StoryView): (text: StoryText) => Promise<boolean> {
  const words = useWords(checksTexts);
  const language = useLanguage();
  const tag = useTag();
  const rules = useCheckRules(story.language);
  const day = useStoryDay(story);
  const { dismissals } = useDismissals(story.id);
  const { modal } = App.useApp();
  return async (text) => {
    const { checkText, whyOf } = await import('@xiangyin/document/checks');
    const all = rules === null ? [] : checkText(text, rules, { day });
    // What somebody said is meant to be public is not asked about again.
    const found = sortFindings(all, dismissals).open.filter(({ check }) => check === 'personal-data');
    if (found.length === 0) return true;
    return new Promise((answer) => {
      modal.confirm({
        title: words.privacyTitle,
        icon: null,
        content: (
          <div className="stack tight">
            <p>{words.privacyHint}</p>
            <ul className="findings">
              {found.map((one) => (
                <li key={one.key}>
                  <strong>{one.words}</strong>
                  <p className="finding-why">{whyOf(one, language, furtherChecks(tag))}</p>
                </li>
              ))}
            </ul>
          </div>
        ),
        okText: words.privacyGo,
        cancelText: words.privacyBack,
        onOk: () => answer(true),
        onCancel: () => answer(false),
      });
    });
  };
}
