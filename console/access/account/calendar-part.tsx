import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { calendarFeedView, newCalendarFeed } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { CopyText } from '../../kit/copy-text.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';

/** My calendar on my telephone: a secret address, shown once, renewed or ended here. */
export function CalendarPart() {
  const { account } = useWords(accessTexts);
  const times = useTimes('real');
  const confirm = useConfirm();
  const [address, setAddress] = useState<string | null>(null);
  const { run, busy } = useAct<Answer<typeof newCalendarFeed> | null>();
  const feed = useQuery({
    queryKey: ['calendar-feed'],
    queryFn: ({ signal }) => read<Answer<typeof calendarFeedView>>('/me/calendar-feed', {}, { signal }),
  });
  const make = async (again: boolean): Promise<void> => {
    const sure = { title: account.calendarRenew, consequence: account.calendarRenewSure, act: account.calendarRenew };
    if (again && !(await confirm({ ...sure, danger: false }))) return;
    const made = await run('POST', '/me/calendar-feed', {});
    if (!made) return;
    setAddress(location.origin + made.path);
    await queries.invalidateQueries({ queryKey: ['calendar-feed'] });
  };
  const end = async (): Promise<void> => {
    const sure = { title: account.calendarEnd, consequence: account.calendarEndSure, act: account.calendarEnd };
    if (!(await confirm(sure))) return;
    await run('DELETE', '/me/calendar-feed');
    setAddress(null);
    await queries.invalidateQueries({ queryKey: ['calendar-feed'] });
  };
  return (
    <Part title={account.calendar}>
      <Loaded query={feed} rows={1}>
        {({ madeAt }) => (
          <div className="stack tight">
            <p className="meta">{account.calendarHint}</p>
            {address !== null && (
              <>
                <CopyText text={address} />
                <p>{account.calendarOnce}</p>
              </>
            )}
            <div className="row">
              {madeAt === null ? (
                <Button loading={busy} onClick={() => void make(false)}>
                  {account.calendarMake}
                </Button>
              ) : (
                <>
                  <span>{account.calendarSince(times.on(madeAt))}</span>
                  <Button loading={busy} onClick={() => void make(true)}>
                    {account.calendarRenew}
                  </Button>
                  <Button type="text" loading={busy} onClick={() => void end()}>
                    {account.calendarEnd}
                  </Button>
                </>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Part>
  );
}
