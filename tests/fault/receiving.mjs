// SPDX-License-Identifier: Apache-2.0
// What clerks and the chair do with incoming documents while the server is ended under them: one act a step, each with a new document.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../lib/TestServer.mjs';

const dateIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The sample of a form as a PDF. */
function letter() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-letter-'));
  try {
    const form = path.resolve(import.meta.dirname, '../../templates/cong-van');
    const file = path.join(folder, 'letter.pdf');
    execFileSync(path.join(build, 'bin/congvu-render'), [form, path.join(form, 'sample.json'), file], { stdio: 'ignore' });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export class Receiving {
  #officials;
  #promises;
  #letter = letter();
  #count = 0;

  constructor(officials, promises) {
    this.#officials = officials;
    this.#promises = promises;
  }

  #facts() {
    this.#count += 1;
    const subject = `Văn bản thử sự cố số ${this.#count}`;
    return { symbol: `${this.#count}/UBND-VX`, issuerName: 'Cơ quan thử nghiệm', typeId: 'cong-van', subject, documentDate: dateIn(-1), urgency: 'normal' };
  }

  /** Registers a document on paper; the chair directs it. */
  async direct() {
    const { clerk, chair, chairPost, leadUnit } = this.#officials;
    const document = await clerk.post('/incoming/documents', { facts: this.#facts(), submitToPostId: chairPost });
    this.#promises.note('registered', document.id, document.arrivalNumber);
    await chair.post(`/incoming/documents/${document.id}/direction`, { opinion: 'Xử lý.', assignments: [{ kind: 'lead', unitId: leadUnit, dueOn: dateIn(9) }] });
    this.#promises.note('directed', document.id);
  }

  async #upload() {
    this.#count += 1;
    const bytes = Buffer.concat([this.#letter, Buffer.from(`\n% ${this.#count}\n`)]); // a comment makes it another file
    const { items } = await this.#officials.clerk.upload('/incoming/proposals', [{ name: `van-ban-${this.#count}.pdf`, bytes }]);
    this.#promises.note('uploaded', items[0].id);
    return items[0].id;
  }

  /** Registers a file that was dropped on the page. */
  async registerFile() {
    const id = await this.#upload();
    const document = await this.#officials.clerk.post(`/incoming/proposals/${id}/registration`, { facts: this.#facts() });
    this.#promises.note('registered', document.id, document.arrivalNumber);
  }

  async discardFile() {
    const id = await this.#upload();
    await this.#officials.clerk.remove(`/incoming/proposals/${id}`);
    this.#promises.note('discarded', id);
  }

  /** The neighbour's clerk registers what the commune has issued. */
  async registerDelivery() {
    const { neighbour } = this.#officials;
    const [delivery] = (await neighbour.get('/incoming/deliveries?state=arrived&limit=1')).items;
    if (!delivery) return;
    const { symbol, senderName: issuerName, typeId, subject, documentDate, urgency } = delivery;
    const document = await neighbour.post(`/incoming/deliveries/${delivery.id}/registration`, { facts: { symbol, issuerName, typeId, subject, documentDate, urgency } });
    this.#promises.note('registered', document.id, document.arrivalNumber);
  }
}
