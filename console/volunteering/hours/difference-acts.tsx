import { App, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import type { HourDifferenceLine } from '@xiangyin/server/contract';
import { useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { endWords } from './end-words.ts';
import { proofTexts } from './hours-texts.ts';

type Asking = 'disagree' | 'decide';

/** What can be done about a difference by whoever looks at it: agree, ask for a decision, decide. */
export function DifferenceActs({ difference }: { difference: HourDifferenceLine }) {
  const { differences: words } = useWords(proofTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<HourDifferenceLine>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const send = async (path: 'answers' | 'decisions', body: unknown): Promise<boolean> => {
    if (!(await run('POST', `/hour-differences/${difference.id}/${path}`, body))) return false;
    void message.success(words.saved);
    await refresh();
    return true;
  };
  const may = (ability: string): boolean => difference.abilities.includes(ability);
  const most = Math.max(difference.recorded.minutes, difference.said.minutes);
  return (
    <div className="row">
      {may('hours.answer-difference') && (
        <>
          <Button size="small" loading={busy} onClick={() => void send('answers', { agrees: true })}>
            {words.agree}
          </Button>
          <Button size="small" onClick={() => setAsking('disagree')}>
            {words.disagree}
          </Button>
        </>
      )}
      {may('hours.decide') && (
        <Button size="small" type="primary" onClick={() => setAsking('decide')}>
          {words.decide}
        </Button>
      )}
      {asking === 'disagree' && (
        <ReasonDialog
          title={words.disagree}
          hint={words.disagreeHint}
          label={words.words}
          optional
          busy={busy}
          onClose={() => setAsking(null)}
          onGive={({ reason }: { reason?: string }) => send('answers', { agrees: false, said: reason ?? '' })}
        />
      )}
      {asking === 'decide' && (
        <ReasonDialog<{ reason?: string; minutes?: number | null }>
          title={words.decide}
          hint={words.decideHint}
          label={words.reason}
          busy={busy}
          onClose={() => setAsking(null)}
          onGive={({ reason, minutes }) => send('decisions', { reason, minutes })}
        >
          <Form.Item name="minutes" label={words.minutes} rules={[{ required: true }]}>
            <InputNumber min={0} max={most} precision={0} style={{ width: 140 }} />
          </Form.Item>
        </ReasonDialog>
      )}
    </div>
  );
}

/** Both versions, one under the other. */
export function BothVersions({ difference }: { difference: HourDifferenceLine }) {
  const { differences: words, sums } = useWords(proofTexts);
  const language = useLanguage();
  const { recorded, said, people } = difference;
  return (
    <>
      <div>
        {words.recorded(recorded.minutes)} <span className="second">{sums.classes[recorded.evidence]}</span>
      </div>
      <div>
        {words.said(said.minutes)} <span className="second">{words.to[said.to]}</span>
      </div>
      {people.map((one) => (
        <div key={one.personId} className="second">
          {one.agrees === null
            ? words.silent(one.name)
            : one.agrees
              ? words.agrees(one.name)
              : words.disagrees(one.name)}
          {one.said && (language === 'en' ? `: ${one.said}` : `：${one.said}`)}
        </div>
      ))}
    </>
  );
}

/** How it ended, with the class of evidence in which the hours stand, or that none do. */
export function DifferenceEnd({ end }: { end: NonNullable<HourDifferenceLine['end']> }) {
  const { differences: words, sums } = useWords(proofTexts);
  return (
    <>
      <Tag tone="ok">{endWords(end, words)}</Tag>
      {end.minutes > 0 && (
        <div className="second">{end.inLedger ? words.recordedAs(sums.classes[end.inLedger]) : words.notRecorded}</div>
      )}
      {end.reason && <div className="second">{end.reason}</div>}
    </>
  );
}
