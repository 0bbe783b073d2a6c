import { chapters, known, type KnownSetting } from '../../server/platform/settings/known.ts';

/** `docs/operations/settings.md`: every setting as the program knows it. */
export function settingsPage(): string {
  const settings = Object.entries<KnownSetting>(known);
  const parts = Object.entries(chapters).map(([chapter, title]) =>
    [
      `## ${title}`,
      ...settings.filter(([, one]) => one.chapter === chapter).map(([name, one]) => entry(name, one)),
    ].join('\n\n'),
  );
  return [head, ...parts].join('\n\n').concat('\n');
}

const head = `# Settings

Made from the list that the program itself reads; \`node tools/generate-settings.ts\` writes it anew. Nobody needs to set anything to try the program.

A setting is an environment variable (with systemd: a line \`NAME=value\` in \`/etc/xiangyin.env\`), or stands in \`xiangyin.config.json\` in the program's folder, under the same name; \`XIANGYIN_CONFIG\` names another file. What the environment says holds before what the file says.

\`\`\`json
{
  "PUBLIC_ADDRESS": "https://news.example.org",
  "TRUSTED_PROXIES": ["127.0.0.1"],
  "DEMONSTRATION": false
}
\`\`\`

**Secrets**, marked 🔑, may lie each in a file of its own, which systemd credentials and container secrets are made for: \`SMTP_URL_FILE=/run/credentials/xiangyin.service/smtp\`. A \`xiangyin.config.json\` that holds a secret must not be readable by everybody (\`chmod 600\`), or the program does not start.

Settings that cannot be used, and names in the file that do not exist, are told at the start, all of them at once, and nothing runs.`;

function entry(name: string, { zh, en, unset, example, secret, onlyVariable }: KnownSetting): string {
  const lines = [
    `### \`${name}\`${secret ? ' 🔑' : ''}`,
    `${sentence(zh, '。')}\\\n${sentence(en, '.')}`,
    [
      `- unless set: ${unset === undefined ? 'nothing' : code(unset)}`,
      ...(example === undefined ? [] : [`- for example: \`${example}\``]),
      ...(secret ? [`- from a file: \`${name}_FILE\``] : []),
      ...(onlyVariable ? ['- as an environment variable alone'] : []),
    ].join('\n'),
  ];
  return lines.join('\n\n');
}

// A value stands as it is typed; words do not.
const code = (unset: string): string => (/^[\w.,:/<>-]+$/.test(unset) ? `\`${unset}\`` : unset);
const sentence = (words: string, stop: string): string => `${words[0]?.toUpperCase()}${words.slice(1)}${stop}`;
