import { Select } from 'antd';
import type { NoticeLevel } from '@xiangyin/server/contract';
import { Tag, type Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';

const levels: readonly NoticeLevel[] = ['blue', 'yellow', 'orange', 'red'];
const tones: Readonly<Record<NoticeLevel, Tone>> = { blue: 'info', yellow: 'due', orange: 'hot', red: 'hot' };
const ordinary = 'none';

/** Chooses how urgent a notice is; null is an ordinary one. */
export function LevelSelect({
  id,
  value = null,
  onChange,
}: {
  id?: string;
  value?: NoticeLevel | null;
  onChange?: (level: NoticeLevel | null) => void;
}) {
  const words = useWords(newsroomTexts);
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? ordinary}
      options={[
        { value: ordinary, label: words.noLevel },
        ...levels.map((level) => ({ value: level, label: words.levels[level] })),
      ]}
      onChange={(chosen: string) => onChange?.(levels.find((level) => level === chosen) ?? null)}
    />
  );
}

/** The level as a word; its colour says it a second time. */
export function LevelTag({ level }: { level: NoticeLevel }) {
  return <Tag tone={tones[level]}>{useWords(newsroomTexts).levels[level]}</Tag>;
}
