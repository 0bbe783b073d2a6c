import { useQuery } from '@tanstack/react-query';
import { App, Select, Switch, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { NoticePreferences } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { offeredLanguages } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { noticesTexts } from './notices-texts.ts';
import { OwnHooks } from './own-hooks.tsx';

/** How I want to be told. */
export function PreferencesPage() {
  const words = useWords(noticesTexts);
  const query = useQuery({
    queryKey: ['notice-preferences'],
    queryFn: ({ signal }) => read<NoticePreferences>('/notice-preferences', {}, { signal }),
  });
  return (
    <Page title={words.preferences} crumb={{ to: '/notices', text: words.title }} meta={words.console}>
      <Loaded query={query} rows={2}>
        {(wishes) => <Wishes wishes={wishes} />}
      </Loaded>
      <div className="wide" style={{ maxWidth: 560, marginTop: 12 }}>
        <OwnHooks />
      </div>
    </Page>
  );
}

function Wishes({ wishes }: { wishes: NoticePreferences }) {
  const words = useWords(noticesTexts);
  const { message } = App.useApp();
  const { run } = useAct<NoticePreferences>();
  const set = async (change: Partial<NoticePreferences>): Promise<void> => {
    const saved = await run('PUT', '/notice-preferences', { ...wishes, ...change });
    if (!saved) return;
    queries.setQueryData(['notice-preferences'], saved);
    void message.success(words.saved);
  };
  const time = (minutes: number | null) =>
    dayjs()
      .startOf('day')
      .add(minutes ?? 0, 'minute');
  const quiet = wishes.quietFrom !== null;
  return (
    <div className="stack wide" style={{ maxWidth: 560 }}>
      <Part
        title={words.email}
        aside={<Switch aria-label={words.email} checked={wishes.email} onChange={(email) => void set({ email })} />}
      >
        <p className="meta">{words.emailHint}</p>
        {wishes.email && (
          <div className="row" style={{ marginTop: 12 }}>
            {words.letters}{' '}
            <Select
              aria-label={words.letters}
              value={wishes.language ?? ''}
              options={[
                { value: '', label: words.asRecorded },
                ...offeredLanguages.map(({ tag, name }) => ({ value: tag, label: name })),
              ]}
              popupMatchSelectWidth={false}
              onChange={(tag) => void set({ language: tag || null })}
            />
          </div>
        )}
      </Part>
      <Part
        title={words.quiet}
        aside={
          <Switch
            aria-label={words.quietOn}
            checked={quiet}
            onChange={(on) =>
              void set(on ? { quietFrom: 22 * 60, quietUntil: 7 * 60 } : { quietFrom: null, quietUntil: null })
            }
          />
        }
      >
        <p className="meta">{words.quietHint}</p>
        {quiet && (
          <div className="row" style={{ marginTop: 12 }}>
            {words.from}{' '}
            <TimePicker
              aria-label={words.from}
              format="HH:mm"
              minuteStep={15}
              allowClear={false}
              value={time(wishes.quietFrom)}
              onChange={(at) => at && void set({ quietFrom: at.hour() * 60 + at.minute() })}
            />
            {words.until}{' '}
            <TimePicker
              aria-label={words.until}
              format="HH:mm"
              minuteStep={15}
              allowClear={false}
              value={time(wishes.quietUntil)}
              onChange={(at) => at && void set({ quietUntil: at.hour() * 60 + at.minute() })}
            />
          </div>
        )}
      </Part>
    </div>
  );
}
