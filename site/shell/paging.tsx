import type { Paging as PagingProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Newer and older; nothing when all is on one page. */
export function Paging({ here, paging }: { here: Here; paging: PagingProps }) {
  const { t, format } = here;
  const { page, pageCount } = paging;
  if (pageCount <= 1) return null;
  return (
    <nav class="paging" aria-label={t.shell.paging.label}>
      {page > 1 ? (
        <a class="button" rel="prev" href={pageAddress(here, page - 1)}>
          {t.shell.paging.newer}
        </a>
      ) : (
        <span />
      )}
      <p class="meta">{t.shell.paging.position(format.number(page), format.number(pageCount))}</p>
      {page < pageCount ? (
        <a class="button" rel="next" href={pageAddress(here, page + 1)}>
          {t.shell.paging.older}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

function pageAddress(here: Here, page: number): string {
  const [path = '/', query = ''] = here.frame.path.split('?');
  const asked = new URLSearchParams(query);
  if (page === 1) asked.delete('page');
  else asked.set('page', String(page));
  return here.to(asked.size > 0 ? `${path}?${asked}` : path);
}
