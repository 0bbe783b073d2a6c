import {
  withTables,
  type Difference,
  type DifferenceBlock,
  type DifferenceRun,
  type ShownTable,
} from '@xiangyin/document';
import { FigureView, Words } from '../document-view.tsx';
import { say } from '../kit/language.ts';

/** The whole text with what went and what came in it, in reading order. */
export function DifferenceView({ difference, language }: { difference: Difference; language: string }) {
  return (
    <div class="document" lang={language}>
      {withTables(difference.blocks).map((block, at) =>
        'rows' in block ? <TableView key={at} table={block} /> : <BlockView key={at} block={block} />,
      )}
    </div>
  );
}

function TableView({ table }: { table: ShownTable }) {
  return (
    <div class="table-wrap">
      <table>
        <tbody>
          {table.rows.map(({ kind, cells }, row) => (
            <tr key={row} class={kind === 'removed' ? 'removed' : ''}>
              {cells.map(({ header, blocks }, column) => {
                const words = blocks.map((block, at) => <BlockView key={at} block={block} />);
                return header ? <th key={column}>{words}</th> : <td key={column}>{words}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BlockView({ block }: { block: DifferenceBlock }) {
  const inList = block.form.within.some((container) => container.endsWith('List'));
  const look = [
    ...block.form.within,
    block.kind,
    ...(inList ? ['item'] : []),
    ...(block.formBefore ? ['reformed'] : []),
  ].join(' ');
  const runs = block.runs.filter((run) => run.part !== 'picture').map((run, at) => <Run key={at} run={run} />);
  switch (block.form.kind) {
    case 'language':
      return <p class={`meta ${look}`}>{runs}</p>;
    case 'title':
      return <h1 class={look}>{runs}</h1>;
    case 'deck':
      return <p class={`deck ${look}`}>{runs}</p>;
    case 'heading2':
      return <h2 class={look}>{runs}</h2>;
    case 'heading3':
      return <h3 class={look}>{runs}</h3>;
    case 'rule':
      return <hr class={look} />;
    case 'figure':
      return <FigureChange block={block} />;
    case 'paragraph':
      return <p class={look}>{runs}</p>;
  }
}

function FigureChange({ block }: { block: DifferenceBlock }) {
  const { before, after } = block.figure ?? {};
  const replaced = before && after && before.hash !== after.hash;
  return (
    <div class={`change ${block.kind}`}>
      {replaced || !after ? before && <p class="meta">{say('review.picture.before')}</p> : null}
      {(replaced || !after) && before && <FigureView {...before} />}
      {replaced || block.kind === 'added' ? <p class="meta">{say('review.picture.now')}</p> : null}
      {after && <FigureView {...after} />}
      {block.kind === 'changed' &&
        changedParts(block).map((runs, at) => (
          <p class="meta" key={at}>
            {runs.map((run, index) => (
              <Run key={index} run={run} />
            ))}
          </p>
        ))}
    </div>
  );
}

// Of a picture's words only those that changed, each on its own line.
function changedParts(block: DifferenceBlock): DifferenceRun[][] {
  const parts = (['alt', 'caption', 'credit'] as const).map((part) => block.runs.filter((run) => run.part === part));
  return parts.filter((runs) => runs.some((run) => run.kind !== 'same'));
}

function Run({ run }: { run: DifferenceRun }) {
  const plain = <Words text={run.text} bold={run.bold} italic={run.italic} href={run.href} />;
  const words = run.part?.startsWith('note') ? <span class="note">{plain}</span> : plain;
  if (run.kind === 'del') return <del>{words}</del>;
  if (run.kind === 'ins') return <ins>{words}</ins>;
  return words;
}
