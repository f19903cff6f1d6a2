// SPDX-License-Identifier: Apache-2.0
// Officials work, the server is ended under them at a random moment, the disk is looked at, the server is started again: as often as asked.
import assert from 'node:assert/strict';
import { chanceFrom } from './chance.mjs';
import { checkDisk, checkEnd, cleanUpFiles, orphansOf, requireDelivered, requireIntactAudit } from './checks.mjs';
import { signInOfficials } from './officials.mjs';
import { Promises } from './promises.mjs';
import { Workers } from './workers.mjs';

const kMostStagesBetween = 6;
const kMostMilliseconds = 120;
const kADayAndMore = 25 * 3600;

export class Ordeal {
  promises = new Promises();
  #server;
  #chance;
  #startOptions;
  #officials;
  #workers;
  #seen = new Map();

  /** `startOptions` are for Server.start. */
  constructor(server, seed, startOptions = {}) {
    this.#server = server;
    this.#chance = chanceFrom(seed);
    this.#startOptions = startOptions;
  }

  async begin() {
    await this.#server.start(this.#startOptions);
    this.#officials = await signInOfficials(this.#server.url, this.#server.accounts);
    this.#workers = new Workers(this.#officials, this.promises);
  }

  #draw(below) {
    return Math.floor(this.#chance() * below);
  }

  /** After a random number of steps of outgoing documents and a little more, so that slow acts, as signing is, are met as often as quick ones. */
  async #randomMoment() {
    await this.promises.moreStages(this.#draw(kMostStagesBetween));
    await new Promise((resolve) => setTimeout(resolve, this.#draw(kMostMilliseconds)));
  }

  /** One time of work, end, look and start; `end` gets a seed. */
  async round(end) {
    const seed = this.#draw(2 ** 31);
    await this.#workers.workUntil(this.#randomMoment(), () => end(seed));
    checkDisk(this.#server.data, this.promises, this.#seen);
    await this.#server.start(this.#startOptions);
    await requireIntactAudit(this.#officials);
  }

  /** Everything on its way is brought to its end, then nothing is left over and the tools of the command line find nothing. */
  async end() {
    await this.#workers.finish();
    await this.#server.stop();
    await this.#server.start();
    await requireDelivered(this.#server.data, this.#officials.administrator);
    await this.#server.stop();
    const issued = checkEnd(this.#server.data, this.promises);
    assert.match(this.#server.command('audit', 'verify'), /the chain is intact/);
    assert.match(this.#server.command('check'), /^0 plugin\(s\) refused$/m);
    return issued;
  }

  /** A day later the clean-up job leaves no file without a row. How many it has removed. */
  async cleanUp() {
    const before = orphansOf(this.#server.data).length;
    await this.#server.start({ options: ['--clock-offset', String(kADayAndMore)] });
    const { administrator } = await signInOfficials(this.#server.url, this.#server.accounts);
    await cleanUpFiles(administrator);
    await this.#server.stop();
    assert.deepEqual(orphansOf(this.#server.data), []);
    checkDisk(this.#server.data, this.promises, new Map());
    return before;
  }
}

/** What was acknowledged, for the log of the test. */
export function summaryOf({ registered, directed, discarded, issuing, count }) {
  const signatures = [...issuing.values()].reduce((sum, { signed = [] }) => sum + signed.length, 0);
  return `${count} acts acknowledged: ${registered.size} registrations, ${directed.size} directions, ${discarded.size} discarded files, ${signatures} signatures, ${issuing.size} documents to issue`;
}
