// SPDX-License-Identifier: Apache-2.0
import type { Caller } from './caller';
import { eventually } from '../../packaging/demo/api.mjs';

/** Dossiers and file plans that the tests need, made as people make them. */

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** An open dossier of the caller with these incoming documents; answers its id. */
export async function openDossier(keeper: Caller, title: string, incomingIds: string[]): Promise<string> {
  const { id } = await keeper.post('/records/dossiers', { title, retention: '10 năm', startedOn: today() });
  for (const documentId of incomingIds) await keeper.post(`/records/dossiers/${id}/documents`, { plugin: 'incoming', type: 'document', id: documentId });
  return id;
}

export async function closeDossier(keeper: Caller, id: string): Promise<void> {
  await keeper.post(`/records/dossiers/${id}/closing`, { endedOn: today(), despiteGaps: true, note: 'Đã kiểm tra' });
}

/** Hands a closed dossier over; answers the transfer's id. */
export async function handOver(keeper: Caller, dossierId: string, title: string): Promise<string> {
  return (await keeper.post('/records/transfers', { dossierIds: [dossierId], title, condition: 'Tốt' })).id;
}

/** Asks for an export and waits until it is made; answers its id. */
export async function exported(keeper: Caller, dossierId: string, kind: 'pdf' | 'package'): Promise<string> {
  const { id } = await keeper.post(`/records/dossiers/${dossierId}/exports`, { kind });
  await eventually(async () => {
    const made = await keeper.get(`/records/exports/${id}`);
    if (made.state === 'failed') throw new Error(`the export failed: ${made.problem} ${made.problemName}`);
    return made.state === 'done';
  }, 'the export');
  return id;
}

/** A draft of a file plan with a heading and an entry, of the first year from `from` on that has none. */
export async function draftPlan(clerk: Caller, title: string, from = 2030) {
  for (let year = from; ; ++year) {
    const made = await clerk.send('POST', '/records/plans', { json: { year } });
    if (made.status === 422) continue;
    const plan = made.data.id as string;
    const heading = (await clerk.post(`/records/plans/${plan}/headings`, { title, abbreviation: 'VP' })).id as string;
    const entry = (await clerk.post(`/records/plans/${plan}/entries`, { headingId: heading, title, retention: '5 năm' })).id as string;
    return { plan, heading, entry, year };
  }
}
