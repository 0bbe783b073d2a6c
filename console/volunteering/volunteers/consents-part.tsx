import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { VolunteerConsents } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Unread } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { consentTexts } from '../consent-texts.ts';

/** What a volunteer agreed to, purpose by purpose, with its dates; one's own, or a guardian's at the station, is taken back here. */
export function ConsentsPart({ personId }: { personId: string }) {
  const words = useWords(consentTexts);
  const times = useTimes();
  const confirm = useConfirm();
  const { run, busy } = useAct<VolunteerConsents>();
  const path = `/volunteers/${personId}/consents`;
  const query = useQuery({
    queryKey: ['volunteers', personId, 'consents'],
    queryFn: ({ signal }) => read<VolunteerConsents>(path, {}, { signal }),
  });
  const say = async (purpose: VolunteerConsents['items'][number]['purpose'], given: boolean): Promise<void> => {
    const asked = { title: words.purposes[purpose], consequence: words.follows[purpose], act: words.takeBack };
    if (!given && !(await confirm(asked))) return;
    if (await run('POST', path, { purpose, given })) await refresh();
  };
  if (!query.data) return <Unread query={query} title={words.title} />;
  return (
    <Part title={words.title}>
      {query.data.items.map((one) => (
        <div key={one.purpose} style={{ marginBottom: 12 }}>
          <div className="row">
            <strong>{words.purposes[one.purpose]}</strong>
            <Tag tone={one.given ? 'ok' : 'hot'}>{one.given ? words.yes : words.no}</Tag>
            {one.mayChange && (
              <Button size="small" loading={busy} onClick={() => void say(one.purpose, !one.given)}>
                {one.given ? words.takeBack : words.give}
              </Button>
            )}
          </div>
          <div className="second">
            {one.said.length === 0
              ? words.withFirst
              : one.said
                  .map((said) => `${said.given ? words.gave : words.took} ${times.at(said.at)} · ${words.by[said.by]}`)
                  .join(' / ')}
          </div>
        </div>
      ))}
    </Part>
  );
}
