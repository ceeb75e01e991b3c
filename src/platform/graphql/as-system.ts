/**
 * Rapport's own writing, outside any mutation: reactions, pages, imports. The same transaction as a mutation's; but nobody
 * is there to be told that another did the same at the same moment, so it looks again.
 */
import { systemActor } from '../../kernel/actor.ts';
import type { Transaction } from '../../kernel/context.ts';
import { attempt } from '../database/attempt.ts';
import { OpenWork } from '../database/transaction.ts';
import type { Host } from './execution.ts';

export function asSystem<T>(host: Host, tenant: string, reason: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return attempt(async () => {
    const open = await host.database.begin('write', tenant);
    try {
      const transaction = new OpenWork(open, systemActor(tenant), { id: reason, address: '' }, host);
      const result = await work(transaction);
      await transaction.commit(null);
      return result;
    } finally {
      await open.end('rollback');
    }
  }, { looksAgain: true });
}
