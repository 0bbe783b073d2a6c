import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { DownIcon } from '../../kit/icons.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { docxTexts } from '../docx/docx-texts.ts';
import { useExport } from '../docx/use-export.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { storyTexts } from './story-texts.ts';
import { scheduleTexts } from './schedule-texts.ts';
import { writingTexts } from '../editor/writing-texts.ts';
import { useTakeBack } from '../review/use-take-back.ts';
import { reviewTexts } from '../review/review-texts.ts';
import { reviewStates } from '../story-states.tsx';
import { storyChanged } from '../use-story.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { TurnDialog } from './turn-dialog.tsx';
import { UpdateDialog } from './update-dialog.tsx';

const mayCorrect = (story: StoryView): boolean =>
  story.state === 'done' && story.edition !== null && story.abilities.includes('story.correct');

/** What can be done with a story as it stands: hand in, take back, correct, withdraw, restore, put aside. */
export function StoryActs({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const writing = useWords(writingTexts);
  const storyWords = useWords(storyTexts);
  const schedule = useWords(scheduleTexts);
  const verdicts = useWords(reviewTexts);
  const navigate = useNavigate();
  const files = useWords(docxTexts);
  const saveAsWord = useExport(story);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct<StoryView>();
  const takeBack = useTakeBack();
  const [dialog, setDialog] = useState<'correct' | 'update' | 'withdraw' | 'restore' | 'notice' | 'schedule' | null>(
    null,
  );
  const [address, setAddress] = useSearchParams();
  // The message about a failed review, and its card at "my work", lead here.
  const correcting = dialog === 'correct' || (address.get('correct') === '1' && mayCorrect(story));
  const stopCorrecting = (): void => {
    setDialog(null);
    setAddress({}, { replace: true });
  };
  const may = (ability: string): boolean => story.abilities.includes(ability);
  const send = async (path: string, body: unknown, said: string | null, then?: string): Promise<void> => {
    const after = await run('POST', `/stories/${story.id}/${path}`, body);
    if (!after) return;
    if (said) void message.success(said);
    await storyChanged(after);
    if (then) void navigate(then);
  };
  const publishNow = async (): Promise<void> => {
    const { publishNow: act, publishNowSure: consequence, publishedNow } = schedule;
    if (!(await confirm({ title: act, consequence, act }))) return;
    const after = await run('PUT', `/stories/${story.id}/schedule`, { publishAt: null, held: false });
    if (!after) return;
    void message.success(publishedNow);
    await storyChanged(after);
  };
  const archive = async (archived: boolean): Promise<void> => {
    const after = await run('PUT', `/stories/${story.id}/archived`, { archived });
    if (!after) return;
    void message.success(archived ? verdicts.archiveDone : verdicts.unarchived);
    await storyChanged(after);
  };
  const inWork = story.state === 'draft' || story.state === 'returned';
  const published = story.publicState === 'published';
  const drop = async (): Promise<void> => {
    const asks = published
      ? { title: storyWords.dropCorrection, consequence: storyWords.dropCorrectionSure }
      : { title: storyWords.discard, consequence: storyWords.discardSure };
    if (await confirm({ ...asks, act: asks.title, danger: published })) await send('discards', {}, null);
  };
  const items = [
    ...(mayCorrect(story)
      ? [
          { key: 'correct', label: storyWords.correct, onClick: () => setDialog('correct') },
          { key: 'update', label: storyWords.update, onClick: () => setDialog('update') },
        ]
      : []),
    ...(may('story.end-notice') || (story.kind === 'notice' && story.edition && may('story.edit'))
      ? [{ key: 'notice', label: storyWords.notice, onClick: () => setDialog('notice') }]
      : []),
    ...(may('story.publish') || (reviewStates.includes(story.state) && may('story.schedule'))
      ? [{ key: 'schedule', label: schedule.change, onClick: () => setDialog('schedule') }]
      : []),
    ...(published && (may('story.withdraw') || may('story.withdraw-in-gap'))
      ? [{ key: 'withdraw', label: storyWords.withdraw, danger: true, onClick: () => setDialog('withdraw') }]
      : []),
    ...(story.publicState === 'withdrawn' && may('story.restore')
      ? [{ key: 'restore', label: storyWords.restore, onClick: () => setDialog('restore') }]
      : []),
    ...(story.mayTakeBack
      ? [{ key: 'take-back-signature', label: verdicts.takeBack, onClick: () => void takeBack(story) }]
      : []),
    ...((reviewStates.includes(story.state) || story.state === 'held') && may('story.take-back')
      ? [
          {
            key: 'back',
            label: storyWords.takeBack,
            onClick: () => void send('take-backs', {}, storyWords.takenBack),
          },
        ]
      : []),
    { key: 'word', label: files.export, onClick: () => void saveAsWord() },
    ...(inWork && may('story.discard')
      ? [
          {
            key: 'discard',
            label: published ? storyWords.dropCorrection : storyWords.discard,
            danger: published,
            onClick: () => void drop(),
          },
        ]
      : []),
    ...(may('story.archive')
      ? [
          {
            key: 'archive',
            label: story.archivedAt ? verdicts.unarchive : verdicts.archive,
            onClick: () => void archive(!story.archivedAt),
          },
        ]
      : []),
    ...(story.state === 'discarded' && may('story.discard')
      ? [{ key: 'recover', label: storyWords.recover, onClick: () => void send('recoveries', {}, null) }]
      : []),
  ];
  return (
    <>
      {inWork && may('story.submit') && (
        <Button loading={busy} onClick={() => void send('submissions', { version: story.version }, writing.submitting)}>
          {storyWords.submit}
        </Button>
      )}
      {story.state === 'held' && may('story.hold-over') && (
        <Button type="primary" loading={busy} onClick={() => void send('resumptions', {}, verdicts.resumed)}>
          {verdicts.resume}
        </Button>
      )}
      {may('story.reopen') && (
        <Button loading={busy} onClick={() => void send('reopenings', {}, verdicts.reopened)}>
          {verdicts.reopen}
        </Button>
      )}
      {may('story.publish') && (
        <Button type="primary" loading={busy} onClick={() => void publishNow()}>
          {schedule.publishNow}
        </Button>
      )}
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>
          {words.more} <DownIcon size={14} />
        </Button>
      </Dropdown>
      {correcting && (
        <CorrectDialog
          storyId={story.id}
          onClose={stopCorrecting}
          onCorrect={(note) => send('corrections', { note }, null, `/stories/${story.id}/edit`)}
          busy={busy}
          suggested={story.failedReview?.reason.slice(0, 300) ?? ''}
        />
      )}
      {dialog === 'update' && (
        <UpdateDialog
          onClose={() => setDialog(null)}
          onUpdate={(note) => send('updates', note ? { note } : {}, null, `/stories/${story.id}/edit`)}
          busy={busy}
        />
      )}
      {dialog === 'schedule' && <ScheduleDialog story={story} onClose={() => setDialog(null)} />}
      {dialog === 'notice' && <NoticeDialog story={story} onClose={() => setDialog(null)} />}
      {(dialog === 'withdraw' || dialog === 'restore') && (
        <TurnDialog story={story} turn={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
