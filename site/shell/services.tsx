import type { ServiceTeaser } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Services one under the other, each with its one-line hint. */
export function ServiceList({ here, services }: { here: Here; services: readonly ServiceTeaser[] }) {
  return (
    <ul class="service-list">
      {services.map(({ slug, name, hint, where }) => (
        <li key={slug}>
          <a href={here.to(`/services/${slug}`)}>
            <b>{name}</b>
            <span>{hint || here.t.shell.where[where]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
