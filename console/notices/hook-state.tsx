import type { HookView } from '@xiangyin/server/contract';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { hookTexts } from './hook-texts.ts';

type Reason = 'gone' | 'signature' | 'sign' | 'ip' | 'keyword' | 'tired' | 'unreachable' | 'tls' | 'inner';

/** What the platforms' codes mean, as their papers say. */
const reasons: Readonly<Record<string, Reason>> = {
  'wecom-93000': 'gone',
  'wecom-45009': 'tired',
  'wecom-45033': 'tired',
  'dingtalk-300001': 'gone',
  'dingtalk-300005': 'gone',
  'dingtalk-310000': 'signature',
  'dingtalk-130101': 'tired',
  'dingtalk-410100': 'tired',
  'feishu-19001': 'gone',
  'feishu-19021': 'sign',
  'feishu-19022': 'ip',
  'feishu-19024': 'keyword',
  'feishu-11232': 'tired',
  unreachable: 'unreachable',
  timeout: 'unreachable',
  'broken-off': 'unreachable',
  tls: 'tls',
  'inner-address': 'inner',
};

/** Why a message was not taken, in words. */
export function useFailureWords(): (code: string) => string {
  const { failures } = useWords(hookTexts);
  return (code) => {
    const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
    if (reason) return failures[reason];
    const status = /^program-(\d+)$/.exec(code)?.[1];
    return status === undefined ? failures.other(code) : failures.answered(status);
  };
}

/** How the last message went. */
export function HookState({ hook }: { hook: HookView }) {
  const words = useWords(hookTexts);
  const times = useTimes();
  const failureWords = useFailureWords();
  if (hook.waiting > 0) return <span className="meta">{words.underWay}</span>;
  if (hook.lastFailure !== null)
    return (
      <>
        <Tag tone="hot">{words.bad}</Tag> <span className="second">{failureWords(hook.lastFailure)}</span>
      </>
    );
  if (hook.lastSentAt === null) return <span className="meta">{words.never}</span>;
  return (
    <>
      <Tag tone="ok">{words.good}</Tag> <span className="second">{words.sent(times.at(hook.lastSentAt))}</span>
    </>
  );
}
