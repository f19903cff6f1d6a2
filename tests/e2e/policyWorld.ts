// SPDX-License-Identifier: Apache-2.0
import { Caller, callerOf } from './caller';
import { closeDossier, draftPlan, exported, handOver, openDossier } from './dossiers';
import { dateIn, draftBody, issuedFile, issueLetter } from './papers';
import { type Relation, relationOf, type Unit } from './policyTable';
import { province } from './startServer';
import { eventually } from '../../packaging/demo/api.mjs';

/** Who asks, and one entity of every kind in two agencies, each with the rule that says who of its own agency sees it. */

export interface Account {
  username: string;
  caller: Caller;
  agencyId: string;
  permissions: string[];
}

export interface Entity {
  /** Path up to the id: "/incoming/documents/". */
  prefix: string;
  id: string;
  agencyId: string;
  /** Who of the own agency sees it, beyond the permission that the route needs. */
  isSeenBy: (who: Account) => boolean;
  /** Its person, for rules of the own person. */
  owner?: string;
  /** A part of it, for routes with {itemId}. */
  itemId?: string;
  /** A file of it, for routes with {fileId}. */
  fileId?: string;
}

export interface World {
  units: Unit[];
  accounts: Account[];
  entities: Entity[];
  /** A word that stands in the title of every document and task of that agency, and nowhere else. */
  words: Map<string, string>;
  relation: (who: Account, agencyId: string) => Relation;
}

const roles = ['vanthu', 'chutich', 'phochutich', 'chanhvanphong', 'truongphong', 'chuyenvien', 'truongphongvhxh', 'chuyenvienvhxh'];
const agencies = ['tinh', 'suoimau', 'doithu'];
export const ownerAgencies = ['suoimau', 'tinh'] as const;

const can = (who: Account, permission: string) => who.permissions.includes(permission);
const anyOf = (...usernames: string[]) => (who: Account) => usernames.includes(who.username);

async function accountOf(username: string): Promise<Account> {
  const caller = await callerOf(username);
  const { post } = await caller.get('/session');
  return { username, caller, agencyId: post.agencyId, permissions: post.permissions };
}

/** A new person in a post of that unit, signed in with the province's password. */
async function appoint(username: string, unitId: string, role: string): Promise<Account> {
  const administrator = await callerOf('quantri');
  const temporary = `tam-thoi-${username}-1`;
  const known = (await administrator.get(`/people?q=${username}`)).items.find((one: { username: string }) => one.username === username);
  if (!known) {
    const { id } = await administrator.post('/people', { name: 'Phan Thị Thử Nghiệm', username, email: '', phone: '', temporaryPassword: temporary });
    await administrator.post(`/people/${id}/posts`, { unitId, title: 'Thử nghiệm', roles: [role], main: true });
    const first = new Caller();
    await first.send('POST', '/session', { json: { username, password: temporary } });
    await first.put('/session/password', { current: temporary, next: province().password });
  }
  return accountOf(username);
}

/** A health station below the commune Đồi Thử: neither sibling nor above nor below the commune Suối Mẫu. */
async function station(parentId: string): Promise<string> {
  const administrator = await callerOf('quantri');
  const name = 'Trạm Y tế xã Đồi Thử';
  const known = (await administrator.get('/units')).items.find((unit: { name: string }) => unit.name === name);
  if (known) return known.id;
  return (await administrator.post('/units', { name, shortName: 'Trạm Y tế', abbreviation: 'TYT', code: 'TYT', kind: 'agency', organId: 'H99.02.01', place: 'Đồi Thử', parentId })).id;
}

async function everybody(): Promise<Account[]> {
  const named = await Promise.all(['quantri', ...agencies.flatMap((agency) => roles.map((role) => `${role}.${agency}`))].map(accountOf));
  const idOf = (agency: string) => named.find((who) => who.username === `vanthu.${agency}`)?.agencyId ?? '';
  const stationId = await station(idOf('doithu'));
  const further = [
    await appoint('quantri.suoimau', idOf('suoimau'), 'administrator'),
    await appoint('quantri.doithu', idOf('doithu'), 'administrator'),
    await appoint('quantri.tramyte', stationId, 'administrator'),
    await appoint('vanthu.tramyte', stationId, 'clerk'),
    await appoint('truong.tramyte', stationId, 'chair'),
  ];
  return [...named, ...further];
}

