// SPDX-License-Identifier: Apache-2.0
// What has happened in the demonstration province before the visitor comes: directives of the province were signed, sealed and issued,
// a commune has registered and directed one of them and works on it.
import { eventually } from './api.mjs';
import { agencies, communeDrafts, directives } from './province.mjs';

const clientOf = (people, role, agency) => people.find((person) => person.role === role && person.agency === agency).client;
const dateIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const postIdOf = async (client) => (await client.get('/session')).post.id;

/** One document of an agency from the draft to the issue, each step by the person who does it in real life. */
export async function issueDocument({ people, agency, draft, pin }) {
  const id = await signDocument({ people, agency, draft, pin });
  await sealDocument({ people, agency, id, pin });
  await clientOf(people, 'vanthu', agency).post(`/outgoing/documents/${id}/issue`, {});
  return id;
}

/** From the draft to the signature of the chair. */
export async function signDocument({ people, agency, draft, pin }) {
  const { id } = await clientOf(people, 'chuyenvien', agency).post('/outgoing/documents', draft);
  return signDraft({ people, agency, id, pin });
}

/** The same with a draft that is there already. */
export async function signDraft({ people, agency, id, pin }) {
  const drafter = clientOf(people, 'chuyenvien', agency);
  const chair = clientOf(people, 'chutich', agency);
  const chain = (await drafter.get('/outgoing/suggested-chain')).items;
  const chairPost = await postIdOf(chair);
  const reviewers = [...chain.slice(0, -1).map((step) => step.postId), chairPost];
  await drafter.post(`/outgoing/documents/${id}/submit`, { reviewerPostIds: reviewers, note: 'Kính trình.' });
  await clientOf(people, 'truongphong', agency).post(`/outgoing/documents/${id}/pass`, { note: 'Nhất trí nội dung.' });
  await clientOf(people, 'chanhvanphong', agency).post(`/outgoing/documents/${id}/pass`, { note: 'Đúng thể thức.' });
  await sign({ client: chair, documentLink: `/outgoing/documents/${id}`, pin });
  await eventually(async () => (await chair.get(`/outgoing/documents/${id}`)).state === 'signed', 'the signature');
  return id;
}

/** Number, date and the agency's seal, on appendices in files of their own too. */
export async function sealDocument({ people, agency, id, pin }) {
  const clerk = clientOf(people, 'vanthu', agency);
  await clerk.post(`/outgoing/documents/${id}/number`, {});
  await sign({ client: clerk, documentLink: `/outgoing/documents/${id}`, pin });
  await eventually(async () => {
    const { state, attachments } = await clerk.get(`/outgoing/documents/${id}`);
    return state === 'sealed' && attachments.every((one) => one.isSealed || !one.takesSeal);
  }, 'the seal');
}

/** Signs what waits of one document on the client's desk with the fitting key. */
async function sign({ client, documentLink, pin }) {
  const requests = await eventually(async () => {
    const found = (await client.get('/signing/requests?limit=200')).items.filter((one) => one.link === documentLink);
    return found.length > 0 ? found : null;
  }, 'the request on the desk');
  const key = (await client.get('/signing/keys')).items.find((one) => one.owner === requests[0].signer);
  const { results } = await client.post('/signing/sign', { requestIds: requests.map((one) => one.id), keyId: key.id, pin, places: [] });
  const refused = results.find((one) => !one.isSigned);
  if (refused) throw new Error(`not signed: ${refused.code}`);
}

