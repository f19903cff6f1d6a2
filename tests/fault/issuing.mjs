// SPDX-License-Identifier: Apache-2.0
// Takes outgoing documents of the commune, one after the other, from the draft to the issue. Each step begins by asking where the document
// stands, so that the work goes on after a restart whether or not the last act without an answer has happened.
import assert from 'node:assert/strict';
import { eventually } from '../../packaging/demo/api.mjs';
import { stages } from './promises.mjs';

/** The last stage that a document in a state is sure to have come to. */
const stageOf = { draft: 'drafted', in_review: 'submitted', to_sign: 'passed-2', signed: 'signed', numbered: 'numbered', sealed: 'sealed', issued: 'issued' };

export class Issuing {
  #officials;
  #promises;
  #name;
  #fields = null;
  #count = 0;
  #id = null;

  constructor(officials, promises, name) {
    this.#officials = officials;
    this.#promises = promises;
    this.#name = name;
  }

  get isIdle() {
    return this.#id === null;
  }

  async step() {
    if (this.#id === null) return this.#draft();
    const view = await this.#officials.drafter.get(`/outgoing/documents/${this.#id}`);
    this.#requireKept(view);
    const acts = { draft: 'submit', in_review: 'pass', to_sign: 'sign', signed: 'number', numbered: 'seal', sealed: 'issue', issued: 'rest' };
    return this[acts[view.state]](view);
  }

  #path(act = '') {
    return `/outgoing/documents/${this.#id}${act}`;
  }

  #note(stage, more) {
    this.#promises.noteStage(this.#id, stage, more);
  }

  /** What the server shows is never behind what it has acknowledged; a signature reaches the document a moment later, by an event. */
  #requireKept(view) {
    const promised = this.#promises.issuing.get(this.#id).stage;
    const isWithEvent = (promised === 'signed' && view.state === 'to_sign') || (promised === 'sealed' && view.state === 'numbered');
    const passed = view.chain.filter((step) => step.state === 'passed').length;
    const shown = view.state === 'in_review' && passed > 0 ? `passed-${passed}` : stageOf[view.state];
    assert.ok(isWithEvent || stages.indexOf(shown) >= stages.indexOf(promised), `${this.#id} is ${shown} after ${promised} was acknowledged`);
  }

  async #draft() {
    const { drafter, recipients } = this.#officials;
    this.#fields ??= await this.#fieldsOfForm();
    this.#count += 1;
    const subject = `thử sự cố ${this.#name}.${this.#count}`;
    const { id } = await drafter.post('/outgoing/documents', { formId: 'cong-van', fields: { ...this.#fields, subject }, urgency: 'normal', recipientAgencyIds: recipients });
    this.#id = id;
    this.#note('drafted');
  }

  async #fieldsOfForm() {
    const { fields } = await this.#officials.drafter.get('/outgoing/draft-defaults?formId=cong-van');
    return { ...fields, agency: 'Ủy ban nhân dân\nxã Suối Mẫu', body: 'Nội dung để thử sự cố.', recipients: ['Như trên'], addressees: ['Ủy ban nhân dân tỉnh Sông Mẫu'] };
  }

  async submit(view) {
    const { drafter, chairPost } = this.#officials;
    if (view.attachments.length < 4) await this.#attach();
    const chain = (await drafter.get('/outgoing/suggested-chain')).items;
    const reviewerPostIds = [...chain.slice(0, -1).map((step) => step.postId), chairPost];
    await drafter.post(this.#path('/submit'), { reviewerPostIds, note: '' });
    this.#note('submitted');
  }

  /** One annex that stays and one that is taken away again. */
  async #attach() {
    const { drafter } = this.#officials;
    const ids = [];
    for (const kind of ['giữ', 'bỏ']) {
      const bytes = Buffer.from(`Phụ lục ${kind} của ${this.#id}, lần ${this.#promises.count}`);
      const file = await drafter.upload(this.#path('/attachments'), [{ name: `phu-luc-${kind}.txt`, bytes, type: 'text/plain' }]);
      this.#promises.note('attached', file.id, this.#id);
      ids.push(file.id);
    }
    this.#promises.attached.delete(ids[1]); // from here on it may be gone
    await drafter.remove(this.#path(`/attachments/${ids[1]}`));
    this.#promises.note('detached', ids[1]);
  }

  async pass(view) {
    const current = view.chain.find((step) => step.state !== 'passed');
    const reviewer = { 'unit-head': this.#officials.head, office: this.#officials.officeHead }[current.kind];
    await reviewer.post(this.#path('/pass'), { note: '' });
    this.#note(`passed-${current.position}`);
  }

  sign() {
    return this.#signAs(this.#officials.chair, 'to_sign', 'signed');
  }

  async number() {
    const numbered = await this.#officials.clerk.post(this.#path('/number'), {});
    this.#note('numbered', { number: numbered.numberAndSymbol });
  }

  seal() {
    return this.#signAs(this.#officials.clerk, 'numbered', 'sealed');
  }

  async #signAs(client, state, stage) {
    // No request on the desk: it is signed already and the event is on its way.
    const request = await eventually(async () => {
      const found = (await client.get('/signing/requests?limit=200')).items.find((one) => one.link === this.#path());
      return found ?? ((await client.get(this.#path())).state !== state && 'decided');
    }, `the request of ${this.#id} or its event`);
    if (request === 'decided') return;
    const key = (await client.get('/signing/keys')).items.find((one) => one.owner === request.signer);
    const { results } = await client.post('/signing/sign', { requestIds: [request.id], keyId: key.id, pin: this.#officials.pin, places: [] });
    if (!results[0].isSigned && results[0].code === 'signing.already-decided') return;
    assert.ok(results[0].isSigned, `${this.#id} is not signed: ${results[0].code}`);
    const { signed = [] } = this.#promises.issuing.get(this.#id);
    this.#note(stage, { signed: [...signed, request.id] });
  }

  async issue() {
    await this.#officials.clerk.post(this.#path('/issue'), {});
    this.#note('issued');
  }

  /** Issued, perhaps by the act that was not answered. */
  async rest() {
    if (this.#promises.issuing.get(this.#id).stage !== 'issued') this.#note('issued');
    this.#id = null;
  }
}
