import { bilingual } from '../../kit/texts.ts';

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Words of what correspondents say beside a text. */
export const voiceTexts = bilingual(
  'newsroom.voice',
  {
    title: '录音',
    listen: '听',
    length: clock,
    remove: '去掉',
    removeSure: '以后谁也听不到这段录音，文件在一小时内删掉，找不回来。',
    failed: '录音没有取到，请再试一次。',
  },
  {
    title: 'Voice notes',
    listen: 'Listen',
    length: clock,
    remove: 'Take away',
    removeSure: 'Nobody hears this recording any more; its file is gone within the hour and cannot be brought back.',
    failed: 'The recording could not be fetched. Please try again.',
  },
);