export async function issueDirectives({ people, unitIds, pin }) {
  const drafter = clientOf(people, 'chuyenvien', 'tinh');
  const communes = agencies.filter((agency) => agency.parent === 'tinh');
  for (const directive of directives) {
    const defaults = await drafter.get(`/outgoing/draft-defaults?formId=${directive.form}`);
    const fields = {
      ...defaults.fields,
      agency: 'Ủy ban nhân dân\ntỉnh Sông Mẫu',
      subject: directive.subject,
      body: directive.body,
      recipients: ['Như trên', 'Thường trực Tỉnh ủy (để b/c)', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh'],
      archive: 'VT, TH',
      ...(directive.form === 'cong-van' ? { addressees: communes.map((commune) => commune.name) } : {}),
    };
    const draft = {
      formId: directive.form,
      fields,
      urgency: directive.urgency,
      recipientAgencyIds: communes.map((commune) => unitIds[commune.key]),
      ...(directive.dueInDays ? { dueOn: dateIn(directive.dueInDays) } : {}),
    };
    await issueDocument({ people, agency: 'tinh', draft, pin });
  }
}

/** What the clerk confirms of a delivery. */
const factsOf = (delivery) => ({
  symbol: delivery.symbol,
  issuerName: delivery.senderName,
  typeId: delivery.typeId,
  subject: delivery.subject,
  documentDate: delivery.documentDate,
  urgency: delivery.urgency,
  signerName: delivery.signerName,
  signerPosition: delivery.signerTitle,
  dueOn: delivery.dueOn,
});

/** The commune Suối Mẫu registers what came and directs the first directive. */
export async function workInCommune({ people, unitIds }) {
  const clerk = clientOf(people, 'vanthu', 'suoimau');
  const chair = clientOf(people, 'chutich', 'suoimau');
  const deliveries = await eventually(async () => {
    const found = (await clerk.get('/incoming/deliveries?state=arrived')).items;
    return found.length >= directives.length ? found : null;
  }, 'the deliveries');
  const chairPost = await postIdOf(chair);
  const registered = [];
  for (const delivery of deliveries.slice(0, 2)) {
    const document = await clerk.post(`/incoming/deliveries/${delivery.id}/registration`, {
      facts: factsOf(delivery),
      submitToPostId: chairPost,
      submissionNote: 'Kính trình Chủ tịch cho ý kiến chỉ đạo.',
    });
    registered.push(document.id);
  }
  await chair.post(`/incoming/documents/${registered[0]}/direction`, {
    opinion: 'Giao Phòng Kinh tế chủ trì tham mưu, trình Chủ tịch trước thời hạn.',
    assignments: [
      { kind: 'lead', unitId: unitIds['kt-suoimau'], dueOn: dateIn(8) },
      { kind: 'coop', unitId: unitIds['vh-suoimau'], dueOn: dateIn(6) },
    ],
  });
}

/** Drafts of the commune that stand at different steps, so that every desk has something on it. */
export async function draftInCommune({ people, unitIds }) {
  const drafter = clientOf(people, 'chuyenvien', 'suoimau');
  const chairPost = await postIdOf(clientOf(people, 'chutich', 'suoimau'));
  for (const draft of communeDrafts) {
    const defaults = await drafter.get(`/outgoing/draft-defaults?formId=${draft.form}`);
    const fields = {
      ...defaults.fields,
      agency: 'Ủy ban nhân dân\nxã Suối Mẫu',
      subject: draft.subject,
      body: draft.body,
      recipients: ['Như trên', 'Chủ tịch, các Phó Chủ tịch UBND xã'],
      ...(draft.form === 'quyet-dinh' ? {} : { addressees: ['Ủy ban nhân dân tỉnh Sông Mẫu'] }),
      ...draft.fields,
    };
    const form = await drafter.get(`/outgoing/forms/${draft.form}`);
    const known = new Set(form.fields.map((field) => field.key));
    const { id } = await drafter.post('/outgoing/documents', {
      formId: draft.form,
      fields: Object.fromEntries(Object.entries(fields).filter(([key]) => known.has(key))),
      urgency: draft.urgency,
      recipientAgencyIds: [unitIds.tinh],
    });
    if (draft.step === 'draft') continue;
    const chain = (await drafter.get('/outgoing/suggested-chain')).items;
    const reviewerPostIds = [...chain.slice(0, -1).map((step) => step.postId), chairPost];
    await drafter.post(`/outgoing/documents/${id}/submit`, { reviewerPostIds, note: 'Kính trình.' });
    if (draft.step === 'review') continue;
    await clientOf(people, 'truongphong', 'suoimau').post(`/outgoing/documents/${id}/pass`, { note: 'Nhất trí nội dung.' });
    await clientOf(people, 'chanhvanphong', 'suoimau').post(`/outgoing/documents/${id}/pass`, { note: 'Đúng thể thức.' });
  }
}
