/** What tests elsewhere need of this module. */
export { auditVerify } from './audit/audit-verify-command.ts';
export { verifyAuditChain } from './audit/verify-chain.ts';
export { backup } from './backup/backup-command.ts';
export { restore } from './backup/restore-command.ts';
