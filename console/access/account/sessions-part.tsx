import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { sessionList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';
import { Lines } from './lines.tsx';

/** Where the person is signed in; each can be ended at once. */
export function SessionsPart() {
  const { account } = useWords(accessTexts);
  const language = useLanguage();
  const times = useTimes('real');
  const { run } = useAct<null>();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => read<Answer<typeof sessionList>>('/sessions', {}, { signal }),
  });
  const end = (path: string) => run('DELETE', path).then(() => queries.invalidateQueries({ queryKey: ['sessions'] }));
  return (
    <Part
      title={account.sessions}
      aside={
        (sessions.data?.sessions.length ?? 0) > 1 && (
          <Button onClick={() => void end('/sessions')}>{account.endOthers}</Button>
        )
      }
    >
      <Loaded query={sessions} rows={2}>
        {(list) => (
          <Lines
            empty={account.none}
            lines={list.sessions.map((session) => ({
              key: session.id,
              title: (
                <>
                  {session.device} {session.current && <Tag tone="ok">{account.here}</Tag>}
                </>
              ),
              meta: [
                account.methods[session.method],
                ...(session.station ? [inWords(session.station, language)] : []),
                account.since(times.at(session.madeAt)),
                account.seen(times.at(session.seenAt)),
              ].join(' · '),
              action: session.current ? null : (
                <Button type="text" onClick={() => void end(`/sessions/${session.id}`)}>
                  {account.end}
                </Button>
              ),
            }))}
          />
        )}
      </Loaded>
    </Part>
  );
}
