import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { kitTexts } from './kit-texts.ts';
import { Bones, Quiet } from './page.tsx';
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
