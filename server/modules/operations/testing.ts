/** What tests elsewhere need of this module. */
export { backup } from './backup/backup-command.ts';
