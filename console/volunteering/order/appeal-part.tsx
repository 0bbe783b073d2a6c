import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { OrderAppeals, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Due } from '../../kit/due.tsx';
import { Unread } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries, refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { appealTexts } from '../appeal-texts.ts';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';

type Asking = 'granted' | 'upheld' | 'write';

/** What whoever ordered says against the refusal, and the answer of somebody else. */
export function AppealPart({ order }: { order: OrderView }) {
  const words = useWords(appealTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<OrderAppeals>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const may = order.abilities.includes('order.answer-appeal');
  const key = ['order', order.id, 'appeals'];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read<OrderAppeals>(`/orders/${order.id}/appeals`, {}, { signal }),
    enabled: may,
  });
  if (!may) return null;
  if (!query.data) return <Unread query={query} title={words.title} />;
  const [appeal] = query.data.items;
  if (!appeal && !order.abilities.includes('order.appeal')) return null;
  const give = async (what: Asking, reason: string): Promise<boolean> => {
    const after = await (what === 'write'
      ? run('POST', `/orders/${order.id}/appeals`, { said: reason })
      : run('POST', `/orders/${order.id}/appeal-answers`, { verdict: what, reason }));
    if (!after) return false;
    queries.setQueryData(key, after);
    void message.success(what === 'write' ? words.written : words.saved);
    void refresh();
    return true;
  };
  const titles = { granted: words.grant, upheld: words.uphold, write: words.write };
  return (
    <>
      {appeal ? (
        <Said appeal={appeal} onAnswer={setAsking} />
      ) : (
        <Button type="link" style={{ alignSelf: 'start', paddingInline: 0 }} onClick={() => setAsking('write')}>
          {words.write}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={titles[asking]}
          label={asking === 'write' ? words.writeLabel : words.reason}
          busy={busy}
          onClose={() => setAsking(null)}
          onGive={({ reason = '' }: { reason?: string }) => give(asking, reason)}
        />
      )}
    </>
  );
}

function Said({
  appeal,
  onAnswer,
}: {
  appeal: OrderAppeals['items'][number];
  onAnswer: (what: 'granted' | 'upheld') => void;
}) {
  const words = useWords(appealTexts);
  const times = useTimes();
  return (
    <Part title={words.title} aside={appeal.verdict === null && <Due at={appeal.dueAt} />}>
      <p className="meta">{words.said(times.at(appeal.madeAt))}</p>
      {appeal.said && <blockquote style={{ margin: '4px 0 12px' }}>{appeal.said}</blockquote>}
      {appeal.verdict && (
        <p>
          <strong>{words[appeal.verdict]}</strong> {appeal.reason}
        </p>
      )}
      {appeal.verdict === null &&
        (appeal.mayAnswer ? (
          <div className="row">
            <Button type="primary" onClick={() => onAnswer('granted')}>
              {words.grant}
            </Button>
            <Button onClick={() => onAnswer('upheld')}>{words.uphold}</Button>
          </div>
        ) : (
          <p className="meta">{words.own}</p>
        ))}
    </Part>
  );
}
