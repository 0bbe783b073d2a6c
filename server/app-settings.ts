import type { AppSettings } from '#platform/app';
import { backupSettings, ROLES } from '#platform/settings';
import type { Settings } from '#platform/settings';
import type { OpenDatabase } from './open-database.ts';

/** The settings as the running program takes them, with its database opened. */
export const appSettings = (settings: Settings, { appUrl, replicaUrl }: OpenDatabase): AppSettings => ({
  databaseUrl: appUrl,
  ...(replicaUrl ? { replicaUrl } : {}),
  varDirectory: settings.varDirectory,
  ...(settings.configFile ? { configFile: settings.configFile } : {}),
  publicAddress: settings.publicAddress,
  listens: { host: settings.host, port: settings.port },
  logLevel: settings.logLevel,
  backups: backupSettings(settings),
  room: settings.room,
  trustedProxies: settings.trustedProxies,
  innerHosts: settings.innerHosts,
  readsPerMinute: settings.readsPerMinute,
  // A database of one's own may serve several whole programs, on machines that know nothing of each other.
  severalProcesses: settings.database.kind === 'given' || settings.roles.length < ROLES.length,
  collaborates: settings.roles.includes('collab'),
  poolSize: settings.poolSize,
  ...(settings.wechatAddress ? { wechatAddress: settings.wechatAddress } : {}),
  ...(settings.oidc ? { oidc: settings.oidc } : {}),
  ...(settings.metricsToken ? { metricsToken: settings.metricsToken } : {}),
  ...(settings.traces ? { traces: settings.traces } : {}),
  ...(settings.smtpUrl ? { smtpUrl: settings.smtpUrl } : {}),
  ...(settings.smtpFrom ? { smtpFrom: settings.smtpFrom } : {}),
  ...(settings.smsUrl ? { smsUrl: settings.smsUrl } : {}),
  smsAnswers: settings.smsAnswers,
  ...(settings.smsFrom ? { smsFrom: settings.smsFrom } : {}),
  ...(settings.s3Url ? { s3Url: settings.s3Url } : {}),
  ...(settings.ffmpegPath ? { ffmpegPath: settings.ffmpegPath } : {}),
  ...(settings.c2paCredential ? { c2paCredential: settings.c2paCredential } : {}),
});
