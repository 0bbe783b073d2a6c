import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { kitTexts } from './kit-texts.ts';
import { Bones, Part, Quiet } from './page.tsx';
import { isProblem } from './problem.ts';
import { useWords } from './texts.ts';

/** What was asked for, once it is there; until then its shape, or why it does not come. */
export function Loaded<T>({
  query,
  rows,
  children,
}: {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  const words = useWords(kitTexts);
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
  return <Bones label={words.loading} {...(rows === undefined ? {} : { rows })} />;
}

/** In place of a part that stands there only where it has something to show: what could not be read is not nothing. It says nothing while it is read, and to whoever may not read it. */
export function Unread<T>({ query, title }: { query: UseQueryResult<T>; title: string }) {
  const { data, error, refetch } = query;
  const isHidden = isProblem(error) && (error.status === 403 || error.status === 404);
  if (data !== undefined || !error || isHidden) return null;
  return (
    <Part title={title}>
      <Failure error={error} again={() => void refetch()} />
    </Part>
  );
}

/** Why something could not be shown, what is kept, and what to do. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const words = useWords(kitTexts);
  if (isProblem(error) && error.status === 403)
    return (
      <Quiet title={words.noPermission} hint={words.noPermissionHint}>
        <Link to="/">{words.backHome}</Link>
      </Quiet>
    );
  if (isProblem(error) && error.status === 404)
    return (
      <Quiet title={words.notFound}>
        <Link to="/">{words.backHome}</Link>
      </Quiet>
    );
  return (
    <Quiet title={words.failed} hint={isProblem(error) ? error.message : words.kept}>
      {again && <Button onClick={again}>{words.again}</Button>}
      {isProblem(error) && error.requestId !== null && (
        <span className="meta num">{words.requestId(error.requestId)}</span>
      )}
    </Quiet>
  );
}
