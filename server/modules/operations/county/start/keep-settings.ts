import type { App } from '#platform/app';
import { known } from '#platform/settings/known';
import { writeSettingsFile } from '#platform/settings/write-settings-file';
import type { SettingChanges } from '#platform/settings/write-settings-file';
import { CountyProblem } from '../new-county.ts';
import type { StartRequest } from './start-request.ts';
import type { Say } from './steps.ts';

/** The settings that a county of this address needs and that do not hold yet. `passphraseFile`: the one made for its backups. */
export function settingsFor(
  app: App,
  { address, mail, sms, provider }: StartRequest,
  passphraseFile: string | null,
): SettingChanges {
  const { settings } = app;
  return {
    DEMONSTRATION: false,
    ...(address === settings.publicAddress ? {} : { PUBLIC_ADDRESS: address }),
    // The program listens on this machine alone unless told otherwise: what comes by https comes through a proxy here.
    ...(address.startsWith('https:') && settings.trustedProxies.length === 0 ? { TRUSTED_PROXIES: ['127.0.0.1'] } : {}),
    ...(mail.url === undefined ? {} : { SMTP_URL: mail.url }),
    ...(mail.from === undefined ? {} : { SMTP_FROM: mail.from }),
    ...(sms.url === undefined ? {} : { SMS_URL: sms.url }),
    ...(sms.from === undefined ? {} : { SMS_FROM: sms.from }),
    ...(provider === null
      ? {}
      : {
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: provider.clientId,
          OIDC_CLIENT_SECRET: provider.clientSecret,
          OIDC_NAME: provider.name,
        }),
    ...(passphraseFile === null ? {} : { BACKUP_PASSPHRASE_FILE: passphraseFile }),
  };
}

/** Refuses what the environment says otherwise, for that would hold before the file. Throws CountyProblem. */
export function mustNotBeOverruled(
  changes: SettingChanges,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, value] of Object.entries(changes)) {
    const said = environment[name]?.trim() || environment[`${name}_FILE`]?.trim();
    if (said && name !== 'DEMONSTRATION' && said !== String(value))
      throw new CountyProblem(
        null,
        `环境变量 ${name} 说的不一样，而且它优先：改掉它，或不写这一项 · The environment variable ${name} says otherwise and comes first: change it, or leave the option out`,
      );
  }
}

/** Writes them into the file of settings, or says them where none is read. Answers the settings as the next start has them. */
export async function keepSettings(app: App, changes: SettingChanges, say: Say): Promise<App['settings']> {
  const { configFile } = app.settings;
  if (configFile) {
    await writeSettingsFile(configFile, changes);
    say(`✓ 设置写在 · Settings stand in ${configFile}: ${Object.keys(changes).join(', ')}`);
  } else {
    say(
      '✗ 没有设置文件（XIANGYIN_CONFIG=off），请在环境变量里写 · No file of settings is read; set in the environment:',
    );
    for (const [name, value] of Object.entries(changes)) say(`    ${name}=${secrets.has(name) ? '…' : String(value)}`);
  }
  return {
    ...app.settings,
    publicAddress: String(changes.PUBLIC_ADDRESS ?? app.settings.publicAddress),
    ...(changes.TRUSTED_PROXIES === undefined ? {} : { trustedProxies: ['127.0.0.1'] }),
    ...(changes.BACKUP_PASSPHRASE_FILE === undefined || !app.settings.backups
      ? {}
      : { backups: { ...app.settings.backups, passphraseFile: String(changes.BACKUP_PASSPHRASE_FILE) } }),
    ...(changes.SMTP_URL === undefined ? {} : { smtpUrl: String(changes.SMTP_URL) }),
    ...(changes.SMTP_FROM === undefined ? {} : { smtpFrom: String(changes.SMTP_FROM) }),
    ...(changes.SMS_URL === undefined ? {} : { smsUrl: String(changes.SMS_URL) }),
    ...(changes.SMS_FROM === undefined ? {} : { smsFrom: String(changes.SMS_FROM) }),
  };
}

const secrets: ReadonlySet<string> = new Set(
  Object.entries(known).flatMap(([name, setting]) => ('secret' in setting ? [name] : [])),
);
