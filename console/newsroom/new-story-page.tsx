import { Button, DatePicker, Form, Segmented, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useNavigate, useSearchParams } from 'react-router';
import type { NewStoryRequest, NoticeLevel, StoryView } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { usePlaceHere } from '../kit/here.ts';
import { useLanguage } from '../kit/language.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere, useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { fromCounty } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { newsroomTexts } from './newsroom-texts.ts';
import { newStoryTexts } from './new-story-texts.ts';
import { LevelSelect } from './story/level.tsx';
import { useSectionChoices } from './use-sections.ts';

interface Typed {
  kind: 'story' | 'notice';
  language: 'zh-CN' | 'en';
  sectionId: string;
  placeIds: string[];
  level?: NoticeLevel | null;
  validUntil?: Dayjs;
}

/** Begins a story: only what must be known before writing. */
export function NewStoryPage() {
  const words = useWords(newsroomTexts);
  const fresh = useWords(newStoryTexts);
  const language = useLanguage();
  const me = useMe();
  const here = usePlaceHere();
  const sections = useSectionChoices();
  const mayArrange = useMaySomewhere('section.arrange');
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [form] = Form.useForm<Typed>();
  const kind = Form.useWatch('kind', form);
  const { run, busy } = useAct<StoryView>({ onProblem: (problem) => showInForm(form, problem) });
  const begin = async (typed: Typed): Promise<void> => {
    const body: NewStoryRequest = {
      kind: typed.kind,
      language: typed.language,
      sectionId: typed.sectionId,
      placeIds: typed.placeIds,
      text: {
        v: 1,
        language: typed.language,
        title: '',
        deck: '',
        body: { type: 'doc', content: [{ type: 'paragraph' }] },
      },
      ...(typed.kind === 'notice' && typed.validUntil
        ? { validUntil: fromCounty(typed.validUntil, me.county.timeZone) }
        : {}),
      ...(typed.kind === 'notice' && typed.level !== undefined ? { level: typed.level } : {}),
      ...(address.get('translationOf') ? { translationOf: address.get('translationOf') } : {}),
    };
    const story = await run('POST', '/stories', body);
    if (story) void navigate(`/stories/${story.id}/edit`, { replace: true });
  };
  const needed = [{ required: true, message: fresh.needed }];
  const wished = address.get('language');
  const initial = {
    kind: address.get('kind') === 'notice' ? 'notice' : 'story',
    language: wished === 'en' || wished === 'zh-CN' ? wished : language,
    placeIds: here ? [here] : me.places.slice(0, 1).map((place) => place.id),
    sectionId: address.get('section') ?? undefined,
  };
  if (sections.none)
    return (
      <Page title={fresh.title} crumb={{ to: '/stories', text: words.stories }}>
        <Quiet title={fresh.noSections} {...(mayArrange ? {} : { hint: fresh.noSectionsAsk })}>
          {mayArrange && (
            <LinkButton to="/sections" type="primary">
              {fresh.openSection}
            </LinkButton>
          )}
        </Quiet>
      </Page>
    );
  return (
    <Page title={fresh.title} crumb={{ to: '/stories', text: words.stories }}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        style={{ maxWidth: 460 }}
        initialValues={initial}
        onFinish={(typed) => void begin(typed)}
      >
        <Form.Item name="kind" label={fresh.kind}>
          <Segmented
            aria-label={fresh.kind}
            options={(['story', 'notice'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          />
        </Form.Item>
        <Form.Item name="sectionId" label={fresh.section} rules={needed}>
          <Select options={sections.options} />
        </Form.Item>
        <Form.Item name="placeIds" label={fresh.places} rules={needed}>
          <PlacePicker multiple />
        </Form.Item>
        {/* A translation begins with its original's. */}
        {kind === 'notice' && !address.get('translationOf') && (
          <Form.Item name="level" label={words.level} extra={words.levelHint}>
            <LevelSelect />
          </Form.Item>
        )}
        {kind === 'notice' && (
          <Form.Item name="validUntil" label={fresh.validUntil} extra={fresh.noticeHint}>
            <DatePicker showTime={{ format: 'HH:mm' }} />
          </Form.Item>
        )}
        <Form.Item name="language" label={fresh.language}>
          <Segmented
            aria-label={fresh.language}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {fresh.begin}
        </Button>
      </Form>
    </Page>
  );
}
