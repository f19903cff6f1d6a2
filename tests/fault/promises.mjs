// SPDX-License-Identifier: Apache-2.0
// What the server has acknowledged. An act without an answer may or may not have happened; only answers are promises.

/** How far an outgoing document has come, in order. */
export const stages = ['drafted', 'submitted', 'passed-1', 'passed-2', 'signed', 'numbered', 'sealed', 'issued'];

export class Promises {
  registered = new Map(); // incoming document → arrival number
  directed = new Set(); // incoming document
  uploaded = new Set(); // proposal
  discarded = new Set(); // proposal
  attached = new Map(); // file → outgoing document
  detached = new Set(); // file
  issuing = new Map(); // outgoing document → { stage, number, signed: [request] }
  count = 0;
  #stages = 0;
  #waiting = [];


  note(kind, key, value) {
    if (value === undefined) this[kind].add(key);
    else this[kind].set(key, value);
    this.count += 1;
  }

  noteStage(id, stage, more = {}) {
    this.issuing.set(id, { ...this.issuing.get(id), ...more, stage });
    this.count += 1;
    this.#stages += 1;
    this.#waiting = this.#waiting.filter(({ stages: awaited, resolve }) => this.#stages < awaited || resolve());
  }

  /** Resolves when outgoing documents have come so many stages further. */
  moreStages(wanted) {
    return new Promise((resolve) => {
      if (wanted === 0) resolve();
      else this.#waiting.push({ stages: this.#stages + wanted, resolve });
    });
  }
}
