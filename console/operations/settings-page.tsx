import { useQuery } from '@tanstack/react-query';
import type { SettingsView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useTag } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { CountyForm } from './county-form.tsx';
import { EmergenciesPart } from './emergencies-part.tsx';
import { useFigureWords } from './figure-words.ts';
import { operationsTexts } from './operations-texts.ts';
import { GroundMapPart } from './ground-map-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { OwnDaysPart } from './own-days-part.tsx';
import { PlaceLevelsPart } from './place-levels-part.tsx';
import { RegistrationPart } from './registration-part.tsx';
import { UploadLimitsPart } from './upload-limits-part.tsx';

/** What stands on every public page, and what the installation runs with: that is set where the program is started, so here it is only read. */
export function SettingsPage() {
  const { settings } = useWords(operationsTexts);
  const times = useTimes();
  const figureWord = useFigureWords();
  const tag = useTag();
  const packs: Readonly<Record<string, string>> = settings.packs;
  const query = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => read<SettingsView>('/settings', {}, { signal }),
  });
  return (
    <Page title={settings.title}>
      <Loaded query={query}>
        {({ county, ...installation }) => (
          <div className="split even">
            {installation.abilities.includes('setting.change') && (
              <Part title={settings.publicFacts}>
                {/* Made anew when somebody else has changed it. */}
                <CountyForm
                  key={JSON.stringify([county.name, county.publisher, county.phone, county.languages])}
                  county={county}
                />
              </Part>
            )}
            {installation.abilities.includes('setting.change') && (
              <RegistrationPart key={JSON.stringify(county.registration)} county={county} />
            )}
            {installation.abilities.includes('setting.change') && (
              <UploadLimitsPart key={JSON.stringify(county.uploadLimits)} read={county.uploadLimits} />
            )}
            {installation.abilities.includes('setting.change') && (
              <GroundMapPart key={JSON.stringify(county.groundMap)} read={county.groundMap} />
            )}
            {installation.abilities.includes('setting.change') && (
              <EmergenciesPart
                key={JSON.stringify(county.emergencies)}
                read={county.emergencies}
                usual={county.usual.emergencies}
              />
            )}
            {installation.abilities.includes('setting.change') && (
              <PlaceLevelsPart
                key={JSON.stringify(county.placeLevels)}
                read={county.placeLevels}
                inUse={county.levelsInUse}
              />
            )}
            <OwnDaysPart county={county} mayChange={installation.abilities.includes('setting.change')} />
            <LimitsPart limits={county.limits} />
            <Part title={settings.figures}>
              <dl className="facts">
                {Object.entries(installation.figures).map(([name, value]) => (
                  <div key={name} style={{ display: 'contents' }}>
                    <dt>{figureWord(name)}</dt>
                    <dd className="num">{value.toLocaleString(tag)}</dd>
                  </div>
                ))}
              </dl>
            </Part>
            <Part title={settings.county}>
              <dl className="facts">
                <dt>{settings.county}</dt>
                <dd>{county.slug}</dd>
                <dt>{settings.address}</dt>
                <dd>{installation.publicAddress}</dd>
                <dt>{settings.hosts}</dt>
                <dd>{installation.hosts.join(', ')}</dd>
                <dt>{settings.mail}</dt>
                <dd>{installation.mail === 'smtp' ? settings.mailSmtp : settings.mailSpool}</dd>
                <dt>{settings.files}</dt>
                <dd>{installation.files === 's3' ? settings.filesS3 : settings.filesDisk}</dd>
                <dt>{settings.zone}</dt>
                <dd>{county.timeZone}</dd>
                <dt>{settings.clock}</dt>
                <dd>
                  {times.at(county.now)} {county.clockHeld && <span className="meta">{settings.held}</span>}
                </dd>
                <dt>{settings.languages}</dt>
                <dd>{county.languages.map((one) => settings.languageNames[one]).join(' · ')}</dd>
                <dt>{settings.pack}</dt>
                <dd>{packs[county.countryPack] ?? county.countryPack}</dd>
                <dt>{settings.demo}</dt>
                <dd>{county.demonstration ? settings.yes : settings.no}</dd>
              </dl>
            </Part>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
