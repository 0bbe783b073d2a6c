import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ServiceView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { usePlaceHere } from '../kit/here.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { usePublicPrefix } from '../kit/public-prefix.ts';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { timeNames, useLimitWords } from './limits/limit-span.ts';
import { useAct } from '../kit/use-act.ts';
import { usePlaces } from '../places/use-places.ts';
import { deskTexts } from './desk-texts.ts';
import { ServiceDialog } from './services/service-dialog.tsx';
import { useMonths } from './use-months.ts';
import { useTerms } from './use-terms.ts';
import { volunteeringTexts } from './volunteering-texts.ts';
import { serviceTexts } from './services/service-texts.ts';
import { volunteerTexts } from './volunteers/volunteer-texts.ts';

/** One service of the catalogue with its limits. */
export function ServicePage() {
  const { slug = '' } = useParams();
  const query = useQuery({
    queryKey: ['services', slug],
    queryFn: ({ signal }) => read<ServiceView>(`/services/${slug}`, {}, { signal }),
  });
  return <Loaded query={query}>{(service) => <Service service={service} />}</Loaded>;
}

function Service({ service }: { service: ServiceView }) {
  const words = useWords(volunteeringTexts);
  const volunteerWords = useWords(volunteerTexts);
  const services = useWords(serviceTexts);
  const desk = useWords(deskTexts);
  // Printed at a station, the sheet names that station.
  const placeId = usePlaceHere();
  const { byId, steps } = usePlaces();
  const code = byId(placeId ?? '')?.code;
  const here = code ? `?place=${code}` : '';
  const publicPrefix = usePublicPrefix();
  const language = useLanguage();
  const say = useLimitWords();
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const trainings = useTerms('training');
  const { run, busy } = useAct<ServiceView>();
  const months = useMonths();
  const times = useTimes();
  const edge = (month: number, day: number | undefined): string =>
    day === undefined ? (months[month - 1] ?? '') : services.seasonDay(months[month - 1] ?? '', day);
  const [changing, setChanging] = useState(false);
  const sure = useConfirm();
  const turn = async (): Promise<void> => {
    const name = inWords(service.facts.name, language);
    const question = { title: services.stopTitle(name), consequence: services.stopSure, act: services.stop };
    if (service.active && !(await sure(question))) return;
    await run('PATCH', `/services/${service.id}`, { version: service.version, active: !service.active });
    await refresh();
  };
  const mayWrite = service.abilities.includes('service.write');
  const { facts, limits } = service;
  const text = (value: Parameters<typeof inWords>[0]): string => inWords(value, language) || '—';
  return (
    <Page
      title={inWords(facts.name, language)}
      crumb={{ to: '/services', text: services.title }}
      meta={
        <Tag tone={service.active && service.open ? 'ok' : 'plain'}>
          {service.active ? (service.open ? services.open : services.closed) : services.inactive}
        </Tag>
      }
      actions={
        mayWrite && (
          <>
            <Button loading={busy} onClick={() => void turn()}>
              {service.active ? services.stop : services.resume}
            </Button>
            <Button type="primary" onClick={() => setChanging(true)}>
              {volunteerWords.change}
            </Button>
          </>
        )
      }
    >
      <div className="split">
        <Part
          title={words.order.what}
          aside={
            <span className="row">
              <a href={`${publicPrefix}/services/${service.slug}`}>{services.publicPage}</a>
              {service.active && (
                <a href={`${publicPrefix}/services/${service.slug}/paper${here}`} target="_blank" rel="noreferrer">
                  {desk.paper}
                </a>
              )}
            </span>
          }
        >
          <dl className="facts">
            <dt>{services.summary}</dt>
            <dd>{text(facts.summary)}</dd>
            <dt>{services.prepare}</dt>
            <dd>{text(facts.prepare)}</dd>
            <dt>{services.whoMay}</dt>
            <dd>{text(facts.whoMay)}</dd>
            <dt>{services.where}</dt>
            <dd>
              {words.order.where[facts.where]} · {services.minutes(facts.durationMinutes)} ·{' '}
              {words.taken(0, facts.peopleNeeded).replace('0/', '').replace('0 of ', '')}
              {facts.pair && ` · ${words.order.pair}`}
            </dd>
            <dt>{services.skills}</dt>
            <dd>{listed(facts.skills.map(skills.name)) || '—'}</dd>
            <dt>{services.licences}</dt>
            <dd>{listed([...facts.licences, ...facts.licencesOfAll].map(licences.name)) || '—'}</dd>
            {(facts.trainings ?? []).length > 0 && (
              <>
                <dt>{services.trainings}</dt>
                <dd>{listed((facts.trainings ?? []).map(trainings.name))}</dd>
              </>
            )}
            <dt>{services.risk}</dt>
            <dd>{services.risks[facts.riskClass]}</dd>
            <dt>{services.evidence}</dt>
            <dd>{services.evidences[facts.evidenceRule]}</dd>
            <dt>{services.group}</dt>
            <dd>
              {inWords(service.groupName, language)} · {steps[service.level].service} ·{' '}
              {listed([service.place, ...service.alsoAt].map((place) => inWords(place.name, language)))}
            </dd>
            {facts.season && (
              <>
                <dt>{services.seasonName}</dt>
                <dd>
                  {services.seasonSpan(
                    edge(facts.season.fromMonth, facts.season.fromDay),
                    edge(facts.season.toMonth, facts.season.toDay),
                  )}
                  {service.opensOn && ` · ${services.opensOn(times.on(`${service.opensOn}T12:00:00Z`))}`}
                </dd>
              </>
            )}
          </dl>
        </Part>
        <Part title={services.limitTitle}>
          <dl className="facts">
            {timeNames.map((name) => (
              <div key={name.key} style={{ display: 'contents' }}>
                <dt>{services[name.word]}</dt>
                <dd>{say(limits, name).whole}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </div>
      {changing && (
        <ServiceDialog service={service} onClose={() => setChanging(false)} onSaved={() => void refresh()} />
      )}
    </Page>
  );
}
