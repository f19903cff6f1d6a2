// SPDX-License-Identifier: Apache-2.0
import { type Caller, callerOf } from './caller';
import { issueDocument, sealDocument, signDocument, signDraft } from '../../packaging/demo/journey.mjs';
import { province } from './startServer';

/** Documents that the tests need, made as people make them. */

export const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** dd/MM/yyyy, as pages and documents write it. */
export const dayMonthYear = (date: string) => date.split('-').reverse().join('/');

export async function agencyIdOf(agency: string): Promise<string> {
  return (await (await callerOf(`vanthu.${agency}`)).get('/session')).post.agencyId;
}

interface Wanted {
  agency: string;
  subject: string;
  body?: string;
  to?: string[];
  urgency?: string;
  dueOn?: string;
}

async function peopleOf(agency: string) {
  const roles = ['chuyenvien', 'truongphong', 'chanhvanphong', 'chutich', 'vanthu'];
  return Promise.all(roles.map(async (role) => ({ role, agency, client: await callerOf(`${role}.${agency}`) })));
}

export async function draftBody(drafter: Caller, wanted: Wanted) {
  const { fields } = await drafter.get('/outgoing/draft-defaults?formId=cong-van');
  const recipientAgencyIds = await Promise.all((wanted.to ?? []).map(agencyIdOf));
  return {
    formId: 'cong-van',
    fields: {
      ...fields,
      subject: wanted.subject,
      body: wanted.body ?? 'Ủy ban nhân dân đề nghị quý cơ quan quan tâm, phối hợp thực hiện.',
      addressees: ['Ủy ban nhân dân các xã'],
      recipients: ['Như trên'],
      archive: 'VT',
    },
    urgency: wanted.urgency ?? 'normal',
    recipientAgencyIds,
    ...(wanted.dueOn ? { dueOn: wanted.dueOn } : {}),
  };
}

/** A letter that was drafted, reviewed, signed, numbered, sealed and issued; answers its id. */
export async function issueLetter(wanted: Wanted): Promise<string> {
  const people = await peopleOf(wanted.agency);
  const draft = await draftBody(await callerOf(`chuyenvien.${wanted.agency}`), wanted);
  return issueDocument({ people, agency: wanted.agency, draft, pin: province().pin });
}

/** A document of any form that was drafted, reviewed, signed, numbered, sealed and issued; answers its id. */
export async function issueForm(agency: string, formId: string, fields: Record<string, unknown>): Promise<string> {
  const drafter = await callerOf(`chuyenvien.${agency}`);
  const defaults = await drafter.get(`/outgoing/draft-defaults?formId=${formId}`);
  const draft = { formId, fields: { ...fields, ...defaults.fields }, urgency: 'normal', recipientAgencyIds: [] };
  return issueDocument({ people: await peopleOf(agency), agency, draft, pin: province().pin });
}

/** A letter that the chair has signed and that has no number yet; answers its id. */
export async function signedLetter(wanted: Wanted): Promise<string> {
  const people = await peopleOf(wanted.agency);
  const draft = await draftBody(await callerOf(`chuyenvien.${wanted.agency}`), wanted);
  return signDocument({ people, agency: wanted.agency, draft, pin: province().pin });
}

/** A draft with two kept versions, the second with another time limit and one paragraph more; answers its id. */
export async function twoVersions(): Promise<string> {
  const drafter = await callerOf('chuyenvien.suoimau');
  const opening = 'Ủy ban nhân dân xã báo cáo kết quả rà soát quý III.';
  const first = `${opening}\nThời hạn gửi báo cáo là 15 ngày làm việc.`;
  const second = `${opening}\nThời hạn gửi báo cáo là 10 ngày làm việc.\nGiao Văn phòng theo dõi, đôn đốc.`;
  const body = await draftBody(drafter, { agency: 'suoimau', subject: `so sánh ${Date.now()}`, body: first });
  const { id } = await drafter.post('/outgoing/documents', body);
  const { etag } = await drafter.send('GET', `/outgoing/documents/${id}`);
  const { formId: _formId, ...changed } = { ...body, fields: { ...body.fields, body: second }, note: 'Rút thời hạn' };
  const saved = await drafter.send('PUT', `/outgoing/documents/${id}`, { json: changed, headers: { 'If-Match': etag ?? '' } });
  if (saved.status !== 200) throw new Error(`The second version was refused with ${saved.status}`);
  return id;
}

/** Takes a draft through review to the signature of the chair. */
export async function signOff(agency: string, id: string): Promise<void> {
  await signDraft({ people: await peopleOf(agency), agency, id, pin: province().pin });
}

/** A PDF of one page, as another program might have made it. */
export async function somePdf(words: string): Promise<Buffer> {
  const drafter = await callerOf('chuyenvien.suoimau');
  const { formId, fields } = await draftBody(drafter, { agency: 'suoimau', subject: words, body: words });
  return drafter.post('/outgoing/preview', { formId, fields });
}

/** A letter that the chair has signed and the clerk has numbered and sealed; answers its id. */
export async function sealedLetter(wanted: Wanted): Promise<string> {
  const id = await signedLetter(wanted);
  await sealLetter(wanted.agency, id);
  return id;
}

/** Gives a signed letter number, date and seal. */
export async function sealLetter(agency: string, id: string): Promise<void> {
  await sealDocument({ people: await peopleOf(agency), agency, id, pin: province().pin });
}

/** The issued file of an outgoing document: signed and sealed. */
export async function issuedFile(agency: string, documentId: string): Promise<Buffer> {
  const clerk = await callerOf(`vanthu.${agency}`);
  const document = await clerk.get(`/outgoing/documents/${documentId}`);
  return clerk.get(`/outgoing/documents/${documentId}/files/${document.file.id}`);
}
