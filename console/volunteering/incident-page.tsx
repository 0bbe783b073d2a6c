import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { IncidentView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { ReasonDialog } from '../kit/reason-dialog.tsx';
import { safetyTexts } from './safety-texts.ts';

/** One report, whole, and what was done about it. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const incident = useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => read<IncidentView>(`/incidents/${id}`, {}, { signal }),
  });
  const { incidents } = useWords(safetyTexts);
  return (
    <Page title={incidents.title} crumb={{ to: '/incidents', text: incidents.all }} meta={incidents.lead}>
      <Loaded query={incident} rows={4}>
        {(one) => <Incident incident={one} />}
      </Loaded>
    </Page>
  );
}

function Incident({ incident }: { incident: IncidentView }) {
  const { incidents } = useWords(safetyTexts);
  const language = useLanguage();
  const times = useTimes();
  const isOpen = incident.closedAt === null && incident.abilities.includes('incident.write');
  const [writing, setWriting] = useState<'note' | 'close' | null>(null);
  return (
    <div className="stack">
      <Part title={incidents.kinds[incident.kind]}>
        <div className="stack tight">
          <p className="row">
            {incident.closedAt ? (
              <Tag tone="ok">{incidents.closedAt(times.at(incident.closedAt))}</Tag>
            ) : (
              incident.urgent && <Tag tone="hot">{incidents.urgent}</Tag>
            )}
          </p>
          <dl className="facts">
            <dt>{incidents.said}</dt>
            <dd>{incident.said}</dd>
            <dt>{incidents.what}</dt>
            <dd>
              {inWords(incident.service, language)} · {inWords(incident.place.name, language)}
            </dd>
            <dt>{incidents.happened}</dt>
            <dd>{times.at(incident.happenedAt)}</dd>
            <dt>{incidents.by}</dt>
            <dd>
              {incident.reportedByName} <span className="meta">{times.at(incident.enteredAt)}</span>
            </dd>
            <dt>{incidents.went}</dt>
            <dd>{listed(incident.helperNames)}</dd>
          </dl>
        </div>
      </Part>
      <Part title={incidents.notes}>
        <ol className="timeline">
          {incident.notes.map((note) => (
            <li key={note.at}>
              {note.said}
              <div className="meta">
                {note.byName} · {times.at(note.at)}
              </div>
            </li>
          ))}
        </ol>
        {isOpen && (
          <div className="row">
            <Button type="primary" onClick={() => setWriting('note')}>
              {incidents.note}
            </Button>
            <Button onClick={() => setWriting('close')}>{incidents.close}</Button>
          </div>
        )}
      </Part>
      {writing && <NoteDialog incident={incident} closing={writing === 'close'} onClose={() => setWriting(null)} />}
    </div>
  );
}

function NoteDialog({ incident, closing, onClose }: { incident: IncidentView; closing: boolean; onClose: () => void }) {
  const { incidents } = useWords(safetyTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<IncidentView>();
  const give = async ({ reason }: { reason?: string }): Promise<boolean> => {
    const done = await run('POST', `/incidents/${incident.id}/${closing ? 'closings' : 'notes'}`, { said: reason });
    if (!done) return false;
    void message.success(incidents.saved);
    await refresh();
    return true;
  };
  return (
    <ReasonDialog
      title={closing ? incidents.close : incidents.note}
      label={closing ? incidents.closeLabel : incidents.noteLabel}
      busy={busy}
      onClose={onClose}
      onGive={give}
    />
  );
}
