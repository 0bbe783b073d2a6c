import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { IdeaView, NewIdeaRequest } from '@xiangyin/server/contract';
import { usePlaceHere } from '../../kit/here.ts';
import { refresh } from '../../kit/queries.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { planningTexts } from './planning-texts.ts';

const views = { board: '/plan', calendar: '/plan/calendar', meeting: '/plan/meeting', list: '/ideas' } as const;

/** From one view of planning to another; the filters that all of them know go along. */
export function PlanViews({ at }: { at: keyof typeof views }) {
  const words = useWords(planningTexts);
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const kept = new URLSearchParams([...address].filter(([name]) => ['section', 'person', 'kind'].includes(name)));
  const rest = kept.size > 0 ? `?${kept.toString()}` : '';
  return (
    <Segmented
      aria-label={words.view}
      value={at}
      onChange={(to) => void navigate(`${views[to]}${rest}`)}
      options={(Object.keys(views) as (keyof typeof views)[]).map((value) => ({ value, label: words.views[value] }))}
    />
  );
}

/** One line, and the idea is noted down; with a day, on that day. */
export function QuickIdea({ day, dayName }: { day?: string; dayName?: string }) {
  const words = useWords(planningTexts);
  const { message } = App.useApp();
  const here = usePlaceHere();
  const mayPropose = useMaySomewhere('idea.propose');
  const [title, setTitle] = useState('');
  const { run, busy } = useAct<IdeaView>();
  if (!mayPropose) return null;
  const note = async (): Promise<void> => {
    const line = title.trim();
    if (line === '' || busy) return;
    const body: NewIdeaRequest = {
      title: line,
      ...(here ? { placeIds: [here] } : {}),
      ...(day ? { window: { fromOn: day } } : {}),
    };
    if (!(await run('POST', '/ideas', body))) return;
    setTitle('');
    void message.success(words.noted);
    await refresh();
  };
  return (
    <form
      className="quick-idea"
      onSubmit={(event) => {
        event.preventDefault();
        void note();
      }}
    >
      <Input
        value={title}
        maxLength={200}
        aria-label={words.title}
        placeholder={day && dayName ? words.quickOn(dayName) : words.quick}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={busy} disabled={title.trim() === ''}>
        {words.note}
      </Button>
    </form>
  );
}
