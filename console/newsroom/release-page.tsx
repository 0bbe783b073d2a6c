import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReleaseView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { inSentences } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { newsroomTexts } from './newsroom-texts.ts';
import { ReleaseDialog } from './releases/release-dialog.tsx';
import { releaseTexts } from './releases/release-texts.ts';

/** A release: until when its stories are held back, and how far each has come. */
export function ReleasePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['release', id],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read<ReleaseView>(`/releases/${id}`, {}, { signal }),
  });
  return <Loaded query={query}>{(release) => <Release release={release} />}</Loaded>;
}

function Release({ release }: { release: ReleaseView }) {
  const words = useWords(releaseTexts);
  const times = useTimes();
  const { planned, left } = standingOf(release);
  return (
    <Page
      title={release.name}
      crumb={{ to: '/releases', text: words.title }}
      meta={
        <span className="row">
          <Tag tone={release.state === 'released' ? 'ok' : planned ? 'info' : 'plain'}>
            {words.states[release.state]}
          </Tag>
          {release.plannedBy.name} · {times.at(release.releasedAt ?? release.createdAt)}
        </span>
      }
      actions={planned && release.mayPlan ? <Acts release={release} /> : undefined}
    >
      {planned && (
        <p className="notice">
          {inSentences(
            release.releaseAt ? words.embargo(times.at(release.releaseAt)) : words.embargoOpen,
            left > 0 && (release.leaveBehind ? words.leaves(left) : words.waits(left)),
          )}
        </p>
      )}
      <Part title={words.stories}>
        <Stories release={release} />
      </Part>
    </Page>
  );
}

const standingOf = (release: ReleaseView): { planned: boolean; ready: number; left: number } => ({
  planned: release.state === 'planned',
  ready: release.stories.filter((one) => one.isReady).length,
  left: release.stories.filter((one) => !one.isReady).length,
});

function Stories({ release }: { release: ReleaseView }) {
  const words = useWords(releaseTexts);
  const newsroom = useWords(newsroomTexts);
  return (
    <ul className="timeline">
      {release.stories.map((one) => (
        <li key={one.id}>
          <Link to={`/stories/${one.id}`}>{one.title || newsroom.untitled}</Link>
          <div className="row" style={{ gap: 8, marginTop: 4 }}>
            {release.state === 'planned' ? (
              <>
                <Tag tone={one.isReady ? 'ok' : 'due'}>{one.isReady ? words.ready : words.notReady}</Tag>
                {!one.isReady && (
                  <span className="meta">
                    {one.state === 'signed_off' ? words.heldBack : newsroom.states[one.state]}
                  </span>
                )}
              </>
            ) : (
              one.outcome && (
                <Tag tone={one.outcome === 'published' ? 'ok' : 'plain'}>{words.outcomes[one.outcome]}</Tag>
              )
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Acts({ release }: { release: ReleaseView }) {
  const words = useWords(releaseTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct<ReleaseView>();
  const [changing, setChanging] = useState(false);
  const { ready, left } = standingOf(release);
  const send = async (path: string, body: unknown, said: string): Promise<void> => {
    if (await run('POST', `/releases/${release.id}/${path}`, body)) void message.success(said);
    await refresh();
  };
  const goOut = async (): Promise<void> => {
    const all = left === 0;
    const act = all ? words.run : words.runReady(ready);
    const consequence = all ? words.runSure(ready) : words.runReadySure(ready, left);
    if (await confirm({ title: act, consequence, act })) await send('runs', { leaveBehind: !all }, words.ran);
  };
  const giveUp = async (): Promise<void> => {
    if (await confirm({ title: words.cancel, consequence: words.cancelSure, act: words.cancel }))
      await send('cancellations', {}, words.cancelled);
  };
  return (
    <>
      {release.mayRun && (
        <Button type="primary" loading={busy} onClick={() => void goOut()}>
          {left === 0 ? words.run : words.runReady(ready)}
        </Button>
      )}
      <Button onClick={() => setChanging(true)}>{words.change}</Button>
      <Button type="text" loading={busy} onClick={() => void giveUp()}>
        {words.cancel}
      </Button>
      {changing && <ReleaseDialog release={release} onClose={() => setChanging(false)} />}
    </>
  );
}