/** Incoming: a document registered from a file and directed to the economy division, a proposal, a delivery, a phrase, a register with a reserved number. */
async function incomingOf(agency: string, word: string, letters: Record<string, string>): Promise<Omit<Entity, 'agencyId'>[]> {
  const clerk = await callerOf(`vanthu.${agency}`);
  const chair = await callerOf(`chutich.${agency}`);
  const upload = async () => {
    const { items } = (await clerk.send('POST', '/incoming/proposals', { files: [{ name: `${word}.pdf`, bytes: await issuedFile('doithu', letters.doithu ?? '') }] })).data;
    await eventually(async () => (await clerk.get(`/incoming/proposals/${items[0].id}`)).proposal.state !== 'waiting', 'the reading of the file');
    return items[0].id as string;
  };
  const facts = { symbol: `${Date.now() % 100_000}/UBND-${agency.toUpperCase()}`, issuerName: 'Ủy ban nhân dân xã Đồi Thử', typeId: 'cong-van', subject: word };
  const document = await clerk.post(`/incoming/proposals/${await upload()}/registration`, { facts, duplicateReason: 'bản gửi lại' });
  const { unitId } = (await (await callerOf(`truongphong.${agency}`)).get('/session')).post;
  await chair.post(`/incoming/documents/${document.id}/direction`, { opinion: word, assignments: [{ kind: 'lead', unitId, dueOn: dateIn(9) }] });
  const { files } = await clerk.get(`/incoming/documents/${document.id}`);
  const proposal = await upload();
  const deliveryNow = async () => (await clerk.get('/incoming/deliveries?state=arrived&limit=50')).items[0];
  const delivery = await eventually(deliveryNow, 'a delivery');
  const deliveryFiles = (await clerk.get(`/incoming/deliveries/${delivery.id}`)).files;
  const phrase = await chair.post('/incoming/phrases', { text: word });
  const { code } = await clerk.post('/incoming/registers', { code: `PQ-${Date.now() % 1_000_000}`, name: word, isActive: true });
  const reservation = await clerk.post(`/incoming/registers/${code}/reservations`, { reason: word, key: agency });
  return [
    { prefix: '/incoming/documents/', id: document.id, fileId: files[0].id, isSeenBy: (who) => can(who, 'incoming.read-all') || anyOf(`truongphong.${agency}`, `chuyenvien.${agency}`)(who) },
    { prefix: '/incoming/proposals/', id: proposal, isSeenBy: (who) => can(who, 'incoming.register') },
    { prefix: '/incoming/deliveries/', id: delivery.id, fileId: deliveryFiles[0].id, isSeenBy: (who) => can(who, 'incoming.register') },
    { prefix: '/incoming/registers/', id: code, isSeenBy: () => true },
    { prefix: '/incoming/reservations/', id: reservation.id, isSeenBy: (who) => can(who, 'incoming.register') },
    { prefix: '/incoming/phrases/', id: phrase.id, owner: `chutich.${agency}`, isSeenBy: anyOf(`chutich.${agency}`) },
  ];
}

