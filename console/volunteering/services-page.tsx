import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ServiceView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { usePlaces } from '../places/use-places.ts';
import { timeNames, useLimitWords } from './limits/limit-span.ts';
import { ServiceDialog } from './services/service-dialog.tsx';
import { useTerms } from './use-terms.ts';
import { volunteeringTexts } from './volunteering-texts.ts';
import { serviceTexts } from './services/service-texts.ts';
import { volunteerTexts } from './volunteers/volunteer-texts.ts';

/** The catalogue. */
export function ServicesPage() {
  const words = useWords(volunteeringTexts);
  const volunteerWords = useWords(volunteerTexts);
  const services = useWords(serviceTexts);
  const language = useLanguage();
  const say = useLimitWords();
  const navigate = useNavigate();
  const groups = useTerms('group');
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const { isBelow, steps } = usePlaces();
  const [address] = useSearchParams();
  const mayWrite = useMaySomewhere('service.write');
  const [adding, setAdding] = useState(false);
  const state = (service: ServiceView): string =>
    !service.active ? services.inactive : service.open ? services.open : services.closed;
  const spec: ListSpec<ServiceView> = {
    name: 'services',
    path: '/services',
    // The API leaves out what is not offered any more unless it is asked for just that.
    always: { active: address.get('active') === 'false' ? false : undefined },
    local: {
      // Offered here, with all above whose offers reach this far, or somewhere below.
      isHere: (service, here) => isBelow(here, service.place.id) || isBelow(service.place.id, here),
      matches: (service, search, chosen) =>
        (search === '' ||
          Object.values(service.facts.name).some((name) => name?.toLowerCase().includes(search.toLowerCase()))) &&
        (chosen('group') === '' || service.group === chosen('group')) &&
        (chosen('skill') === '' || service.facts.skills.includes(chosen('skill'))) &&
        (chosen('licence') === '' ||
          [...service.facts.licences, ...service.facts.licencesOfAll].includes(chosen('licence'))),
    },
    rowKey: (service) => service.id,
    href: (service) => `/services/${service.slug}`,
    filters: [
      { param: 'group', label: services.group, options: groups.choices },
      { param: 'skill', label: volunteerWords.skill, options: skills.choices },
      { param: 'licence', label: volunteerWords.licence, options: licences.choices },
      { param: 'active', label: words.state, options: [{ value: 'false', label: services.inactive }] },
    ],
    columns: [
      { key: 'name', title: services.name, text: (service) => inWords(service.facts.name, language) },
      { key: 'group', title: services.group, narrow: true, text: (service) => inWords(service.groupName, language) },
      { key: 'level', title: services.level, narrow: true, text: (service) => steps[service.level].service },
      { key: 'where', title: services.where, narrow: true, text: (service) => words.order.where[service.facts.where] },
      {
        key: 'duration',
        title: services.duration,
        narrow: true,
        named: true,
        text: (service) => services.minutes(service.facts.durationMinutes),
      },
      {
        key: 'people',
        title: services.people,
        narrow: true,
        named: true,
        text: (service) => String(service.facts.peopleNeeded),
      },
      {
        key: 'limits',
        title: services.limits,
        narrow: true,
        named: true,
        text: (service) => say(service.limits, timeNames[0]).whole,
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: state,
        cell: (service) => <Tag tone={service.active && service.open ? 'ok' : 'plain'}>{state(service)}</Tag>,
      },
    ],
    empty: <Quiet title={services.empty} />,
  };
  return (
    <Page
      title={services.title}
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {services.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {adding && (
        <ServiceDialog
          service={null}
          onClose={() => setAdding(false)}
          onSaved={(service) => void navigate(`/services/${service.slug}`)}
        />
      )}
    </Page>
  );
}
