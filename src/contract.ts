/** The public contract of this very version, as the files under `schema/` hold it. */
import { modules } from './crm/modules.ts';
import { commonRefusals } from './kernel/refusals.ts';
import { contractDocuments } from './platform/contract/documents.ts';
import { tracePermissions } from './platform/graphql/trace.ts';
import { ERROR_CODES } from './platform/http/error-codes.ts';

const streamEvents = {
  'stream.started': 'A stream without `after` begins here; carries only the position.',
  'stream.progress': 'Nothing for you happened up to this position; carries only the position.',
};

export const contract = (): Readonly<Record<string, string>> =>
  contractDocuments(modules, { refusals: commonRefusals, faults: ERROR_CODES, events: streamEvents, permissions: tracePermissions });
