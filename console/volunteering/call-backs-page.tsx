import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CallBackLine } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { callBackTexts } from './call-back-texts.ts';
import { CallBackFiguresPart } from './call-backs/figures-part.tsx';
import { DrawDialog } from './call-backs/draw-dialog.tsx';
import { HeardDialog } from './call-backs/heard-dialog.tsx';
import { SheetDialog } from './call-backs/sheet-dialog.tsx';

/** Call-backs: drawn by a seed, rung about by somebody who had no part in the visit; and how many have spoken. */
export function CallBacksPage() {
  const words = useWords(callBackTexts);
  const language = useLanguage();
  const times = useTimes();
  const mayDraw = useMaySomewhere('call-back.draw');
  const [asking, setAsking] = useState<'draw' | 'sheet' | null>(null);
  const [heard, setHeard] = useState<CallBackLine | null>(null);
  const { message } = App.useApp();
  const { run, busy } = useAct<CallBackLine>();
  const give = async (one: CallBackLine): Promise<void> => {
    const given = await run('POST', `/call-backs/${one.id}/callers`);
    if (!given) return;
    void message.success(words.given(given.callerName ?? ''));
    await refresh();
  };
  const spec: ListSpec<CallBackLine> = {
    name: 'call-backs',
    path: '/call-backs',
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: words.search,
    sorts: [
      { value: 'oldest', label: words.oldest },
      { value: 'newest', label: words.newest },
    ],
    rowKey: (one) => one.id,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: words.open },
        { value: 'done', label: words.done },
      ],
    },
    filters: [{ param: 'mine', label: words.caller, options: [{ value: 'true', label: words.mine }] }],
    columns: [
      {
        key: 'what',
        title: words.what,
        text: (one) => inWords(one.service, language),
        cell: (one) => (
          <>
            <Link to={`/orders/${one.orderId}`}>{inWords(one.service, language)}</Link>
            <div className="second">{inWords(one.place.name, language)}</div>
          </>
        ),
      },
      { key: 'place', title: words.place, exported: true, text: (one) => inWords(one.place.name, language) },
      { key: 'visited', title: words.visited, narrow: true, named: true, text: (one) => times.at(one.visitedAt) },
      { key: 'caller', title: words.caller, named: true, text: (one) => one.callerName ?? words.nobody },
      { key: 'tries', title: words.tries, narrow: true, named: true, text: (one) => String(one.tries) },
      {
        key: 'result',
        title: words.result,
        text: (one) => (one.result ? words.results[one.result] : ''),
        cell: (one) =>
          one.result && (
            <Tag tone={one.result === 'confirmed' ? 'ok' : one.result === 'disputed' ? 'hot' : 'info'}>
              {words.results[one.result]}
            </Tag>
          ),
      },
    ],
    action: (one) => (
      <>
        {one.mine && one.result === null && (
          <Button size="small" type="primary" onClick={() => setHeard(one)}>
            {words.enter}
          </Button>
        )}
        {one.abilities.includes('call-back.give') && (
          <Button size="small" loading={busy} onClick={() => void give(one)}>
            {words.give}
          </Button>
        )}
      </>
    ),
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        <>
          <Button onClick={() => setAsking('sheet')}>{words.sheet}</Button>
          {mayDraw && (
            <Button type="primary" onClick={() => setAsking('draw')}>
              {words.draw}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <CallBackFiguresPart />
        <RecordList spec={spec} />
      </div>
      {asking === 'draw' && <DrawDialog onClose={() => setAsking(null)} />}
      {asking === 'sheet' && <SheetDialog onClose={() => setAsking(null)} />}
      {heard && <HeardDialog callBack={heard} onClose={() => setHeard(null)} />}
    </Page>
  );
}
