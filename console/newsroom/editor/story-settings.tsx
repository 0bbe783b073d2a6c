import { App, Checkbox, Form, Input, Select } from 'antd';
import { useId } from 'react';
import type { StoryView, storyChange } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import type { Sent } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { newsroomTexts } from '../newsroom-texts.ts';
import { writingTexts } from './writing-texts.ts';
import { newStoryTexts } from '../new-story-texts.ts';
import { storiesTexts } from '../stories/stories-texts.ts';
import { storyChanged } from '../use-story.ts';
import { useChainChoices } from '../chains/use-chains.ts';
import { useSections } from '../use-sections.ts';
import { LevelSelect } from '../story/level.tsx';
import { NoticeFields } from '../story/notice-fields.tsx';
import { EmbargoField } from '../story/embargo-field.tsx';
import { ScheduleFields } from '../story/schedule-fields.tsx';

/** How it is published: section, places, byline, kind, level, validity, path. Each change is sent when it is made. */
export function StorySettings({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const writing = useWords(writingTexts);
  const fresh = useWords(newStoryTexts);
  const listWords = useWords(storiesTexts);
  const language = useLanguage();
  const names = useId();
  const { message } = App.useApp();
  const sections = useSections();
  const mayChoose = story.abilities.includes('story.choose-path');
  const chains = useChainChoices(story);
  const { run } = useAct<StoryView>();
  const set = async (change: Sent<typeof storyChange>): Promise<void> => {
    const after = await run('PATCH', `/stories/${story.id}`, change);
    if (!after) return;
    void message.success(writing.settingsSaved);
    await storyChanged(after);
  };
  return (
    <Part title={writing.facts}>
      <Form layout="vertical" component="div">
        <Form.Item label={listWords.columns.section} htmlFor={`${names}section`}>
          <Select
            id={`${names}section`}
            value={story.section.id}
            options={
              sections.some((section) => section.value === story.section.id)
                ? sections
                : [...sections, { value: story.section.id, label: inWords(story.section.name, language) }]
            }
            onChange={(sectionId: string) => void set({ sectionId })}
          />
        </Form.Item>
        <Form.Item label={fresh.places} htmlFor={`${names}places`}>
          <PlacePicker
            id={`${names}places`}
            multiple
            value={story.places.map((place) => place.id)}
            onChange={(placeIds: string[]) => placeIds.length > 0 && void set({ placeIds })}
          />
        </Form.Item>
        <Form.Item label={writing.byline} htmlFor={`${names}byline`}>
          <Input
            id={`${names}byline`}
            key={story.byline}
            defaultValue={story.byline}
            maxLength={80}
            onBlur={(event) =>
              event.target.value.trim() !== '' &&
              event.target.value !== story.byline &&
              void set({ byline: event.target.value })
            }
          />
        </Form.Item>
        <Form.Item label={fresh.kind} htmlFor={`${names}kind`}>
          <Select
            id={`${names}kind`}
            value={story.kind}
            options={(['story', 'notice'] as const).map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => void set({ kind })}
          />
        </Form.Item>
        {story.kind === 'notice' && (
          <Form.Item label={words.level} htmlFor={`${names}level`} extra={words.levelHint}>
            <LevelSelect id={`${names}level`} value={story.level} onChange={(level) => void set({ level })} />
          </Form.Item>
        )}
        {story.kind === 'notice' && <NoticeFields story={story} set={(change) => void set(change)} />}
        {(story.abilities.includes('story.schedule') || story.abilities.includes('story.publish')) && (
          <ScheduleFields story={story} />
        )}
        {story.abilities.includes('story.edit') && <EmbargoField key={story.embargo?.until} story={story} />}
        <Form.Item label={writing.path} htmlFor={`${names}path`}>
          <Select
            id={`${names}path`}
            value={story.chain.isChosen ? story.path : ''}
            disabled={!mayChoose}
            options={chains}
            onChange={(path) => void set({ path: path === '' ? null : path })}
          />
        </Form.Item>
        {mayChoose && (
          <Form.Item extra={words.chain.importantHint}>
            <Checkbox checked={story.important} onChange={({ target }) => void set({ important: target.checked })}>
              {words.chain.important}
            </Checkbox>
          </Form.Item>
        )}
      </Form>
    </Part>
  );
}
