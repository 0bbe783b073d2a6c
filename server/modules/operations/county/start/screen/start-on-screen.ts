import { ExplainedError } from '#platform/explained-error';
import type { CommandCall } from '#platform/manifest';
import { isPort } from '#platform/settings/forms';
import { CountyProblem } from '../../new-county.ts';
import { openScreen } from './open-screen.ts';

/** `cli county start --screen`: the same in a browser of this machine, step by step. Answers the exit code. Throws CountyProblem. */
export async function startOnScreen(call: CommandCall): Promise<number> {
  const { screen: port, ...others } = call.flags;
  if (Object.keys(others).length > 0)
    throw new CountyProblem('screen', '别的项都在页面上填 · everything else is filled in on the pages');
  if (port !== true && !isPort(port ?? ''))
    throw new CountyProblem('screen', '后面是端口，如 --screen=8099 · takes a port, such as --screen=8099');
  const screen = await openScreen(call, port === true ? 0 : Number(port)).catch(asTaken);
  const address = `http://localhost:${screen.port}/`;
  call.say(`在这台机器的浏览器里打开 · Open in a browser of this machine: ${address}`);
  call.say(`一次性代码 · One-time code: ${screen.code}`);
  call.say(
    `  从别的机器 · from another machine: ssh -L ${screen.port}:127.0.0.1:${screen.port} <这台机器 · this machine>\n  不做了 · to leave: Ctrl-C`,
  );
  const leave = (): void => screen.close();
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    const stands = await screen.ended;
    call.say(
      stands
        ? '✓ 县已开好。启动 · The county stands. Start it: npm start (systemd: systemctl start xiangyin)'
        : '没有开县 · No county was opened',
    );
    return stands ? 0 : 1;
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
  }
}

function asTaken(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    throw new ExplainedError('这个端口有别的程序在用，换一个 · Another program has this port; name another one');
  throw error;
}
