import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '#platform/settings';
import { appSettings } from './app-settings.ts';

const database = {
  ownerUrl: '',
  appUrl: '',
  replicaUrl: null,
  version: null,
  appRole: 'xiangyin_app',
  close: async () => undefined,
  closeAtOnce: () => undefined,
};
const isOneOfSeveral = (variables: Record<string, string>): boolean =>
  appSettings(readSettings({ XIANGYIN_CONFIG: 'off', ...variables }), database).severalProcesses;

test('a process tells others what it committed wherever there may be others: beside it with other roles, or on another machine over the same database', () => {
  assert.equal(isOneOfSeveral({}), false, 'the built-in database serves one program');
  assert.equal(isOneOfSeveral({ XIANGYIN_ROLES: 'web' }), true);
  const given = {
    DATABASE_URL: 'postgresql://xiangyin_app:a@db.example.org/x',
    DATABASE_ADMIN_URL: 'postgresql://xiangyin_owner:b@db.example.org/x',
  };
  assert.equal(isOneOfSeveral(given), true);
});