/** Tasks: one of the chair for the economy division, with a handler, a report with a file and a wish for more time. */
async function tasksOf(agency: string, word: string): Promise<Omit<Entity, 'agencyId'>[]> {
  const chair = await callerOf(`chutich.${agency}`);
  const head = await callerOf(`truongphong.${agency}`);
  const handler = await callerOf(`chuyenvien.${agency}`);
  const { unitId } = (await head.get('/session')).post;
  const { id } = await chair.post('/tasks', { title: word, unitId, dueOn: dateIn(20) });
  await head.post(`/tasks/${id}/acceptance`);
  await head.post(`/tasks/${id}/handlers`, { handlerPostIds: [(await handler.get('/session')).post.id], note: '' });
  const report = await handler.send('POST', `/tasks/${id}/reports`, { files: [{ name: 'bao-cao.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }], data: { percent: 30, note: word } });
  await handler.post(`/tasks/${id}/extension-request`, { dueOn: dateIn(30), reason: word });
  const plan = await planOf(chair, head, word, unitId);
  const work = (await handler.get('/work-items?state=open&limit=200')).items.find((item: { title: string }) => item.title === word);
  return [
    { prefix: '/tasks/', id, fileId: report.data.reports[0].files[0].id, isSeenBy: (who) => can(who, 'tasks.read-all') || anyOf(`truongphong.${agency}`, `chuyenvien.${agency}`)(who) },
    { prefix: '/tasks/plans/', ...plan, isSeenBy: (who) => can(who, 'tasks.read') },
    { prefix: '/work-items/', id: work.id, isSeenBy: anyOf(`chuyenvien.${agency}`) },
  ];
}

/** A programme that runs, with one item and its evidence. */
async function planOf(chair: Caller, head: Caller, word: string, unitId: string): Promise<Pick<Entity, 'id' | 'itemId' | 'fileId'>> {
  const { id } = await chair.post('/tasks/plans', { year: 2026, title: word, symbol: '', state: 'running' });
  const { id: itemId } = await chair.post(`/tasks/plans/${id}/items`, { content: word, product: '', field: '', unitId, dueOn: dateIn(60) });
  const evidence = [{ name: 'minh-chung.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }];
  const reported = await head.send('POST', `/tasks/plans/${id}/items/${itemId}/reports`, { files: evidence, data: { percent: 30, note: word } });
  return { id, itemId, fileId: reported.data.items[0].evidence[0].fileId };
}

/** Outgoing and signing: an issued letter, a draft on the deputy's desk, and the keys of the agency and of its chair. */
async function outgoingOf(agency: string, word: string, issued: string): Promise<Omit<Entity, 'agencyId'>[]> {
  const drafter = await callerOf(`chuyenvien.${agency}`);
  const clerk = await callerOf(`vanthu.${agency}`);
  const deputy = await callerOf(`phochutich.${agency}`);
  const { id } = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency, subject: word }));
  const attached = await drafter.send('POST', `/outgoing/documents/${id}/attachments`, { files: [{ name: 'phu-luc.txt', bytes: Buffer.from('Phụ lục') }] });
  await drafter.post(`/outgoing/documents/${id}/submit`, { reviewerPostIds: [(await deputy.get('/session')).post.id], note: '' });
  const onDesk = async () => (await deputy.get('/signing/requests?limit=200')).items.find((one: { title: string }) => one.title === word);
  const request = await eventually(onDesk, 'the request on the desk');
  const keys = (await clerk.get('/signing/keys')).items;
  const seal = keys.find((key: { owner: string }) => key.owner === 'agency');
  const personal = (await deputy.get('/signing/keys')).items[0];
  const sent = await clerk.get(`/outgoing/documents/${issued}`);
  const oversees = (who: Account) => can(who, 'outgoing.check-form') || can(who, 'outgoing.sign');
  const ofUnit = anyOf(`truongphong.${agency}`, `chuyenvien.${agency}`);
  return [
    { prefix: '/outgoing/documents/', id: issued, fileId: sent.file.id, isSeenBy: (who) => oversees(who) || can(who, 'outgoing.read-all') || ofUnit(who) },
    { prefix: '/outgoing/documents/', id, fileId: attached.data.id, isSeenBy: (who) => oversees(who) || ofUnit(who) },
    { prefix: '/signing/requests/', id: request.id, isSeenBy: anyOf(`phochutich.${agency}`) },
    { prefix: '/signing/keys/', id: personal.id, owner: `phochutich.${agency}`, isSeenBy: anyOf(`phochutich.${agency}`) },
    { prefix: '/signing/keys/', id: seal.id, isSeenBy: (who) => can(who, 'signing.seal') },
    { prefix: '/signing/agency-keys/', id: seal.id, isSeenBy: (who) => can(who, 'signing.keys') },
    { prefix: '/signing/agency-keys/', id: personal.id, isSeenBy: (who) => can(who, 'signing.keys') },
  ];
}

/** Records: a draft of a file plan, dossiers of an official of the economy division, one of them handed over, and an export. */
async function recordsOf(agency: string, word: string, documentId: string): Promise<Omit<Entity, 'agencyId'>[]> {
  const keeper = await callerOf(`chuyenvien.${agency}`);
  const { plan, heading, entry } = await draftPlan(await callerOf(`vanthu.${agency}`), word);
  const given = await openDossier(keeper, word, [documentId]);
  await closeDossier(keeper, given);
  const transfer = await handOver(keeper, given, word);
  const dossier = await openDossier(keeper, word, [documentId]);
  const item = (await keeper.get(`/records/dossiers/${dossier}/documents`)).items[0].id;
  const made = await exported(keeper, dossier, 'package');
  const drafts = (who: Account) => can(who, 'records.plan') || can(who, 'records.approve');
  const ofUnit = anyOf(`truongphong.${agency}`, `chuyenvien.${agency}`);
  return [
    { prefix: '/records/plans/', id: plan, isSeenBy: drafts },
    { prefix: '/records/headings/', id: heading, isSeenBy: drafts },
    { prefix: '/records/entries/', id: entry, isSeenBy: drafts },
    { prefix: '/records/dossiers/', id: dossier, fileId: item, isSeenBy: (who) => can(who, 'records.read-all') || ofUnit(who) },
    { prefix: '/records/exports/', id: made, isSeenBy: anyOf(`chuyenvien.${agency}`) },
    { prefix: '/records/transfers/', id: transfer, isSeenBy: (who) => can(who, 'records.archive') || ofUnit(who) },
  ];
}

/** Core: the agency, a division, a person with the post, the register of arrivals, a session. */
async function coreOf(agency: string, administrator: Account): Promise<Omit<Entity, 'agencyId'>[]> {
  const holder = await callerOf(`chuyenvien.${agency}`);
  const session = await holder.get('/session');
  const sessions = (await holder.get('/sessions')).items;
  const { items: registers } = await (await callerOf(`vanthu.${agency}`)).get('/registers');
  const all = () => true;
  const admins = (who: Account) => who.username === administrator.username;
  return [
    { prefix: '/units/', id: session.post.unitId, isSeenBy: all },
    { prefix: '/people/', id: session.personId, isSeenBy: all },
    { prefix: '/posts/', id: session.post.id, isSeenBy: admins },
    { prefix: '/registers/', id: registers[0].id, isSeenBy: all },
    { prefix: '/sessions/', id: sessions[0].id, owner: `chuyenvien.${agency}`, isSeenBy: anyOf(`chuyenvien.${agency}`) },
  ];
}

/** An absence of the chair and a mandate for his deputy, both on a day to come: nobody sees more by them today. */
async function mandatesOf(agency: string): Promise<Omit<Entity, 'agencyId'>[]> {
  const chair = await callerOf(`chutich.${agency}`);
  const substitutePostId = (await (await callerOf(`phochutich.${agency}`)).get('/session')).post.id;
  const day = dateIn(60 + (Date.now() % 300));
  const absence = await chair.post('/absences', { from: day, until: day, reason: 'Công tác' });
  const mandate = await chair.post('/mandates', { substitutePostId, from: day, until: day, acts: ['direct'], absenceId: absence.id });
  return [
    { prefix: '/absences/', id: absence.id, owner: `chutich.${agency}`, isSeenBy: anyOf(`chutich.${agency}`) },
    { prefix: '/mandates/', id: mandate.id, owner: `chutich.${agency}`, isSeenBy: anyOf(`chutich.${agency}`, `phochutich.${agency}`) },
  ];
}

export async function makeWorld(): Promise<World> {
  const accounts = await everybody();
  const units: Unit[] = (await (await callerOf('quantri')).get('/units')).items;
  const agencyIdOf = (agency: string) => accounts.find((who) => who.username === `vanthu.${agency}`)?.agencyId ?? '';
  const words = new Map(ownerAgencies.map((agency) => [agencyIdOf(agency), `madanh${agency}${Date.now()}`]));
  const wordOf = (agency: string) => words.get(agencyIdOf(agency)) ?? '';
  const letters: Record<string, string> = {
    doithu: await issueLetter({ agency: 'doithu', subject: 'thư gửi hai cơ quan', to: [...ownerAgencies] }),
    suoimau: await issueLetter({ agency: 'suoimau', subject: wordOf('suoimau') }),
    tinh: await issueLetter({ agency: 'tinh', subject: wordOf('tinh') }),
  };
  const entities: Entity[] = [];
  for (const agency of ownerAgencies) {
    const administrator = accounts.find((who) => who.username === (agency === 'tinh' ? 'quantri' : `quantri.${agency}`));
    if (!administrator) throw new Error(`nobody administers ${agency}`);
    const incoming = await incomingOf(agency, wordOf(agency), letters);
    const made = [
      ...(await coreOf(agency, administrator)),
      ...incoming,
      ...(await recordsOf(agency, wordOf(agency), incoming[0]?.id ?? '')),
      ...(await tasksOf(agency, wordOf(agency))),
      ...(await outgoingOf(agency, wordOf(agency), letters[agency] ?? '')),
      ...(await mandatesOf(agency)),
    ];
    entities.push(...made.map((one) => ({ ...one, agencyId: agencyIdOf(agency) })));
  }
  return { units, accounts, entities, words, relation: (who, agencyId) => relationOf(units, who.agencyId, agencyId) };
}
