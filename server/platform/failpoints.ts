/** Named places at which a test may kill the process or hold it. Off unless XIANGYIN_FAILPOINTS names them: `before-commit:kill,after-commit:pause=500`, `after-commit:kill=17` for the seventeenth time.
 *  A county's server never sets it; `doctor` reports it when it is set. */
type Act = { kind: 'kill'; times: number } | { kind: 'pause'; milliseconds: number } | { kind: 'throw' };

const acts = parse(process.env['XIANGYIN_FAILPOINTS'] ?? '');

function parse(text: string): Map<string, Act> {
  const entries = text
    .split(',')
    .filter(Boolean)
    .map((entry): [string, Act] => {
      const [name = '', act = 'kill'] = entry.split(':');
      if (act.startsWith('pause=')) return [name, { kind: 'pause', milliseconds: Number(act.slice(6)) }];
      return [name, act === 'throw' ? { kind: 'throw' } : { kind: 'kill', times: Number(act.split('=')[1] ?? 1) }];
    });
  return new Map(entries);
}

/** The same place once for each name: `before-commit-story.published`, where the transaction has emitted such an event. */
export async function failpoints(place: string, names: readonly string[]): Promise<void> {
  if (acts.size === 0) return;
  for (const name of names) await failpoint(`${place}-${name}`);
}

/** Does what the environment asks for at this place; nothing otherwise. Says on standard error that it was hit, so that a test can assert it. */
export async function failpoint(name: string): Promise<void> {
  if (acts.size === 0) return;
  const act = acts.get(name);
  if (!act) return;
  if (act.kind === 'kill' && (act.times -= 1) > 0) return;
  process.stderr.write(`failpoint ${name} hit\n`);
  if (act.kind === 'kill') process.kill(process.pid, 'SIGKILL');
  if (act.kind === 'throw') throw new Error(`failpoint ${name}`);
  if (act.kind === 'pause') await new Promise((resolve) => setTimeout(resolve, act.milliseconds));
}
