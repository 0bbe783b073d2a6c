import type { StationContact } from '@xiangyin/server/contract';
import { telephone } from './phone.tsx';

/** Stations with the one thing one needs of them: a telephone. */
export function Stations({ title, stations }: { title: string; stations: readonly StationContact[] }) {
  return (
    <section aria-labelledby="stations">
      <h2 class="rule" id="stations">
        {title}
      </h2>
      <ul class="stations">
        {stations.map((station) => (
          <li key={station.name}>
            <h3>{station.name}</h3>
            <p class="meta">{[station.address, station.hours].filter(Boolean).join(' · ')}</p>
            <p>
              <a class="phone" href={telephone(station.phone)}>
                {station.phone}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
